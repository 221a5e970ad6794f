"""Answers that are records of a type: the last, the largest, all of them, or the next one planned."""
