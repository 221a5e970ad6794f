"""The index as lines: the sections with their counts, below the open one its rows; or where to start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cstoref.render.text import clip, clip_middle, pad, width
from cstoref.session.index import HEAD
from cstoref.session.sections import REFERENCES, TEXTS, Section, SectionRow
from cstoref.tui.line import Key, Line, Piece, paragraph

Cut = Callable[[str, int], str]
COUNTED = "statements"
"""What the numbers of the rows count."""
MARKED = {TEXTS: f"“ {TEXTS}", REFERENCES: f"◇ {REFERENCES}"}
"""Headings with a mark before them."""


def index_lines(
    sections: Sequence[Section], opened: str, rows: Sequence[SectionRow], cells: int, filtered: str = ""
) -> list[Line]:
    """The sections with their counts; below the open one its rows, and the filter."""
    lines: list[Line] = []
    for number, (id, label, total) in enumerate(sections, 1):
        mark = "▾" if id == opened else "▸"
        right = f"{total:,}"
        left = pad(clip(f"  {number} {label}", cells - width(right) - 4), cells - width(right) - 3)
        pieces = (Piece(left, "heading"), Piece(right, "dim"), Piece(f" {mark}", "dim"))
        lines.append(Line(pieces, f"{HEAD}{id}"))
        if id == opened:
            lines += _rows(rows, cells, filtered)
    return lines


def _rows(rows: Sequence[SectionRow], cells: int, filtered: str) -> list[Line]:
    """The rows under their headings, each with its number of statements, which the first heading names."""
    lines = paragraph(filtered, cells - 1, "accent", 4) if filtered else []
    group: str | None = None
    for row in rows:
        if row.group != group:
            first, group = group is None, row.group
            lines.append(_heading(MARKED.get(group, group), COUNTED if first else "", cells))
        name = f"? {row.name}" if row.possible else row.name
        lines.append(_row(name, f"{row.statements:,}", cells, 6 if row.group else 4, row.key))
    return lines


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
