"""The coverage of offices as rows: the states below each other, their offices, and a cell for each year."""

from __future__ import annotations

from itertools import groupby

from cstoref.namedtuples import NamedTuple

from .rows import BLANK, Part, Row, headed, row, spaced
from .text import Style, clip, pad

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.office_coverage import OfficeCoverage, OfficeRow

LABEL, TOTAL = 23, 8
"""Cells of the names at the left, and of the figures at the right."""
STEP = 5
"""Years from one figure of the axis to the next."""
WHOLE, PART, LAST_KNOWN, NOTHING, OUTSIDE = "whole", "part", "last-known", "nothing", "outside"


class _Sign(NamedTuple):
    """What stands for one state of a year, with and without Unicode, and what it means."""

    unicode: str
    ascii: str
    meaning: str


SIGNS = {
    WHOLE: _Sign("█", "#", "holder known all year"),
    PART: _Sign("▒", "+", "known for part of the year"),
    LAST_KNOWN: _Sign("-", "-", "only the last known holder"),
    NOTHING: _Sign("·", ".", "nothing known"),
    OUTSIDE: _Sign(" ", " ", "blank: no member then"),
}


def office_coverage_rows(coverage: OfficeCoverage, style: Style) -> Iterator[Row]:
    """The whole view: states and offices, then the share of each office, then what the signs mean."""
    if not coverage.rows:
        yield row("The vocabulary of this pack names no post whose holders sit in a council.")
        return
    yield headed("Coverage of offices", f"{coverage.first}–{coverage.last}", style.width, "title")
    yield row(style.marks.rule * style.width, "dim")
    years = range(coverage.first, coverage.last + 1)
    room = max(STEP, style.width - LABEL - TOTAL)
    for start in range(0, len(years), room):
        block = years[start : start + room]
        yield from _block(coverage, block, block[-1] == coverage.last, style)
        yield BLANK
    yield from _shares(coverage)
    yield BLANK
    signs = (f"{_sign(known, style)} {sign.meaning}".strip() for known, sign in SIGNS.items())
    yield from spaced(signs, style.width)


def _block(coverage: OfficeCoverage, years: range, totals: bool, style: Style) -> Iterator[Row]:
    """The rows of all states for some years."""
    yield row(" " * LABEL + _axis(years), "dim")
    for (state, name), rows in groupby(coverage.rows, key=lambda one: (one.state, one.name)):
        yield row(f" {name}", "heading", state)
        for one in rows:
            yield _row(one, years.start - coverage.first, len(years), totals, style)


def _row(one: OfficeRow, first: int, count: int, totals: bool, style: Style) -> Row:
    label = pad(clip(f"   {one.label}", LABEL - 1, style.marks.more), LABEL)
    cells = (
        Part(_sign(cell.known, style), "text", next(iter(cell.statements), None))
        for cell in one.cells[first : first + count]
    )
    total = (Part(f"  {_figures(one)}", "dim"),) if totals else ()
    return Row((Part(label, "text", next(iter(one.offices), one.state)), *cells, *total))


def _figures(one: OfficeRow) -> str:
    wanted = [cell.known for cell in one.cells if cell.known != OUTSIDE]
    return f"{sum(known in (WHOLE, PART) for known in wanted)}/{len(wanted)}"


def _axis(years: Sequence[int]) -> str:
    axis = [" "] * (len(years) + 3)
    for at, year in enumerate(years):
        if year % STEP == 0:
            axis[at : at + 4] = f"{year:04}"
    return "".join(axis).rstrip()


def _shares(coverage: OfficeCoverage) -> Iterator[Row]:
    known, wanted = (
        sum(share.known for share in coverage.shares),
        sum(share.wanted for share in coverage.shares),
    )
    figures = [(share.label, share.known, share.wanted) for share in coverage.shares]
    for label, some, all_ in (*figures, ("All", known, wanted)):
        share = f"{some}/{all_}"
        yield row(f" {pad(clip(label, 18), 18)} {share:>10} {100 * some / max(1, all_):>6.1f} %")


def _sign(known: str, style: Style) -> str:
    sign = SIGNS[known]
    return sign.ascii if style.marks.dot == "-" else sign.unicode
