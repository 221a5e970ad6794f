"""The index as lines: the sections with their counts, below the open one its rows; or where to start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cstoref.render.cut_names import cut_apart
from cstoref.render.text import clip, clip_middle, pad, width
from cstoref.session.index import HEAD
from cstoref.session.sections import Section
from cstoref.store.section_list import SectionList
from cstoref.store.section_rows import REFERENCES, TEXTS, SectionRow
from cstoref.tui.line import Key, Line, Piece, paragraph
from cstoref.tui.widgets.grid_items import MadeLines
from cstoref.tui.widgets.list_items import Lines, ListItems

COUNTED = "statements"
"""What the numbers of the rows count."""
MARKED = {TEXTS: f"“ {TEXTS}", REFERENCES: f"◇ {REFERENCES}"}
"""Headings with a mark before them."""
TOGETHER = 64
"""Rows whose names are told apart: more than are seen at once."""


def index_lines(
    sections: Sequence[Section], opened: str, rows: SectionList, cells: int, filtered: str = ""
) -> Sequence[Line]:
    """The sections with their counts; below the open one its rows under their headings, and the filter. The
    first heading names what the numbers of the rows count."""
    heads = [_section(number, one, opened, cells) for number, one in enumerate(sections, 1)]
    begins = next((at for at, one in enumerate(sections, 1) if one.id == opened), len(heads))
    above, below = heads[:begins], heads[begins:]
    above_items = {line.key: at for at, line in enumerate(above)}
    if not below and opened not in {section.id for section in sections}:
        return above
    above += paragraph(filtered, cells - 1, "accent", 4) if filtered else []
    headings = rows.headings
    lines = Lines(len(rows), [row for row, _ in headings])
    titles = dict(headings)
    # Names of rows that stand near each other are cut together, when the first of them is drawn.
    cut = lru_cache(maxsize=8)(
        lambda part: _cut_names(
            [rows[at] for at in range(part * TOGETHER, min(len(rows), (part + 1) * TOGETHER))], cells
        )
    )

    def made(at: int) -> Line:
        if at < len(above):
            return above[at]
        at -= len(above)
        if at >= len(lines):
            return below[at - len(lines)]
        row, is_heading = lines.row(at)
        if is_heading:
            return _heading(MARKED.get(titles[row], titles[row]), COUNTED if row == 0 else "", cells)
        return _of_row(rows[row], cut(row // TOGETHER)[row % TOGETHER], cells)

    items = ListItems(
        above_items, lines, lambda row: rows[row].key, lambda key: rows.place(str(key)),
        [line.key for line in below], len(above),
    )  # fmt: skip
    return MadeLines(range(len(above) + len(lines) + len(below)), made, items)


def _section(number: int, section: Section, opened: str, cells: int) -> Line:
    id, label, total = section
    mark = "▾" if id == opened else "▸"
    right = f"{total:,}"
    left = pad(clip(f"  {number} {label}", cells - width(right) - 4), cells - width(right) - 3)
    pieces = (Piece(left, "heading"), Piece(right, "dim"), Piece(f" {mark}", "dim"))
    return Line(pieces, f"{HEAD}{id}")


def _cut_names(rows: Sequence[SectionRow], cells: int) -> list[str]:
    """The names of rows, cut so that they can be told apart."""
    names = [f"? {row.name}" if row.possible else row.name for row in rows]
    return cut_apart([(name, _room(row, cells) - 1) for name, row in zip(names, rows, strict=True)])


def _of_row(row: SectionRow, name: str, cells: int) -> Line:
    """A row with its number of statements."""
    return _row(name, _count(row), cells, _indent(row), row.key)


def _count(row: SectionRow) -> str:
    return f"{row.statements:,}"


def _indent(row: SectionRow) -> int:
    return 6 if row.group else 4


def _room(row: SectionRow, cells: int) -> int:
    """Cells of the name of a row."""
    return _left(_count(row), cells, _indent(row))


def _left(right: str, cells: int, indent: int) -> int:
    """Cells of a row before what is at its end."""
    return max(4, cells - width(right) - indent - 2)


def _heading(group: str, counted: str, cells: int) -> Line:
    """A heading, and above the first row what the numbers count, where there is room for both."""
    fits = width(group) + width(counted) + 6 <= cells
    return _row(group, counted if fits else "", cells, 4, None, "dim")


def _row(name: str, right: str, cells: int, indent: int, key: Key, style: str = "text") -> Line:
    room = _left(right, cells, indent)
    left = " " * indent + pad(clip_middle(name, room - 1), room)
    return Line((Piece(left, style), Piece(right.rjust(1) + " ", "dim")), key)
