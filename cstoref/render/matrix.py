"""A matrix as rows. Members down and events across, as far as they stand beside each other; else events down.

The key of a cell is `COLUMN MEMBER`, that of a row or column is its record.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .matrix_symbols import CellMarks
from .matrix_table import (
    DONE,
    TOTAL,
    date_of,
    event_row,
    heads,
    named,
    share_of,
    table_of,
)
from .matrix_table import (
    totals as total_rows,
)
from .rows import BLANK, Part, Row, headed, row, spaced
from .text import Style, clip, pad, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.matrix import Cell, Matrix
    from cstoref.store.matrix_columns import MatrixColumn

TITLES = {"attendance": "Attendance", "signature": "Signatures", "contribution": "Contributions"}
HEAD = 10
"""Cells of the widest head of a column of events."""


class Sheet(NamedTuple):
    """Some columns of a matrix with their cells: what is drawn."""

    found: Matrix
    columns: Sequence[MatrixColumn]
    cells: Sequence[Sequence[Cell]]
    """For each column a cell for each member."""
    marks: CellMarks


def matrix_rows(sheet: Sheet, down: str | None, style: Style) -> Iterator[Row]:
    """The whole view. `down` says what stands below each other, `members` or `events`; None chooses."""
    matrix = sheet.found
    yield from head_rows(matrix, style)
    if not sheet.columns:
        yield row("No data in this range.")
        return
    # Drawn first and measured then: whether it fits depends on every name and mark.
    across = list(members_down(sheet, style))
    if (down or _down(across, style)) == "members":
        yield from across
    else:
        yield from events_down(sheet, style)
    yield BLANK
    yield from legend_rows(sheet, style)


def legend_rows(sheet: Sheet, style: Style) -> Iterator[Row]:
    """What the marks mean that were used."""
    legend = [*sheet.marks.legend(), f"n/m {DONE[sheet.found.mode.id]}, of m known"]
    yield from spaced(legend, style.width)


def head_rows(matrix: Matrix, style: Style) -> Iterator[Row]:
    """Which matrix, how large, over which years."""
    yield title_row(matrix, style)
    yield row(style.marks.rule * style.width, "dim")


def title_row(matrix: Matrix, style: Style, visible: str = "") -> Row:
    """The name of a matrix, and what is in it; `visible` says which part is seen where not all is."""
    years = sorted({column.day[:4] for column in matrix.columns if column.day})
    span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    facts = [
        visible or _counted(len(matrix.members), "member"),
        _counted(len(matrix.columns), matrix.mode.kind),
        span,
    ]
    if matrix.as_of:
        facts.append(f"as of {dates.spoken(matrix.as_of)}")
    right = f" {style.marks.dot} ".join(fact for fact in facts if fact)
    return headed(TITLES[matrix.mode.id], right, style.width, "title")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


class Across(NamedTuple):
    """Columns beside each other: the marks of each and how wide it is drawn."""

    sheet: Sheet
    marks: Sequence[Sequence[str]]
    widths: Sequence[int]
    label: int
    """Cells of the names at the left."""


def members_down(sheet: Sheet, style: Style) -> Iterator[Row]:
    """A row a member; as many blocks of columns as it takes."""
    across = _across(sheet)
    last_of_all = len(across.widths)
    for first, last in _blocks(across.widths, style.width - across.label - TOTAL):
        if first:
            yield BLANK
        yield from _heads(across, range(first, last), style)
        yield from _body(across, range(first, last), totals=last == last_of_all)


def _across(sheet: Sheet) -> Across:
    """The columns of a sheet, each as wide as it needs."""
    marks = [[sheet.marks.of(cell) for cell in column] for column in sheet.cells]
    widths = [_width(column, of) for column, of in zip(sheet.columns, marks, strict=True)]
    label = max((width(member.name) for member in sheet.found.members), default=0) + 3
    return Across(sheet, marks, widths, label)


def _heads(across: Across, block: range, style: Style) -> Iterator[Row]:
    """The heads of some columns: when, and where or what."""
    columns, widths = across.sheet.columns, across.widths
    heads = [(date_of(columns[at])[:7], _head(columns[at], widths[at] - 2, style)) for at in block]
    for line in range(2):
        parts = (Part(_centred(head[line], widths[at]), "dim") for at, head in zip(block, heads, strict=True))
        yield Row((Part(" " * across.label), *parts))


def _body(across: Across, block: range, totals: bool) -> Iterator[Row]:
    """The rows of the members and that of the totals, for some columns; at the end the totals of members."""
    sheet, widths = across.sheet, across.widths
    matrix = sheet.found
    for place, member in enumerate(matrix.members):
        cells = (_cell(sheet, at, place, _centred(across.marks[at][place], widths[at])) for at in block)
        total = share_of(matrix.totals[place]) if totals else ""
        name = Part(pad(f" {member.name}", across.label))
        yield Row((name, *cells, Part(f"{total:>{TOTAL - 1}}", "dim")))
    below = (_centred(share_of(matrix.total_of(sheet.columns[at])), widths[at]) for at in block)
    yield Row((Part(pad(f" {DONE[matrix.mode.id]}", across.label), "dim"), Part("".join(below), "dim")))


def events_down(sheet: Sheet, style: Style) -> Iterator[Row]:
    """A row an event or agreement, its members as codes across."""
    matrix = sheet.found
    table = table_of(matrix, style.width, whole=True)
    yield heads(matrix, table, style)
    for at, cells in enumerate(sheet.cells):
        yield event_row(matrix, table, at, cells, sheet.marks, style)
    yield from total_rows(matrix, table, style)


def _down(across: Sequence[Row], style: Style) -> str:
    """Members stand below each other where one block of columns is all."""
    fits = BLANK not in across and all(width(one.text) <= style.width for one in across)
    return "members" if fits else "events"


def _blocks(widths: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    first = used = 0
    for at, cells in enumerate(widths):
        # `used` lets a column that is wider than the room by itself have a block of its own instead of an
        # endless loop.
        if used and used + cells > room:
            yield first, at
            first, used = at, 0
        used += cells
    yield first, len(widths)


def _width(column: MatrixColumn, marks: Sequence[str]) -> int:
    head = max(len("2009-06"), width(_head(column, HEAD, Style())))
    return 2 + max(head, *map(width, marks))


def _head(column: MatrixColumn, cells: int, style: Style) -> str:
    """Where it was, or what it is."""
    return clip(column.place or named(column, cells, style), cells, style.marks.more)


def _centred(text: str, cells: int) -> str:
    """Text in the middle of a column; of several marks the first stands there."""
    # Of `✗✓` the first mark stands under the others of its column; words and numbers are centred whole.
    middle = width(text) if len(text) > 3 or text[:1].isalnum() else 1
    return pad(" " * max(0, (cells - 1 - middle) // 2) + text, cells)


def _cell(sheet: Sheet, at: int, place: int, text: str) -> Part:
    key = f"{sheet.columns[at].id} {sheet.found.members[place].id}"
    return Part(text, "text" if sheet.cells[at][place].statements else "dim", key)
