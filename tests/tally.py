"""Counts what was tried: `python -m pytest -p tests.tally …` ends with the figures."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

TRIED: Counter[str] = Counter()
INTO = "TALLY"
"""The variable of the environment that names a file for the figures."""


def count(what: str, times: int = 1) -> None:
    """Note that something was tried so many times more."""
    TRIED[what] += times


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures, and write them where that is asked for."""
    terminalreporter.section("tried")
    for what, times in sorted(TRIED.items()):
        terminalreporter.write_line(f"{times:>9,}  {what}")
    if path := os.environ.get(INTO):
        Path(path).write_text(json.dumps(dict(sorted(TRIED.items()))), encoding="utf-8")
