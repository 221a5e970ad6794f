"""Contributions as bars with their numbers, an event below the other; as long as the largest of one unit."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Value
from cstoref.namedtuples import NamedTuple
from cstoref.quantity import spoken as number

from .matrix import head_rows
from .matrix_symbols import CLAIMED
from .rows import BLANK, Part, Row, headed, spaced
from .text import Style, clip, pad, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.matrix import Cell, Matrix
    from cstoref.store.matrix_columns import MatrixColumn

EIGHTHS = " ▏▎▍▌▋▊▉█"
PLAIN = "="
FIGURE = 26
"""Cells of the number with its unit."""


class Bar(NamedTuple):
    """One number that a source gives for a member's contribution."""

    name: str
    value: Value
    planned: bool
    statement: str

    @property
    def size(self) -> float:
        """What the length stands for: the number, or the bound that is known of it."""
        value = self.value
        figures = (value.number, value.max, value.min)
        return float(next((figure for figure in figures if figure is not None), 0))


def contribution_rows(matrix: Matrix, cells: Sequence[Sequence[Cell]], style: Style) -> Iterator[Row]:
    """Every event for which a source gives a number."""
    yield from head_rows(matrix, style)
    planned = False
    for column, of in zip(matrix.columns, cells, strict=True):
        bars = bars_of(matrix, of)
        planned = planned or any(bar.planned for bar in bars)
        if bars:
            yield from event_rows(column, bars, style)
            yield BLANK
    if planned:
        yield from spaced([f"? {CLAIMED}"], style.width)


def event_rows(column: MatrixColumn, bars: Sequence[Bar], style: Style) -> Iterator[Row]:
    """One event: its name and date, and a bar for each number, the largest first within a unit."""
    yield headed(column.name, dates.spoken(column.when), style.width)._replace(key=column.id)
    label = max(width(bar.name) for bar in bars) + 3
    # Four cells of bar are the least that still shows a difference.
    room = max(4, style.width - label - FIGURE)
    for bar in bars:
        # Only numbers of one unit are compared: 500 soldiers are no more than two battalions.
        most = max(other.size for other in bars if _unit(other) == _unit(bar))
        drawn = _drawn(bar.size / most if most else 0, room, style)
        figure = clip(("? " if bar.planned else "") + number(bar.value), FIGURE - 2, style.marks.more)
        parts = (Part(pad(f" {bar.name}", label)), Part(drawn, "mark"), Part(f" {figure}"))
        yield Row(parts, bar.statement)


def bars_of(matrix: Matrix, cells: Sequence[Cell]) -> list[Bar]:
    """The numbers of one event by unit, the unit of the largest first."""
    bars = [
        Bar(member.name, value, cell.state == CLAIMED, cell.statements[at])
        for member, cell in zip(matrix.members, cells, strict=True)
        for at, value in enumerate(cell.values)
    ]
    largest: dict[str, float] = {}
    for bar in bars:
        largest[_unit(bar)] = max(largest.get(_unit(bar), 0), bar.size)
    return sorted(bars, key=lambda bar: (-largest[_unit(bar)], _unit(bar), -bar.size, bar.name))


def _unit(bar: Bar) -> str:
    return (bar.value.unit or "").removesuffix("s")


def _drawn(share: float, cells: int, style: Style) -> str:
    """A bar, to an eighth of a cell where the terminal has the signs; never nothing."""
    if style.marks.in_ascii:
        return PLAIN * max(1, round(share * cells))
    # Never nothing: an empty bar would read as zero.
    eighths = max(1, round(share * cells * 8))
    return "█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()
