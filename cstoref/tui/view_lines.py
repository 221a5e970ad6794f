"""The rows of a view as lines of the explorer: the layout is that of the command line."""

from __future__ import annotations

from collections.abc import Iterable

from cstoref.render.rows import Part, Row
from cstoref.render.text import Style
from cstoref.tui.line import Line, Piece

MARGIN = 1
"""Cells at the right end that stay empty."""


def style_of(cells: int, left: int = 0) -> Style:
    """How rows are written for a pane of a width, of which `left` cells stay empty before them."""
    return Style(max(20, cells - MARGIN - left))


def lines_of(rows: Iterable[Row], left: int = 0) -> list[Line]:
    """Each row as a line; parts keep their looks and keys."""
    before = (Piece(" " * left),) if left else ()
    return [Line((*before, *(_piece(part) for part in row.parts)), row.key) for row in rows]


def _piece(part: Part) -> Piece:
    return Piece(part.text, part.look, part.key)
