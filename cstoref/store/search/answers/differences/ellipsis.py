"""What the shorter side of a comparison leaves out: `interaction vs rubezh exercises`, `the council of
defence ministers versus the cis one`."""

from __future__ import annotations

from cstoref import fold

from ...interpretation import Interpretation
from ...things import Thing, things

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

BETWEEN = ("vs", "versus", "and", "or", "with", "to", "from")
"""Words between the two sides."""
SAME = ("one", "ones")
"""Words that stand for what the other side is called."""


def completed(store: Store, reading: Interpretation) -> tuple[Thing, ...]:
    """The two things with what one side leaves out; those of the reading where nothing is left out."""
    named = reading.things
    if len(named) == 1:
        other = _of_the_same_name(store, reading, named[0])
        return (other, named[0]) if other else named
    if len(named) == 2 and reading.words[-1] in SAME:
        other = _named(store, [*_typed(reading, named[1]), *_own_words(store, reading, named[0])])
        return (named[0], other) if other else named
    return named


def _of_the_same_name(store: Store, reading: Interpretation, thing: Thing) -> Thing | None:
    """What the side without a name is called with the last words of the other: `exercises`."""
    typed = fold.words(thing.name).split()
    left = [
        word
        for place, word in enumerate(reading.words)
        if place not in thing.places and word in (*reading.rest, *reading.unknown, *reading.called.split())
    ]
    if not left or not {*BETWEEN}.intersection(reading.words):
        return None
    found = (_named(store, [*left, *typed[-length:]]) for length in range(1, len(typed)))
    return next((other for other in found if other and other.record != thing.record), None)


def _own_words(store: Store, reading: Interpretation, thing: Thing) -> list[str]:
    """The words of a thing without those of what the pack is about."""
    typed = _typed(reading, thing)
    subject = things(store, typed[:1])
    return typed[1:] if subject and subject[0].record == store.pack["subject"] else typed


def _typed(reading: Interpretation, thing: Thing) -> list[str]:
    return [reading.words[place] for place in thing.places]


def _named(store: Store, words: Sequence[str]) -> Thing | None:
    """The record of which all of the words are a name."""
    found = things(store, words)
    return found[0] if found and len(found[0].places) == len(words) else None
