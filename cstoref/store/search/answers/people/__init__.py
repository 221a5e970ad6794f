"""Answers about people: who holds or held which office, what they were, said and did."""
