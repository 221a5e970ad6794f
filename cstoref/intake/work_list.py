"""What is still to be done for the texts of a pack: sentences without a statement, citations without a
passage, names without a record. A list for a person; nothing of it is data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from cstoref import fold
from cstoref.coverage import BARE, PARTLY
from cstoref.errors import UserError
from cstoref.model import Source
from cstoref.store.queries import Store

from .names import names_of
from .suggestions import Suggestions, suggestions

LIKELY = 3
"""Sentences that are named for a citation without a passage."""


class OpenSentence(NamedTuple):
    """A sentence on which nothing rests, or on which too little does."""

    source: str
    number: int
    start: int
    end: int
    text: str
    state: str
    suggested: Suggestions


class Unanchored(NamedTuple):
    """A citation of a text without a passage, and the likeliest sentences."""

    statement: str
    text: str
    source: str
    likely: tuple[tuple[int, str], ...]
    """Where each begins, and its words."""


class UnknownName(NamedTuple):
    """A name that no record has: how often it stands in the texts, and where first."""

    name: str
    times: int
    source: str
    start: int


class WorkList(NamedTuple):
    """All of it, for some texts."""

    sources: tuple[str, ...]
    sentences: int
    """How many there are in all."""
    open: tuple[OpenSentence, ...]
    unanchored: tuple[Unanchored, ...]
    names: tuple[UnknownName, ...]

    def as_json(self) -> dict[str, Any]:
        """All of it as plain values, under the names that it has here."""
        return {
            "sources": list(self.sources),
            "sentences": self.sentences,
            "open": [{**one._asdict(), "suggested": one.suggested.as_json()} for one in self.open],
            "unanchored": [
                {**one._asdict(), "likely": [{"start": start, "text": text} for start, text in one.likely]}
                for one in self.unanchored
            ],
            "names": [name._asdict() for name in self.names],
        }


def work_list(store: Store, wanted: Sequence[str] = ()) -> WorkList:
    """The work on some texts, or on all of the topmost pack. Raises UserError for a source without a text."""
    known = {source.id: source for source in store.sources() if source.path}
    layers = store.layers
    own = layers[-1].id if layers else None
    texts = [source for source in known.values() if source.layer == own]
    for id in wanted:
        if id not in known:
            there = ", ".join(known) or "none"
            raise UserError(f"no text “{id}”; there is {there}")
    chosen = [known[id] for id in wanted] if wanted else texts
    sentences = sum(len(store.sentences(source.id)) for source in chosen)
    return WorkList(
        tuple(source.id for source in chosen),
        sentences,
        tuple(one for source in chosen for one in _open(store, source)),
        tuple(one for source in chosen for one in _unanchored(store, source)),
        tuple(_unknown(store, chosen)),
    )


def _open(store: Store, source: Source) -> Iterator[OpenSentence]:
    text = store.text(source.id)
    for number, start, end, _, state in store.sentences(source.id):
        if state in (BARE, PARTLY):
            words = text[start:end]
            suggested = suggestions(store, words, source.issued)
            yield OpenSentence(source.id, number, start, end, words, state, suggested)


def _unanchored(store: Store, source: Source) -> Iterator[Unanchored]:
    """The citations of a text that name no passage."""
    without = [row.statement for row in store.unanchored(source.id)]
    if not without:
        return
    text = store.text(source.id)
    spans = [(start, text[start:end]) for _, start, end, _, _ in store.sentences(source.id)]
    for statement in without:
        yield Unanchored(statement.id, statement.text, source.id, _likeliest(statement.text, spans))


def _likeliest(words: str, spans: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """The sentences that share the most words with a text; rare words count more than common ones."""
    folded = [set(fold.words(sentence).split()) for _, sentence in spans]
    common = Counter(word for sentence in folded for word in sentence)
    wanted = set(fold.words(words).split())
    scores = [sum(1 / common[word] for word in wanted & sentence) for sentence in folded]
    best = sorted(range(len(spans)), key=lambda at: (-scores[at], at))[:LIKELY]
    return tuple(spans[at] for at in best if scores[at])


def _unknown(store: Store, sources: Iterable[Source]) -> Iterator[UnknownName]:
    """The names without a record, the commonest first."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    for source in sources:
        for mention in names_of(store).mentions(store.text(source.id)):
            if not mention.records:
                counts[mention.text] += 1
                first.setdefault(mention.text, (source.id, mention.start))
    for name, times in counts.most_common():
        yield UnknownName(name, times, *first[name])
