"""Exports, tables and data sets as packs: nothing is lost, and nothing is taken that is wrong."""
