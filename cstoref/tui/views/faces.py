"""The rows of a view as lines of the explorer: the layout is that of the command line."""

from __future__ import annotations

from collections.abc import Iterable

from cstoref.render.rows import Part, Row
from cstoref.render.text import Style
from cstoref.tui.line import Line, Piece

MARGIN = 1
"""Cells at the right end that stay empty."""


def style_of(cells: int) -> Style:
    """How rows are written for a pane of a width."""
    return Style(max(20, cells - MARGIN))


def lines_of(rows: Iterable[Row]) -> list[Line]:
    """Each row as a line; parts keep their looks and keys."""
    return [line_of(row) for row in rows]


def line_of(row: Row) -> Line:
    """One row as a line."""
    return Line(tuple(_piece(part) for part in row.parts), row.key)


def _piece(part: Part) -> Piece:
    return Piece(part.text, part.look, part.key)
