"""The session without any front end."""
