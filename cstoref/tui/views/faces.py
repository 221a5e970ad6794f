"""The rows of a view as lines of the explorer: the layout is that of the command line."""

from __future__ import annotations

from collections.abc import Iterable

from cstoref.render.rows import Part, Row
from cstoref.render.text import Style
from cstoref.tui.line import Line, Piece

MARGIN = 1
"""Cells at the right end that stay empty; also at the left of a view whose cells begin without a blank, for
the pointer."""


def style_of(cells: int, margins: int = 1) -> Style:
    """How rows are written for a pane of a width."""
    return Style(max(20, cells - MARGIN * margins))


def lines_of(rows: Iterable[Row], indent: int = 0) -> list[Line]:
    """Each row as a line; parts keep their looks and keys."""
    before = (Piece(" " * indent),) if indent else ()
    return [Line((*before, *(_piece(part) for part in row.parts)), row.key) for row in rows]


def _piece(part: Part) -> Piece:
    return Piece(part.text, part.look, part.key)
