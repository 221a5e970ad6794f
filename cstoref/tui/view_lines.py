"""The rows of a view as lines of the explorer: the layout is that of the command line."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.render.grid import Grid, KeyedRows
from cstoref.render.rows import Part, Row
from cstoref.render.text import Style
from cstoref.tui.line import Line, Piece
from cstoref.tui.widgets.grid_items import GridItems, MadeLines
from cstoref.tui.widgets.items import Items

MARGIN = 1
"""Cells at the right end that stay empty."""


def style_of(cells: int, left: int = 0) -> Style:
    """How rows are written for a pane of a width, of which `left` cells stay empty before them."""
    return Style(max(20, cells - MARGIN - left))


def lines_of(rows: Sequence[Row], left: int = 0) -> Sequence[Line]:
    """Each row as a line; parts keep their looks and keys. Rows that are made on demand stay so."""
    before = (Piece(" " * left),) if left else ()
    if isinstance(rows, Grid):
        return MadeLines(rows, lambda row: _line(row, before), GridItems(rows.keys))
    if isinstance(rows, KeyedRows):
        items = Items([_line(row, before) for row in rows.there], rows.keys)
        return MadeLines(rows, lambda row: _line(row, before), items)
    return [_line(row, before) for row in rows]


def _line(row: Row, before: tuple[Piece, ...]) -> Line:
    return Line((*before, *(_piece(part) for part in row.parts)), row.key)


def _piece(part: Part) -> Piece:
    return Piece(part.text, part.look, part.key)
