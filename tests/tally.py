"""Counts what was tried: `python -m pytest -p tests.tally …` ends with the figures."""

from __future__ import annotations

from collections import Counter

import pytest

TRIED: Counter[str] = Counter()


def count(what: str, times: int = 1) -> None:
    """Note that something was tried so many times more."""
    TRIED[what] += times


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures."""
    terminalreporter.section("tried")
    for what, times in sorted(TRIED.items()):
        terminalreporter.write_line(f"{times:>9,}  {what}")
