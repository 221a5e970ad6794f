"""Search results as lines: each with why it matched, or which kind of no it is."""

from __future__ import annotations

from collections.abc import Mapping

from cstoref.render.text import clip, pad, width, wrap
from cstoref.store.search.exact import STATEMENT
from cstoref.store.search.results import SearchResult
from cstoref.tui.line import Line, Piece, plain

MOST = 3
"""Lines of a statement or a sentence that are shown of a result."""
NO = {
    "silent": "The sources do not say.",
    "outside": "Outside this reference. Try a state, person, event or year.",
    "not_found": "Nothing found. Try fewer or other words.",
}


def result_lines(results: SearchResult, names: Mapping[str, str], cells: int) -> list[Line]:
    """Search results as items, keyed by their rank, with the reason of each below it."""
    if not results.hits:
        return _no_lines(results, cells)
    read_as = wrap(f"read as: {results.read_as}", max(10, cells - 2)) if results.read_as else []
    lines = [plain(f" {part}", "dim") for part in read_as]
    for rank, hit in enumerate(results.hits):
        if hit.tier < STATEMENT:
            kind = hit.kind or ""
            room = max(8, cells - width(kind) - 3)
            lines.append(
                Line((Piece(" " + pad(clip(hit.name, room - 1), room)), Piece(kind + " ", "dim")), rank)
            )
        else:
            about = names.get(hit.record or "", "source text")
            lines.append(Line((Piece(" " + clip(about, cells - 2), "accent"),), rank))
            lines += [Line((Piece(f"   {part}"),), rank) for part in _beginning(hit.name, max(10, cells - 5))]
        why = wrap(hit.why, max(10, cells - 5)) if hit.why else []
        lines += [Line((Piece(f"   {part}", "dim"),), rank) for part in why]
    return lines


def _beginning(text: str, cells: int) -> list[str]:
    """As much of a text as so many lines hold; that there is more is visible."""
    lines = wrap(text, cells)
    return lines if len(lines) <= MOST else [*lines[: MOST - 1], clip(f"{lines[MOST - 1]} …", cells)]


def _no_lines(results: SearchResult, cells: int) -> list[Line]:
    """Suggestions as items, keyed from -1 downwards."""
    no = NO.get(results.status, NO["not_found"])
    lines = [plain(f" {part}", "accent") for part in wrap(no, max(10, cells - 2))]
    for rank, hit in enumerate(results.suggestions):
        lines.append(Line((Piece(" " + clip(hit.name, cells - 2), "link"),), -1 - rank))
        lines += [
            Line((Piece(f"   {part}", "dim"),), -1 - rank) for part in wrap(hit.why, max(10, cells - 5))
        ]
    return lines
