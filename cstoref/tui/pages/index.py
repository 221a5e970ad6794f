"""The index as lines: the sections with their counts, below the open one its rows; or where to start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cstoref.render.text import clip, clip_middle, pad, width
from cstoref.session.index import HEAD
from cstoref.session.sections import Section
from cstoref.store.section_list import SectionList
from cstoref.store.section_rows import REFERENCES, TEXTS, SectionRow
from cstoref.tui.line import Key, Line, Piece, paragraph
from cstoref.tui.widgets.grid_items import MadeLines
from cstoref.tui.widgets.list_items import Lines, ListItems

Cut = Callable[[str, int], str]
COUNTED = "statements"
"""What the numbers of the rows count."""
MARKED = {TEXTS: f"“ {TEXTS}", REFERENCES: f"◇ {REFERENCES}"}
"""Headings with a mark before them."""


def index_lines(
    sections: Sequence[Section], opened: str, rows: SectionList, cells: int, filtered: str = ""
) -> Sequence[Line]:
    """The sections with their counts; below the open one its rows under their headings, and the filter. The
    first heading names what the numbers of the rows count."""
    heads = [_section(number, one, opened, cells) for number, one in enumerate(sections, 1)]
    begins = next((at for at, one in enumerate(sections, 1) if one.id == opened), len(heads))
    above, below = heads[:begins], heads[begins:]
    above_items = {line.key: at for at, line in enumerate(above)}
    if not below and opened not in {one.id for one in sections}:
        return above
    above += paragraph(filtered, cells - 1, "accent", 4) if filtered else []
    headings = rows.headings
    lines = Lines(len(rows), [row for row, _ in headings])
    titles = dict(headings)

    def made(at: int) -> Line:
        if at < len(above):
            return above[at]
        at -= len(above)
        if at >= len(lines):
            return below[at - len(lines)]
        row, is_heading = lines.row(at)
        if is_heading:
            return _heading(MARKED.get(titles[row], titles[row]), COUNTED if row == 0 else "", cells)
        return _of_row(rows[row], cells)

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


def _of_row(row: SectionRow, cells: int) -> Line:
    """A row with its number of statements."""
    name = f"? {row.name}" if row.possible else row.name
    return _row(name, f"{row.statements:,}", cells, 6 if row.group else 4, row.key)


def _heading(group: str, counted: str, cells: int) -> Line:
    """A heading, and above the first row what the numbers count, where there is room for both."""
    fits = width(group) + width(counted) + 6 <= cells
    return _row(group, counted if fits else "", cells, 4, None, "dim")


def _row(
    name: str, right: str, cells: int, indent: int, key: Key, style: str = "text", cut: Cut = clip_middle
) -> Line:
    room = max(4, cells - width(right) - indent - 2)
    left = " " * indent + pad(cut(name, room - 1), room)
    return Line((Piece(left, style), Piece(right.rjust(1) + " ", "dim")), key)
