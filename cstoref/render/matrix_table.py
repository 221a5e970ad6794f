"""A matrix with events or agreements below each other and members across: every cell of one width.

The key of a cell is `COLUMN MEMBER`, that of a row is its record.
"""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple
from cstoref.quantity import short

from .matrix_symbols import CellMarks
from .rows import Part, Row
from .text import Style, clip, pad, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.matrix import Cell, Column, Matrix, Member, Total

DONE = {"attendance": "came", "signature": "signed", "contribution": "gave"}
DATE, MONTH = 11, 8
"""Cells of a date to the day, and to the month."""
TOTAL = 7
CELLS = {"attendance": (5, 4), "signature": (5, 4), "contribution": (8, 6)}
"""Cells of a column by the matrix: as it reads best, and as it still can be read."""
NAMES, NAME, LEAST = 30, 22, 12
"""Cells that the events' names need for the members to be named in full, by code with room, and at all."""


class Table(NamedTuple):
    """How wide each part of a row is, and which members it shows."""

    date: int
    name: int
    cell: int
    total: int
    members: tuple[Member, ...]
    full: bool
    """Whether the members' names stand above the columns, not their codes."""


def table_of(matrix: Matrix, cells: int, place: int = 0, whole: bool = False) -> Table:
    """The widths for so many cells. Where not all members fit, those of the block with the member at
    `place`; with `whole` all of them, however wide that is."""
    members = matrix.members
    roomy, tight = CELLS[matrix.mode.id]
    full = max((width(member.name) for member in members), default=0) + 2
    for cell, least in ((max(full, roomy), NAMES), (roomy, NAME), (tight, LEAST)):
        for date in (DATE, MONTH):
            name = cells - 1 - date - TOTAL - cell * len(members)
            if name >= least:
                return Table(date, name, cell, TOTAL, members, cell >= full)
    if whole:
        return Table(DATE, NAME, tight, TOTAL, members, False)
    most = max(1, (cells - 1 - MONTH - LEAST) // tight)
    first = place - place % most
    block = members[first : first + most]
    return Table(MONTH, max(1, cells - 1 - MONTH - tight * len(block)), tight, 0, block, False)


def heads(matrix: Matrix, table: Table, style: Style) -> Row:
    """The members above their columns."""
    left = " " * (1 + table.date + table.name)
    names = (member.name if table.full else member.code for member in table.members)
    right = f"{DONE[matrix.mode.id]:>{table.total - 1}}" if table.total else ""
    parts = (Part(_cell(name, table, style), "dim") for name in names)
    return Row((Part(left), *parts, Part(right, "dim")))


def totals(matrix: Matrix, table: Table, style: Style) -> Iterator[Row]:
    """How often each member came, of how many times that are known: in one line where there is room."""
    by_member = dict(zip(matrix.members, matrix.totals, strict=True))
    shown = [by_member[member] for member in table.members]
    done = DONE[matrix.mode.id]
    if all(width(share_of(total)) < table.cell for total in shown):
        yield _figures(f"{done}, of those known", [share_of(total) for total in shown], table, style)
        return
    yield _figures(done, [short(total.done) for total in shown], table, style)
    yield _figures("of those known", [short(total.known) for total in shown], table, style)


def event_row(
    matrix: Matrix, table: Table, column: Column, cells: Sequence[Cell], marks: CellMarks, style: Style
) -> Row:
    """An event or agreement; `cells` are those of the members of the table."""
    date = pad(clip(date_of(column)[: table.date - 1], table.date - 1), table.date)
    name = pad(named(column, table.name - 1, style), table.name)
    parts = (
        Part(
            _cell(marks.of(cell, table.cell - 1), table, style),
            "text" if cell.statements else "dim",
            f"{column.id} {member.id}",
        )
        for member, cell in zip(table.members, cells, strict=True)
    )
    total = f"{share_of(matrix.total_of(column)):>{table.total - 1}}" if table.total else ""
    return Row((Part(f" {date}", "dim"), Part(name, "text", column.id), *parts, Part(total, "dim")))


def named(column: Column, cells: int, style: Style) -> str:
    """The first of its names that fits, or as much of its own as fits."""
    fitting = (name for name in (column.name, *column.names) if width(name) <= cells)
    return clip(next(fitting, column.name), cells, style.marks.more)


def _cell(text: str, table: Table, style: Style) -> str:
    return pad(clip(text, table.cell - 1, style.marks.more), table.cell)


def _figures(words: str, figures: Sequence[str], table: Table, style: Style) -> Row:
    room = table.date + table.name - 1
    label = f" {clip(words, room, style.marks.more):>{room}} "
    return Row((Part(label, "dim"), Part("".join(_cell(one, table, style) for one in figures), "dim")))


def date_of(column: Column) -> str:
    """The beginning of its date as far as it is known: `2009-06-14`, `2009-06`."""
    return (column.when or "").partition("/")[0].strip("[~?%").partition("..")[0]


def share_of(total: Total) -> str:
    return f"{short(total.done)}/{short(total.known)}" if total.known else ""
