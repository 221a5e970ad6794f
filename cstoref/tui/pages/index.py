"""The index as lines: the sections with their counts, and below the open one its rows."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.render.text import clip, pad, width
from cstoref.tui.line import Line, Piece, plain

from .rows import IndexRow


def index_lines(
    sections: Sequence[tuple[str, str, int]],
    open_section: str,
    rows: Sequence[IndexRow],
    cells: int,
    filtered: str = "",
) -> list[Line]:
    """The sections with their counts; below the open one its rows under their headings."""
    lines: list[Line] = []
    for number, (id, label, count) in enumerate(sections, 1):
        mark = "▾" if id == open_section else "▸"
        right = f"{count:,}"
        left = pad(f"{mark} {label}", cells - width(right) - 3)
        lines.append(
            Line(
                (Piece(left, "heading"), Piece(right, "dim"), Piece(f" {number}", "dim")),
                f"section:{id}",
            )
        )
        if id == open_section:
            lines += _rows(rows, cells, filtered)
    return lines


def _rows(rows: Sequence[IndexRow], cells: int, filtered: str) -> list[Line]:
    lines: list[Line] = []
    if filtered:
        lines.append(plain(f"   with “{filtered}”: {len(rows)}", "accent"))
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append(plain(clip(f"  {group}", cells), "dim"))
        room = cells - width(row.right) - 4
        lines.append(
            Line((Piece("   " + pad(clip(row.name, room), room)), Piece(row.right + " ", "dim")), row.key)
        )
    return lines
