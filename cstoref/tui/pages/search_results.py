"""Search results as lines: each with why it matched, or which kind of no it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cstoref.render.text import clip, width, wrap
from cstoref.store.search.exact import EXACT, STATEMENT, WORD, Hit
from cstoref.store.search.search_result import SearchResult
from cstoref.tui.line import Line, Piece, paragraph, plain

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
            lines += _record_lines(hit, rank, cells)
            why = "" if shows_itself(hit) else hit.why
        else:
            about = names.get(hit.record or "", "source text")
            lines += paragraph(about, max(10, cells - 2), "accent", 1, rank)
            lines += [Line((Piece(f"   {part}"),), rank) for part in _beginning(hit.name, max(10, cells - 5))]
            why = hit.why
        lines += paragraph(why, max(13, cells - 2), "dim", 3, rank)
    return lines


def shows_itself(hit: Hit) -> bool:
    """Whether the name of a record that was found shows why: it is what was typed, or what matches stands out
    in it."""
    return hit.matched == hit.name and (hit.tier == EXACT or (bool(hit.spans) and hit.tier <= WORD))


def _record_lines(hit: Hit, rank: int, cells: int) -> list[Line]:
    """The name, whole, with what matches standing out; at the end of its first line the kind."""
    kind = hit.kind or ""
    room = max(8, cells - width(kind) - 3)
    first, *more = wrap(hit.name, room - 1) or [""]
    at = hit.name.find(first)
    pieces = list(_marked(first, hit.spans if at == 0 and shows_itself(hit) else ()))
    blanks = Piece(" " * (room - width(first)))
    lines = [Line((Piece(" "), *pieces, blanks, Piece(kind + " ", "dim")), rank)]
    return lines + [Line((Piece(f"   {part}"),), rank) for line in more for part in wrap(line, room - 3)]


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    done = 0
    for start, end in spans:
        if start < len(text):
            yield Piece(text[done:start])
            yield Piece(text[start:end], "cited")
            done = min(end, len(text))
    yield Piece(text[done:])


def _beginning(text: str, cells: int) -> list[str]:
    """As much of a text as so many lines hold; that there is more is visible."""
    lines = wrap(text, cells)
    return lines if len(lines) <= MOST else [*lines[: MOST - 1], clip(f"{lines[MOST - 1]} …", cells)]


def _no_lines(results: SearchResult, cells: int) -> list[Line]:
    """Suggestions as items, keyed from -1 downwards."""
    no = NO.get(results.status, NO["not_found"])
    lines = [plain(f" {part}", "accent") for part in wrap(no, max(10, cells - 2))]
    for rank, hit in enumerate(results.suggestions):
        lines += paragraph(hit.name, max(10, cells - 2), "link", 1, -1 - rank)
        lines += paragraph(hit.why, max(13, cells - 2), "dim", 3, -1 - rank)
    return lines
