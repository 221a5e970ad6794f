"""The index as lines: the sections with their counts, below the open one its rows; or where to start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cstoref.render.text import clip, clip_middle, pad, width
from cstoref.session.index import HEAD
from cstoref.session.sections import REFERENCES, TEXTS, Section, SectionRow
from cstoref.tui.line import Key, Line, Piece, plain

Cut = Callable[[str, int], str]
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
    lines: list[Line] = []
    if filtered:
        lines.append(plain(clip(f"    {filtered} · {len(rows)} · Esc all", cells), "accent"))
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append(_row(MARKED.get(group, group), "", cells, 4, None, "dim"))
        name = f"? {row.name}" if row.possible else row.name
        lines.append(_row(name, f"{row.statements:,}", cells, 6 if row.group else 4, row.key))
    return lines


def _row(
    name: str, right: str, cells: int, indent: int, key: Key, style: str = "text", cut: Cut = clip_middle
) -> Line:
    room = max(4, cells - width(right) - indent - 2)
    left = " " * indent + pad(cut(name, room - 1), room)
    return Line((Piece(left, style), Piece(right.rjust(1) + " ", "dim")), key)
