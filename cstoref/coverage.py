"""How much of each text the statements rest on, sentence by sentence.

A sentence is covered when passages take up at least half of it; with less it is partly covered. A passage
marked as silent (rhetoric that states nothing) covers it too, and is counted apart; a sentence without any
is bare.
"""

from __future__ import annotations

from bisect import bisect_right

from .namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from .model import Citation, Pack

COVERED = "covered"
PARTLY = "partly"
SILENT = "silent"
BARE = "bare"


class SentenceCoverage(NamedTuple):
    """One sentence of a source and what rests on it. `start` and `end` are code points of the text."""

    source: str
    number: int
    start: int
    end: int
    text: str
    state: str
    """One of the four words above."""
    statements: tuple[str, ...]


Passage = tuple[int, int, str]
"""Start and end in the text, and the id of a statement that rests on it, or nothing."""


def coverage(pack: Pack, source: str | None = None) -> list[SentenceCoverage]:
    """Every sentence of every text (or of one), in order."""
    cited: dict[str, list[Passage]] = {}
    for statement in pack.statements:
        for citation in statement.citations:
            cited.setdefault(citation.source, []).extend(passages(citation, statement.id))
    silent: dict[str, list[Passage]] = {}
    for silence in pack.silences:
        silent.setdefault(silence.citation.source, []).extend(passages(silence.citation))
    covered: list[SentenceCoverage] = []
    for id, text in pack.texts:
        if source in (None, id):
            covered += coverage_of(id, text, cited.get(id, []), silent.get(id, []))
    return covered


def passages(citation: Citation, statement: str = "") -> Iterator[Passage]:
    """The passage of a citation, if it has one."""
    if citation.start is not None and citation.end is not None:
        yield citation.start, citation.end, statement


def coverage_of(
    source: str, text: str, cited: Iterable[Passage], silent: Iterable[Passage]
) -> Iterator[SentenceCoverage]:
    """Every sentence of one text. `cited` are its passages with the statements that rest on them, `silent`
    those that state nothing."""
    from .sentences import sentences  # not for who only needs the words

    spans = sentences(text)
    resting, silences = _by_sentence(cited, spans), _by_sentence(silent, spans)
    for at, (start, end) in enumerate(spans):
        on_it = resting.get(at, ())
        if _is_half(on_it, start, end):
            state = COVERED
        elif _is_half(silences.get(at, ()), start, end):
            # Statements come first: a sentence that states something is not silent, even if it is marked so.
            state = SILENT
        else:
            state = PARTLY if on_it else BARE
        ids = tuple(dict.fromkeys([id for _, _, id in on_it]))
        yield SentenceCoverage(source, at + 1, start, end, text[start:end], state, ids)


def _by_sentence(cited: Iterable[Passage], spans: Sequence[tuple[int, int]]) -> dict[int, list[Passage]]:
    """The place of each sentence to the passages that overlap it. A passage is looked for by bisection: a
    text may have ten thousand sentences, and a sentence as many passages."""
    by_sentence: dict[int, list[Passage]] = {}
    for passage in cited:
        first, past, _ = passage
        # Infinity as the end: found is the last sentence that begins at or before the passage, whatever its
        # own end.
        for at in range(max(0, bisect_right(spans, (first, float("inf"))) - 1), len(spans)):
            start, end = spans[at]
            if start >= past:
                break
            if end > first:
                by_sentence.setdefault(at, []).append(passage)
    return by_sentence


def _is_half(passages: Collection[Passage], start: int, end: int) -> bool:
    """Whether passages take up half of a sentence or more, together; what two share counts once."""
    taken, last = 0, start
    # Sorted by start, so that one pass with the end of what is counted so far never counts a letter twice.
    for first, past, _ in sorted(passages) if len(passages) > 1 else passages:
        first, past = max(first, last), min(past, end)
        if past > first:
            taken, last = taken + past - first, past
    # `max` keeps a sentence of no letters from being covered by nothing.
    return taken * 2 >= max(1, end - start)
