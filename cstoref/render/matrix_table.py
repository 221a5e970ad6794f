"""A matrix with events or agreements below each other and members across: every cell of one width.

The key of a cell is `COLUMN MEMBER`, that of a row is its record.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple
from cstoref.quantity import short

from .cut_names import cut_apart
from .matrix_symbols import CellMarks
from .rows import Part, Row
from .text import Style, clip, pad, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.matrix import Cell, Matrix, Member, Total
    from cstoref.store.matrix_columns import MatrixColumn

DONE = {"attendance": "came", "signature": "signed", "contribution": "gave"}
DATE, MONTH = 11, 8
"""Cells of a date to the day, and to the month."""
TOTAL = 7
CELLS = {"attendance": (3, 4), "signature": (3, 4), "contribution": (6, 8)}
"""Cells of a column by the matrix: as it still can be read, and as it reads well."""
NEAR = 6
"""Rows above and below that a row may be mistaken for."""
LEAST, TITLE = 21, 55
"""Cells of the shortest and of the longest title of a row, with the blank behind it."""


class TableLayout(NamedTuple):
    """How wide each part of a row is, and which members it shows."""

    date: int
    name: int
    cell: int
    total: int
    members: tuple[Member, ...]
    full: bool
    """Whether the members' names stand above the columns, not their codes."""


def table_of(matrix: Matrix, cells: int, place: int = 0, whole: bool = False) -> TableLayout:
    """The widths for so many cells. Where not all members fit, those of the block with the member at
    `place`; with `whole` all of them, however wide that is.

    A title is never shorter where there are more cells: what else there is room for comes in one order, and
    waits until it fits.
    """
    members = matrix.members
    code = max((width(member.code) for member in members), default=0) + 1
    least, well = (max(code, one) for one in CELLS[matrix.mode.id])
    count = len(members)
    spare = cells - 1 - MONTH - LEAST - least * count
    if spare < 0 and not whole:
        most = max(1, (cells - 1 - MONTH - LEAST) // least)
        first = place - place % most
        block = members[first : first + most]
        return TableLayout(MONTH, max(1, min(LEAST, cells - 1 - MONTH - least)), least, 0, block, False)
    granted = []
    for wanted in (TOTAL, (well - least) * count, DATE - MONTH):
        granted.append(wanted if wanted <= spare else 0)
        spare = spare - wanted if wanted <= spare else 0
    total, wider, day = granted
    title = LEAST + max(0, min(TITLE - LEAST, spare))
    full = max(well, max((width(member.name) for member in members), default=0) + 1)
    cell = min(full, (least if not wider else well) + max(0, spare - title + LEAST) // max(1, count))
    return TableLayout(MONTH + day, title, cell, total, members, cell >= full)


def heads(matrix: Matrix, table: TableLayout, style: Style) -> Row:
    """The members above their columns."""
    left = " " * (1 + table.date + table.name)
    names = (member.name if table.full else member.code for member in table.members)
    right = f"{DONE[matrix.mode.id]:>{table.total - 1}}" if table.total else ""
    parts = (Part(_cell(name, table, style), "dim") for name in names)
    return Row((Part(left), *parts, Part(right, "dim")))


def totals(matrix: Matrix, table: TableLayout, style: Style) -> Iterator[Row]:
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
    matrix: Matrix, table: TableLayout, at: int, cells: Sequence[Cell], marks: CellMarks, style: Style
) -> Row:
    """The event or agreement at a place; `cells` are those of the members of the table."""
    column = matrix.columns[at]
    date = pad(clip(_date(column, table), table.date - 1), table.date)
    name = pad(_title(matrix, table, at, style.marks.more), table.name)
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


def _date(column: MatrixColumn, table: TableLayout) -> str:
    return date_of(column)[: table.date - 1]


def _title(matrix: Matrix, table: TableLayout, at: int, more: str) -> str:
    """The title of a row, cut so that it looks like none of the rows around it with the same date."""
    column, columns = matrix.columns[at], matrix.columns
    title, room = title_of(column), table.name - 1
    if width(title) <= room:
        return title
    around = range(max(0, at - NEAR), min(len(columns), at + NEAR + 1))
    beside = [n for n in around if _date(columns[n], table) == _date(column, table)]
    return cut_apart([(title_of(columns[n]), room) for n in beside], more)[beside.index(at)]


def title_of(column: MatrixColumn) -> str:
    """What a row is called, at every width: its name without the date that stands beside it; where that is
    long, the first of its other names that is not."""
    names = (_undated(column), *column.names)
    title = next((name for name in names if width(name) < TITLE), names[0])
    return title[:1].upper() + title[1:]


def _undated(column: MatrixColumn) -> str:
    name, comma, end = column.name.rpartition(", ")
    year, month = column.day[:4], column.day[5:7]
    *words, last = end.split() or [""]
    same_month = not words or words[0][:3] == dates.MONTHS[int(month or 1) - 1]
    return name if comma and last == year and len(words) < 2 and same_month else column.name


def named(column: MatrixColumn, cells: int, style: Style) -> str:
    """The first of its names that fits, or as much of its own as fits."""
    fitting = (name for name in (column.name, *column.names) if width(name) <= cells)
    return clip(next(fitting, column.name), cells, style.marks.more)


def _cell(text: str, table: TableLayout, style: Style) -> str:
    return pad(clip(text, table.cell - 1, style.marks.more), table.cell)


def _figures(words: str, figures: Sequence[str], table: TableLayout, style: Style) -> Row:
    room = table.date + table.name - 1
    label = f" {clip(words, room, style.marks.more):>{room}} "
    return Row((Part(label, "dim"), Part("".join(_cell(one, table, style) for one in figures), "dim")))


def date_of(column: MatrixColumn) -> str:
    """The beginning of its date as far as it is known: `2009-06-14`, `2009-06`."""
    return (column.when or "").partition("/")[0].strip("[~?%").partition("..")[0]


def share_of(total: Total) -> str:
    return f"{short(total.done)}/{short(total.known)}" if total.known else ""
