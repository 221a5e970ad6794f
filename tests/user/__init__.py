"""Tests of what a person keeps."""
