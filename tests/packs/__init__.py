"""Packs about other organizations: what one person can write from docs/data.md."""
