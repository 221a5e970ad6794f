"""Tests with the readers of other people: `make readers` installs them, `make test` needs none of them."""

from __future__ import annotations

from importlib.util import find_spec

NEEDED = ("mcp", "pandas", "polars", "pyarrow", "duckdb", "frictionless", "sqlite_utils", "datasette")
collect_ignore_glob = [] if all(map(find_spec, NEEDED)) else ["test_*.py"]
