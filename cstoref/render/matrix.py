"""A matrix as rows. Members down and events across, as far as they stand beside each other; else events down.

The key of a cell is `COLUMN MEMBER`, that of a row or column is its record.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.named import NamedTuple

from .marks import Marks
from .rows import BLANK, Part, Row, headed, row, spaced
from .text import Style, clip, pad, width

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
    marks: Marks


def matrix_rows(sheet: Sheet, down: str | None, style: Style) -> Iterator[Row]:
    """The whole view. `down` says what stands below each other, `members` or `events`; None chooses."""
    found = sheet.found
    yield from head_rows(found, style)
    if not sheet.columns:
        yield row("Nothing of this is told within these bounds.")
        return
    across = list(members_down(sheet, style))
    if (down or _down(across, style)) == "members":
        yield from across
    else:
        yield from events_down(sheet, style)
    yield BLANK
    legend = [*sheet.marks.legend(), f"n/m {DONE[found.mode.id]}, of m known"]
    yield from spaced(legend, style.width)


def head_rows(found: Matrix, style: Style) -> Iterator[Row]:
    """Which matrix, how large, over which years."""
    years = sorted({column.day[:4] for column in found.columns if column.day})
    span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    facts = [f"{len(found.members)} members", f"{len(found.columns)} {found.mode.kind}s", span]
    if found.as_of:
        facts.append(f"as of {dates.spoken(found.as_of)}")
    right = f" {style.marks.dot} ".join(fact for fact in facts if fact)
    yield headed(TITLES[found.mode.id], right, style.width, "title")
    yield row(style.marks.rule * style.width, "dim")


def members_down(sheet: Sheet, style: Style) -> Iterator[Row]:
    """A row a member; as many blocks of columns as it takes."""
    found = sheet.found
    label = max(width(member.name) for member in found.members) + 3
    marks = [[sheet.marks.of(cell) for cell in column] for column in sheet.cells]
    widths = [_width(column, of) for column, of in zip(sheet.columns, marks, strict=True)]
    for first, last in _blocks(widths, style.width - label - TOTAL):
        if first:
            yield BLANK
        block = range(first, last)
        for line in (0, 1):
            heads = (Part(_centred(_head(sheet.columns[at], style)[line], widths[at]), "dim") for at in block)
            yield Row((Part(" " * label), *heads))
        for place, member in enumerate(found.members):
            cells = (_cell(sheet, at, place, _centred(marks[at][place], widths[at])) for at in block)
            total = _total(found.totals[place]) if last == len(widths) else ""
            name = Part(pad(f" {member.name}", label), "text", member.id)
            yield Row((name, *cells, Part(f"{total:>{TOTAL - 1}}", "dim")))
        totals = (_centred(_total(found.total_of(sheet.columns[at])), widths[at]) for at in block)
        yield Row((Part(pad(f" {DONE[found.mode.id]}", label), "dim"), Part("".join(totals), "dim")))


def events_down(sheet: Sheet, style: Style) -> Iterator[Row]:
    """A row an event or agreement, its members as codes across."""
    found = sheet.found
    marks = [[sheet.marks.of(cell) for cell in column] for column in sheet.cells]
    cells = max(4, 1 + max(width(mark) for of in marks for mark in of))
    name = max(12, style.width - DATE - cells * len(found.members) - TOTAL)
    codes = "".join(pad(member.code, cells) for member in found.members)
    yield Row((Part(" " * (DATE + name)), Part(codes, "dim")))
    for at, column in enumerate(sheet.columns):
        left = Part(f" {pad(_date(column), DATE - 1)}", "dim")
        what = Part(pad(named(column, name - 1, style), name), "text", column.id)
        parts = (_cell(sheet, at, place, pad(mark, cells)) for place, mark in enumerate(marks[at]))
        total = f"{_total(found.total_of(column)):>{TOTAL - 1}}"
        yield Row((left, what, *parts, Part(total, "dim")))
    for words, part in ((DONE[found.mode.id], "done"), ("of those known", "known")):
        figures = "".join(pad(str(getattr(total, part)), cells) for total in found.totals)
        yield Row((Part(f"{words:>{DATE + name - 2}}  ", "dim"), Part(figures, "dim")))


def _down(across: Sequence[Row], style: Style) -> str:
    """Members stand below each other where one block of columns is all."""
    fits = BLANK not in across and all(width(one.text) <= style.width for one in across)
    return "members" if fits else "events"


def _blocks(widths: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    first = used = 0
    for at, cells in enumerate(widths):
        if used and used + cells > room:
            yield first, at
            first, used = at, 0
        used += cells
    yield first, len(widths)


def _width(column: Column, marks: Sequence[str]) -> int:
    head = max(len("2009-06"), min(HEAD, width(_head(column, Style())[1])))
    return 2 + max(head, *map(width, marks))


def _head(column: Column, style: Style) -> tuple[str, str]:
    return _date(column)[:7], clip(column.place or named(column, HEAD, style), HEAD, style.marks.more)


def named(column: Column, cells: int, style: Style) -> str:
    """The first of its names that fits, or as much of its own as fits."""
    fitting = (name for name in (column.name, *column.names) if width(name) <= cells)
    return clip(next(fitting, column.name), cells, style.marks.more)


def _centred(text: str, cells: int) -> str:
    """Text in the middle of a column; of several marks the first stands there."""
    middle = width(text) if len(text) > 3 or text[:1].isalnum() else 1
    return pad(" " * max(0, (cells - 1 - middle) // 2) + text, cells)


def _date(column: Column) -> str:
    """The beginning of its date as far as it is known: `2009-06-14`, `2009-06`."""
    return (column.when or "").partition("/")[0].strip("[~?%").partition("..")[0]


def _cell(sheet: Sheet, at: int, place: int, text: str) -> Part:
    key = f"{sheet.columns[at].id} {sheet.found.members[place].id}"
    look = "text" if sheet.cells[at][place].statements else "dim"
    return Part(text, look, key if sheet.cells[at][place].statements else None)


def _total(total: Total) -> str:
    return f"{total.done}/{total.known}" if total.known else ""
