"""One table of all that was measured: ours, what it is measured against, the ratio, the bar, held or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One figure. A bar is of the ratio where there is something to compare with, else of the figure."""

    what: str
    ours: float
    unit: str
    against: str = ""
    theirs: float | None = None
    bar: float | None = None
    at_least: bool = False
    """The bar is the least allowed, not the most."""
    fault: str = ""
    """Why it could not be measured; then there is no figure, and no bar is held."""

    @property
    def ratio(self) -> float | None:
        """Ours to theirs."""
        return self.ours / self.theirs if self.theirs else None

    @property
    def held(self) -> bool | None:
        """Whether the bar is held; None where there is none. What could not be measured is not held."""
        if self.fault:
            return False
        if self.bar is None:
            return None
        measured = self.ours if self.ratio is None else self.ratio
        return measured >= self.bar if self.at_least else measured <= self.bar


HEAD = ("what", "ours", "against", "theirs", "ratio", "bar", "held")
WIDTHS = (56, 13, 30, 13, 7, 14, 4)


def head() -> str:
    """The head of the table, with a rule under it."""
    return f"{_line(HEAD)}\n{_line(['─' * cells for cells in WIDTHS])}"


def body(rows: Iterable[Row]) -> str:
    """The rows, a line each."""
    return "\n".join(_not_measured(row) if row.fault else _line(_cells(row)) for row in rows)


def failed(what: str, error: BaseException) -> Row:
    """The row of what could not be measured."""
    return Row(what, 0.0, "", fault=f"{type(error).__name__}: {error}")


def _not_measured(row: Row) -> str:
    reason = " ".join(row.fault.split())
    return f"{_line([row.what, 'not measured', '', '', '', '', 'NO'])}\n    {reason}"


def _cells(row: Row) -> list[str]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    theirs = "" if row.theirs is None else f"{row.theirs:,.1f} {row.unit}"
    held = {None: "", True: "yes", False: "NO"}[row.held]
    return [row.what, f"{row.ours:,.1f} {row.unit}", row.against, theirs, ratio, _bar(row), held]


def _bar(row: Row) -> str:
    if row.bar is None:
        return ""
    unit = f" {row.unit}" if row.ratio is None else " ×"
    return f"{'≥' if row.at_least else '≤'} {row.bar:,g}{unit}"


def _line(cells: Iterable[str]) -> str:
    left = (0, 2, 5, 6)
    parts = [
        f"{cell:<{width}}" if at in left else f"{cell:>{width}}"
        for at, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
    ]
    return "  ".join(parts).rstrip()
