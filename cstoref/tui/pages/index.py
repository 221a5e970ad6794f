"""The index as lines: the sections with their counts, and below the open one its rows; where to begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cstoref.render.text import clip, pad, width
from cstoref.tui.line import Key, Line, Piece, blank, plain

from .rows import IndexRow


class Section(NamedTuple):
    """A section of the index: its id, its label, how many there are."""

    id: str
    label: str
    total: int


class Shelf(NamedTuple):
    """A short list that stands where nothing is typed yet: its title, and key, name and sort of each row."""

    title: str
    rows: Sequence[tuple[Key, str, str]]


def index_lines(
    sections: Sequence[Section], opened: str, rows: Sequence[IndexRow], cells: int, narrowed: str = ""
) -> list[Line]:
    """The sections with their counts; below the open one its rows, and by what they are narrowed."""
    lines: list[Line] = []
    for number, (id, label, total) in enumerate(sections, 1):
        mark = "▾" if id == opened else "▸"
        right = f"{total:,}"
        left = pad(clip(f"  {number} {label}", cells - 8), cells - width(right) - 3)
        pieces = (Piece(left, "heading"), Piece(right, "dim"), Piece(f" {mark}", "dim"))
        lines.append(Line(pieces, f"section:{id}"))
        if id == opened:
            lines += _rows(rows, cells, narrowed)
    return lines


def _rows(rows: Sequence[IndexRow], cells: int, narrowed: str) -> list[Line]:
    lines: list[Line] = []
    if narrowed:
        lines.append(plain(clip(f"    {narrowed} · {len(rows)} · Esc all", cells), "accent"))
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append(_row(group, "", cells, 4, None, "dim"))
        lines.append(_row(row.name, row.right, cells, 6 if row.group else 4, row.key))
    return lines


def _row(name: str, right: str, cells: int, indent: int, key: Key, style: str = "text") -> Line:
    room = max(4, cells - width(right) - indent - 2)
    left = " " * indent + pad(clip(name, room - 1), room)
    return Line((Piece(left, style), Piece(right.rjust(1) + " ", "dim")), key)


def shelf_lines(shelves: Sequence[Shelf], cells: int) -> list[Line]:
    """Short lists, each under its title; nothing stands in two of them."""
    lines: list[Line] = []
    for shelf in shelves:
        if shelf.rows:
            lines += [blank(), plain(f"  {shelf.title}", "heading")]
            for key, name, sort in shelf.rows:
                fits = width(name) + width(sort) + 8 <= cells
                lines.append(_row(name, sort if fits else "", cells, 4, key))
    return lines
