"""A matrix as rows. Members down and events across, as far as they stand beside each other; else events down.

The key of a cell is `COLUMN MEMBER`, that of a row or column is its record.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .matrix_symbols import CellMarks
from .rows import BLANK, Part, Row, headed, row, spaced
from .text import Style, clip, pad, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.matrix import Cell, Column, Matrix, Total

TITLES = {"attendance": "Attendance", "signature": "Signatures", "contribution": "Contributions"}
DONE = {"attendance": "came", "signature": "signed", "contribution": "gave"}
HEAD = 10
"""Cells of the widest head of a column of events."""
TOTAL = 7
DATE = 12


class Sheet(NamedTuple):
    """Some columns of a matrix with their cells: what is drawn."""

    found: Matrix
    columns: Sequence[Column]
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
    years = sorted({column.day[:4] for column in matrix.columns if column.day})
    span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    facts = [f"{len(matrix.members)} members", f"{len(matrix.columns)} {matrix.mode.kind}s", span]
    if matrix.as_of:
        facts.append(f"as of {dates.spoken(matrix.as_of)}")
    right = f" {style.marks.dot} ".join(fact for fact in facts if fact)
    yield headed(TITLES[matrix.mode.id], right, style.width, "title")
    yield row(style.marks.rule * style.width, "dim")


class Across(NamedTuple):
    """Columns beside each other: the marks of each and how wide it is drawn."""

    sheet: Sheet
    marks: Sequence[Sequence[str]]
    widths: Sequence[int]
    label: int
    """Cells of the names at the left."""


def members_down(sheet: Sheet, style: Style) -> Iterator[Row]:
    """A row a member; as many blocks of columns as it takes."""
    across = across_of(sheet)
    last_of_all = len(across.widths)
    for first, last in _blocks(across.widths, style.width - across.label - TOTAL):
        if first:
            yield BLANK
        yield from head_of(across, range(first, last), style)
        yield from body_of(across, range(first, last), totals=last == last_of_all)


def across_of(sheet: Sheet, cells: int | None = None) -> Across:
    """The columns of a sheet, each as wide as it needs, or all alike."""
    marks = [[sheet.marks.of(cell) for cell in column] for column in sheet.cells]
    widths = [cells or _width(column, of) for column, of in zip(sheet.columns, marks, strict=True)]
    return Across(sheet, marks, widths, label_of(sheet.found))


def label_of(matrix: Matrix) -> int:
    """Cells of the names of the members, with the blanks around them."""
    return max((width(member.name) for member in matrix.members), default=0) + 3


def head_of(across: Across, block: range, style: Style, lines: int = 1) -> Iterator[Row]:
    """The heads of some columns: when, and in some lines where or what."""
    columns, widths = across.sheet.columns, across.widths
    heads = [(_date(columns[at])[:7], *_head(columns[at], widths[at] - 2, lines, style)) for at in block]
    for line in range(lines + 1):
        parts = (Part(_centred(head[line], widths[at]), "dim") for at, head in zip(block, heads, strict=True))
        yield Row((Part(" " * across.label), *parts))


def body_of(across: Across, block: range, totals: bool) -> Iterator[Row]:
    """The rows of the members and that of the totals, for some columns; at the end the totals of members."""
    sheet, widths = across.sheet, across.widths
    matrix = sheet.found
    for place, member in enumerate(matrix.members):
        cells = (_cell(sheet, at, place, _centred(across.marks[at][place], widths[at])) for at in block)
        total = _total(matrix.totals[place]) if totals else ""
        name = Part(pad(f" {member.name}", across.label))
        yield Row((name, *cells, Part(f"{total:>{TOTAL - 1}}", "dim")))
    below = (_centred(_total(matrix.total_of(sheet.columns[at])), widths[at]) for at in block)
    yield Row((Part(pad(f" {DONE[matrix.mode.id]}", across.label), "dim"), Part("".join(below), "dim")))


def events_down(sheet: Sheet, style: Style) -> Iterator[Row]:
    """A row an event or agreement, its members as codes across."""
    matrix = sheet.found
    marks = [[sheet.marks.of(cell) for cell in column] for column in sheet.cells]
    cells = max(4, 1 + max(width(mark) for of in marks for mark in of))
    name = max(12, style.width - DATE - cells * len(matrix.members) - TOTAL)
    codes = "".join(pad(member.code, cells) for member in matrix.members)
    yield Row((Part(" " * (DATE + name)), Part(codes, "dim")))
    for at, column in enumerate(sheet.columns):
        left = Part(f" {pad(_date(column), DATE - 1)}", "dim")
        what = Part(pad(named(column, name - 1, style), name), "text", column.id)
        parts = (_cell(sheet, at, place, pad(mark, cells)) for place, mark in enumerate(marks[at]))
        total = f"{_total(matrix.total_of(column)):>{TOTAL - 1}}"
        yield Row((left, what, *parts, Part(total, "dim")))
    for words, part in ((DONE[matrix.mode.id], "done"), ("of those known", "known")):
        figures = "".join(pad(str(getattr(total, part)), cells) for total in matrix.totals)
        yield Row((Part(f"{words:>{DATE + name - 2}}  ", "dim"), Part(figures, "dim")))


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


def _width(column: Column, marks: Sequence[str]) -> int:
    head = max(len("2009-06"), width(_head(column, HEAD, 1, Style())[0]))
    return 2 + max(head, *map(width, marks))


def _head(column: Column, cells: int, lines: int, style: Style) -> list[str]:
    """Where it was, or what it is, in so many lines; no word is broken."""
    more = style.marks.more
    text = column.place or named(column, cells * lines, style)
    if lines == 1:
        return [clip(text, cells, more)]
    words = " ".join(clip(word, cells, more) for word in text.split())
    wrapped = wrap(words, cells)
    if len(wrapped) > lines:
        # The next line is added before cutting, so that the ellipsis comes where the line is full.
        wrapped[lines - 1] = clip(f"{wrapped[lines - 1]} {wrapped[lines]}", cells, more)
    return [*wrapped[:lines], *[""] * (lines - len(wrapped))]


def named(column: Column, cells: int, style: Style) -> str:
    """The first of its names that fits, or as much of its own as fits."""
    fitting = (name for name in (column.name, *column.names) if width(name) <= cells)
    return clip(next(fitting, column.name), cells, style.marks.more)


def _centred(text: str, cells: int) -> str:
    """Text in the middle of a column; of several marks the first stands there."""
    # Of `✗✓` the first mark stands under the others of its column; words and numbers are centred whole.
    middle = width(text) if len(text) > 3 or text[:1].isalnum() else 1
    return pad(" " * max(0, (cells - 1 - middle) // 2) + text, cells)


def _date(column: Column) -> str:
    """The beginning of its date as far as it is known: `2009-06-14`, `2009-06`."""
    return (column.when or "").partition("/")[0].strip("[~?%").partition("..")[0]


def _cell(sheet: Sheet, at: int, place: int, text: str) -> Part:
    key = f"{sheet.columns[at].id} {sheet.found.members[place].id}"
    return Part(text, "text" if sheet.cells[at][place].statements else "dim", key)


def _total(total: Total) -> str:
    return f"{total.done}/{total.known}" if total.known else ""
