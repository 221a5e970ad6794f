"""Tests of authoring: from files that people edit to a checked pack."""
