"""Tests of the compiled pack and of finding in it."""
