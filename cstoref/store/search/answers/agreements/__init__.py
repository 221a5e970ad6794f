"""Answers about agreements: who signed, what is allowed, until when it holds."""
