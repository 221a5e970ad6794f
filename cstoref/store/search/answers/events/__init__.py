"""Answers about what happened or will: when, why, and who came."""
