"""Answers that are a measure: how many, how often, how long, how much is owed."""
