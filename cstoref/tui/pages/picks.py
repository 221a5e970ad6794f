"""Search results in a line each, to pick one of them."""

from __future__ import annotations

from collections.abc import Mapping

from cstoref.render.text import clip, pad, width
from cstoref.store.search.exact import STATEMENT, Hit
from cstoref.store.search.results import SearchResult
from cstoref.tui.line import Line, Piece, plain

from .search_results import NO

WIDEST = 32
"""Cells of the name of what a statement is about."""


def pick_lines(results: SearchResult, names: Mapping[str, str], cells: int) -> list[Line]:
    """A line for each result, or for each suggestion, keyed by its place."""
    hits = results.hits or results.suggestions
    lines = [] if results.hits else [plain(f" {NO.get(results.status, NO['not_found'])}", "dim")]
    return lines + [_line(hit, names, cells, place) for place, hit in enumerate(hits)]


def _line(hit: Hit, names: Mapping[str, str], cells: int, place: int) -> Line:
    if hit.tier < STATEMENT:
        said = " · ".join(part for part in (hit.kind or "", hit.why) if part)
        room = max(8, min(cells - 2, max(width(hit.name), cells - width(said) - 4)))
        name = clip(hit.name, room)
        left = cells - width(name) - 3
        return Line(
            (Piece(f" {name} "), Piece(pad("", max(0, left - width(said))) + clip(said, left), "dim")), place
        )
    about = clip(names.get(hit.record or "", "source text"), min(WIDEST, cells // 3))
    return Line(
        (Piece(f" {about}  ", "accent"), Piece(clip(hit.name, max(8, cells - width(about) - 4)))), place
    )
