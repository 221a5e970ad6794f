"""TOML that people also edit: its lines, its parts, and changes that leave the rest letter for letter."""
