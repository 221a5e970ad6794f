"""How much of a question a statement meets, as a share of one: of its things, topics, type, time and words.

A score says which statement is the best there is; a share says whether it is good enough.
"""

from __future__ import annotations

from math import log

from cstoref.namedtuples import NamedTuple
from cstoref.store import world

from ...interpretation import Interpretation
from ..shared.matches import with_word
from .evidence import Candidate, NamesNeeded
from .scores import is_in_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstoref.store.queries import Store

TOPIC, TYPE, TIME, STRANGE, THING = 4.0, 3.0, 4.0, 4.0, 4.5
"""What a topic, a type, a time, a word that nothing here has, and at most a thing tell. Things and words tell
more the rarer they are."""
SECOND, MENTIONED, RELATED, FURTHER = 0.8, 0.7, 0.4, 0.5
"""Shares of it for a field that will do, a word that was taken for a topic, what is said elsewhere of the
same record, and a further topic."""
CLEARLY = 0.15
"""By how much more of a question a statement must meet to come before one with a better score."""


class Question(NamedTuple):
    """What each part of a question tells, with the statements that meet it."""

    reading: Interpretation
    things: tuple[tuple[str, float], ...]
    """Record and weight; without what the pack is about, which most statements go without."""
    words: tuple[tuple[dict[int, float], float], ...]
    asked: tuple[dict[int, float], ...]
    """Statements with the words that were taken for topics."""
    called: set[int]
    """Statements with the word for the type."""
    whole: float
    subject: str
    """What the pack is about."""

    def share(self, candidate: Candidate, evidence: NamesNeeded) -> float:
        """The share that a statement meets."""
        reading, number = self.reading, candidate.number
        met = sum(having.get(number, 0.0) * weight for having, weight in self.words)
        for record, weight in self.things:
            named = evidence.things[record]
            part = min(1.0, named.scores.get(number, 0.0) / named.full)
            met += weight * (part or (RELATED if candidate.subject in named.subjects else 0.0))
        spoken = MENTIONED * any(number in having for having in self.asked)
        topics = sorted(
            (max(spoken, _of_topic(candidate, fields)) for fields in reading.fields), reverse=True
        )
        met += sum(TOPIC * part * (FURTHER if at else 1.0) for at, part in enumerate(topics))
        met += TYPE * (candidate.type in reading.types or MENTIONED * (number in self.called))
        met += TIME * (reading.period.given and is_in_time(reading, candidate))
        return met / self.whole if self.whole else 1.0

    def named(self, candidate: Candidate, evidence: NamesNeeded) -> int:
        """How many of the things a statement concerns or mentions."""
        return sum(
            candidate.number in evidence.things[record].scores
            for record, _ in self.things
            if record != self.subject
        )

    def most(self, candidates: Iterable[Candidate], evidence: NamesNeeded) -> float:
        """The largest share that one of some statements meets."""
        return max((self.share(one, evidence) for one in candidates), default=0.0)


def _of_topic(candidate: Candidate, fields: Sequence[str]) -> float:
    """How well the field of a statement meets a topic."""
    return (1.0 if candidate.field == fields[0] else SECOND) if candidate.field in fields else 0.0


def parts_of(store: Store, reading: Interpretation, evidence: NamesNeeded) -> Question:
    """The parts of a question, and what each tells."""
    total = float(store.count("statements") + 1)
    subject = store.pack["subject"]
    things = tuple(
        (thing.record, min(THING, log(total / (len(evidence.things[thing.record].scores) + 1))))
        for thing in reading.things
        if thing.record != subject or len(reading.things) == 1
    )
    pairs = zip(reading.rest, evidence.words, strict=False)
    words = tuple(pair for word, pair in pairs if word not in reading.cue("light"))
    asked = tuple(having for having, _ in evidence.words[len(reading.rest) :])
    called = with_word(store, reading.called.split()[-1]) if reading.called else set()
    strange = sum(
        STRANGE for word in reading.unknown if word not in reading.cue("light") and not world.is_common(word)
    )
    whole = sum(weight for _, weight in (*things, *words)) + strange
    whole += (
        TOPIC * sum(FURTHER if at else 1.0 for at in range(len(reading.fields)))
        + TYPE * bool(reading.types)
        + TIME * reading.period.given
    )
    return Question(reading, things, words, asked, called, whole, subject)


def fullest_first(
    parts: Question, everything: Sequence[Candidate], best: Sequence[Candidate], evidence: NamesNeeded
) -> list[Candidate]:
    """The best statements, before them those that meet clearly more of the question than the first of
    them."""
    if not best:
        return list(best)
    least = parts.share(best[0], evidence) + CLEARLY
    shares = {one.number: parts.share(one, evidence) for one in everything if not one.deprecated}
    fuller = [one for one in everything if shares.get(one.number, 0.0) >= least]
    least_named = parts.named(best[0], evidence)  # what says nothing of a thing is no better answer about it
    fuller = [one for one in fuller if parts.named(one, evidence) >= least_named]
    fuller.sort(key=lambda one: -shares[one.number])
    taken = {one.number for one in fuller}
    return [*fuller, *(one for one in best if one.number not in taken)]
