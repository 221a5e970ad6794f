"""Answers about bodies: who is, was or became a member, who founded or left them."""
