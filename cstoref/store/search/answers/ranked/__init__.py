"""Answers of last resort: statements ranked by how much of a question they meet."""
