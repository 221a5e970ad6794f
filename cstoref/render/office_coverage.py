"""The coverage of offices as rows: the states below each other, their offices, and a cell for each year."""

from __future__ import annotations

from itertools import groupby

from cstoref.namedtuples import NamedTuple

from .rows import BLANK, Part, Row, headed, row, spaced
from .text import Style, clip, pad

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.office_coverage import OfficeCoverage, OfficeRow, OfficeYear

LABEL, TOTAL = 21, 8
"""Cells of the names at the left, and of the figures at the right."""
STEP = 5
"""Years from one figure of the axis to the next."""
WIDEST = 3
"""Cells of a year, at most."""
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


NONE = "The vocabulary of this pack names no post whose holders sit in a council."
GAP = "nothing:"
"""What the key of years without a holder begins with; state, post and the first of them follow."""


def coverage_head(coverage: OfficeCoverage, style: Style) -> Iterator[Row]:
    """What stands above: the title, what the signs mean, and the years where all fit beside each other."""
    if not coverage.rows:
        return
    share = f"{coverage.first}–{coverage.last}"
    yield headed("Coverage of offices", share, style.width, "title")
    signs = (f"{_sign(known, style)} {sign.meaning}".strip() for known, sign in SIGNS.items())
    yield from spaced(signs, style.width)
    years = range(coverage.first, coverage.last + 1)
    if len(years) <= _room(years, style):
        yield _axis_row(years, _cells(coverage, style), style)


def coverage_body(coverage: OfficeCoverage, style: Style, by_office: bool = False) -> Iterator[Row]:
    """The states and their offices, or the offices and their states, in blocks of as many years as fit; then
    the share of each office."""
    if not coverage.rows:
        yield row(NONE)
        return
    years = range(coverage.first, coverage.last + 1)
    room = _room(years, style)
    for start in range(0, len(years), room):
        block = years[start : start + room]
        if len(block) < len(years):
            yield _axis_row(block, 1, style)
        yield from _block(coverage, block, by_office, style)
        yield BLANK
    yield from _shares(coverage, style)


def coverage_keys(coverage: OfficeCoverage, by_office: bool = False) -> Iterator[str]:
    """The keys of the rows and of the years within them, in the order of a reader, without making a row."""
    for one in coverage.rows:
        keys = None if by_office else one.state, next(iter(one.offices), None), *_keys(one).values()
        yield from filter(None, keys)


def _room(years: range, style: Style) -> int:
    """The years that fit beside each other: without the figures at the right, where all do so."""
    room = style.width - LABEL
    return room if room - TOTAL < len(years) <= room else max(STEP, room - TOTAL)


def _cells(coverage: OfficeCoverage, style: Style) -> int:
    """Cells of a year: more than one where all years still fit beside each other."""
    years = coverage.last - coverage.first + 1
    return max(1, min(WIDEST, (style.width - LABEL - TOTAL) // years))


def _axis_row(years: range, cells: int, style: Style) -> Row:
    return row(clip(" " * LABEL + _axis(years, cells), style.width, ""), "dim")


def _block(coverage: OfficeCoverage, years: range, by_office: bool, style: Style) -> Iterator[Row]:
    """The rows of all states or offices for some years."""
    heads = {one: (one.label, None) if by_office else (one.name, one.state) for one in coverage.rows}
    cells = _cells(coverage, style)
    totals = years[-1] == coverage.last and LABEL + len(years) * cells + TOTAL <= style.width
    for (head, key), rows in groupby(coverage.rows, key=lambda one: heads[one]):
        yield row(f" {head}", "heading", key)
        for one in rows:
            label = one.name if by_office else one.label
            shown = one.cells[years.start - coverage.first :][: len(years)]
            yield _row(one, label, shown, cells, totals, style)


def _row(
    one: OfficeRow, name: str, shown: Sequence[OfficeYear], cells: int, totals: bool, style: Style
) -> Row:
    label = pad(clip(f"   {name}", LABEL - 1, style.marks.more), LABEL)
    keys = _keys(one)
    years = (
        Part(_sign(year.known, style) * cells, "dim" if year.known == OUTSIDE else "mark", keys[year.year])
        for year in shown
    )
    total = (Part(f"  {_figures(one)}", "dim"),) if totals else ()
    return Row((Part(label, "text", next(iter(one.offices), None)), *years, *total))


def _keys(one: OfficeRow) -> dict[int, str | None]:
    """The key of each year: the statement of its holder; of years without one, all that follow on each other
    the same; none while the state was no member."""
    keys: dict[int, str | None] = {}
    gap: str | None = None
    for cell in one.cells:
        gap = (gap or f"{GAP}{one.state}:{one.post}:{cell.year}") if cell.known == NOTHING else None
        keys[cell.year] = next(iter(cell.statements), gap)
    return keys


def _figures(one: OfficeRow) -> str:
    wanted = [cell.known for cell in one.cells if cell.known != OUTSIDE]
    return f"{sum(known in (WHOLE, PART) for known in wanted)}/{len(wanted)}"


def _axis(years: Sequence[int], cells: int) -> str:
    axis = [" "] * (len(years) * cells + 3)
    for at, year in enumerate(years):
        if year % STEP == 0:
            axis[at * cells : at * cells + 4] = f"{year:04}"
    return "".join(axis).rstrip()


def _shares(coverage: OfficeCoverage, style: Style) -> Iterator[Row]:
    known, wanted = (
        sum(share.known for share in coverage.shares),
        sum(share.wanted for share in coverage.shares),
    )
    figures = [(share.label, share.known, share.wanted) for share in coverage.shares]
    for label, some, all_ in (*figures, ("All", known, wanted)):
        share = f"{some}/{all_}"
        words = f" {pad(clip(label, 18), 18)} {share:>10} {100 * some / max(1, all_):>6.1f} %"
        yield row(clip(words, style.width, style.marks.more))


def _sign(known: str, style: Style) -> str:
    sign = SIGNS[known]
    return sign.ascii if style.marks.in_ascii else sign.unicode
