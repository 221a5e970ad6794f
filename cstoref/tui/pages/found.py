"""What a search came to, as lines: hits with their reasons, or which kind of no it is."""

from __future__ import annotations

from collections.abc import Mapping

from cstoref.render.text import clip, pad, width, wrap
from cstoref.store.search.exact import STATEMENT
from cstoref.store.search.results import SearchResult
from cstoref.tui.line import Line, Piece, plain

MOST = 3
"""Lines of what was said or written that are shown of a hit."""


def found_lines(found: SearchResult, names: Mapping[str, str], cells: int) -> list[Line]:
    """What a search came to, as items: hits keyed by their rank, with the reason of each below it."""
    if not found.hits:
        return _no_lines(found, cells)
    lines: list[Line] = []
    for at, hit in enumerate(found.hits):
        if hit.tier < STATEMENT:
            kind = hit.kind or ""
            room = max(8, cells - width(kind) - 3)
            lines.append(Line((Piece(" " + pad(clip(hit.name, room), room)), Piece(kind + " ", "dim")), at))
        else:
            about = names.get(hit.record or "", "source text")
            lines.append(Line((Piece(" " + clip(about, cells - 2), "accent"),), at))
            lines += [Line((Piece(f"   {part}"),), at) for part in _beginning(hit.name, max(10, cells - 5))]
        lines += [Line((Piece(f"   {part}", "dim"),), at) for part in wrap(hit.why, max(10, cells - 5))]
    return lines


def _beginning(text: str, cells: int) -> list[str]:
    """As much of a text as so many lines hold; that there is more is seen."""
    lines = wrap(text, cells)
    return lines if len(lines) <= MOST else [*lines[: MOST - 1], clip(f"{lines[MOST - 1]} …", cells)]


def _no_lines(found: SearchResult, cells: int) -> list[Line]:
    word = {
        "silent": "The sources do not say.",
        "outside": "Outside this reference.",
        "not_found": "Nothing is found.",
    }[found.status]
    lines = [plain(" " + word, "accent")]
    for at, hit in enumerate(found.suggestions):
        lines.append(Line((Piece(" " + clip(hit.name, cells - 2), "link"),), -1 - at))
        lines += [Line((Piece(f"   {part}", "dim"),), -1 - at) for part in wrap(hit.why, max(10, cells - 5))]
    return lines
