"""Tests of values as plain text."""
