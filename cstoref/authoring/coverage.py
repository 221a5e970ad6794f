"""How much of each text the statements rest on, sentence by sentence.

A sentence is covered when passages take up at least half of it; with less it is partly covered. A passage
marked as silent (rhetoric that states nothing) covers it too, and is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cstoref.model import Citation, Pack
from cstoref.sentences import sentences

COVERED = "covered"
PARTLY = "partly"
SILENT = "silent"
BARE = "bare"


class Sentence(NamedTuple):
    """One sentence of a source and what rests on it."""

    source: str
    number: int
    start: int
    end: int
    text: str
    state: str
    statements: tuple[str, ...]


def coverage(pack: Pack, source: str | None = None) -> list[Sentence]:
    """Every sentence of every text (or of one), in order."""
    cited: dict[str, list[tuple[Citation, str]]] = {}
    for statement in pack.statements:
        for citation in statement.citations:
            cited.setdefault(citation.source, []).append((citation, statement.id))
    silent: dict[str, list[Citation]] = {}
    for silence in pack.silences:
        silent.setdefault(silence.citation.source, []).append(silence.citation)
    found: list[Sentence] = []
    for id, text in pack.texts:
        if source in (None, id):
            found += _of_text(id, text, cited.get(id, []), silent.get(id, []))
    return found


def _of_text(
    source: str, text: str, cited: list[tuple[Citation, str]], silent: list[Citation]
) -> Iterable[Sentence]:
    for number, (start, end) in enumerate(sentences(text), 1):
        resting = [(c, id) for c, id in cited if _overlap(c, start, end)]
        share = _share([c for c, _ in resting], start, end)
        if share >= 0.5:
            state = COVERED
        elif _share([c for c in silent if _overlap(c, start, end)], start, end) >= 0.5:
            state = SILENT
        else:
            state = PARTLY if resting else BARE
        ids = tuple(dict.fromkeys(id for _, id in resting))
        yield Sentence(source, number, start, end, text[start:end], state, ids)


def _overlap(citation: Citation, start: int, end: int) -> bool:
    assert citation.start is not None and citation.end is not None
    return citation.start < end and citation.end > start


def _share(citations: list[Citation], start: int, end: int) -> float:
    """The part of the sentence that the passages take up together, from 0 to 1."""
    taken = bytearray(end - start)
    for citation in citations:
        assert citation.start is not None and citation.end is not None
        first, last = max(0, citation.start - start), min(end, citation.end) - start
        taken[first:last] = b"\1" * (last - first)
    return sum(taken) / max(1, len(taken))
