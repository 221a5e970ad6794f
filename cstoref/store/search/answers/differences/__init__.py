"""Answers that set two sides against each other: two things, two days, two sources."""
