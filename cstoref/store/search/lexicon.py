"""The everyday words of a pack: which fields, types and times the words of a question ask for.

Fields and types are words of the pack (`words` in its vocabulary); the words for time are those of English.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

NOW, LAST, NEXT, FIRST, PREVIOUS = "now", "last", "next", "first", "previous"
LARGEST, SMALLEST = "largest", "smallest"
_TIMES = {
    NOW: (
        "now|current|currently|today|todays|still|nowadays|present day|presently|at present|at the moment|"
        "right now|these days|incumbent|sitting|so far|to date|this year|as of today|as of now"
    ),
    LAST: "last|latest|newest|most recent|most recently|recent|recently|lately|last time",
    NEXT: "next|upcoming|forthcoming|coming|scheduled|following",
    FIRST: "first|earliest|oldest|original|originally|inaugural|initial|initially|very first",
    LARGEST: "largest|biggest|greatest|most troops|most soldiers|highest number",
    SMALLEST: "smallest",
    PREVIOUS: "previous|previously|former|formerly|ex|prior|preceding|past|predecessor",
}
LONGEST = 5
"""Words of the longest phrase."""


class Sense(NamedTuple):
    """What a phrase may mean."""

    fields: tuple[str, ...] = ()
    """The fields that it asks for, the likeliest first."""
    types: tuple[str, ...] = ()
    """The types of records that it is a word for."""
    record: str = ""
    """The record that it means where it names nothing else."""
    time: str = ""
    """now, last, next, first or previous."""


class Lexicon(NamedTuple):
    """Phrases (folded words with blanks between) to what they may mean."""

    senses: dict[str, Sense]

    def has(self, word: str) -> bool:
        """Whether a word by itself is a phrase."""
        return word in self.senses

    def nearest(self, word: str) -> str:
        """The only everyday word that a misspelt one may be meant for, or empty."""
        from .fuzzy import allowed, distance

        most = allowed(len(word))
        near = {
            other: distance(word, other, most)
            for other in self.senses
            if most and abs(len(other) - len(word)) <= most
        }
        least = min(near.values(), default=most + 1)
        nearest = [other for other, edits in near.items() if edits == least]
        same = {id(self.senses[other]) for other in nearest}
        return nearest[0] if least <= most and (len(nearest) == 1 or len(same) == 1) else ""

    def sense(self, words: Sequence[str]) -> Sense | None:
        """What a run of words may mean; None if it is no phrase."""
        return self.senses.get(" ".join(words))


def lexicon(store: Store) -> Lexicon:
    """The everyday words of a pack."""
    senses: dict[str, Sense] = {}
    for key, phrases in store.words("topic"):
        fields = tuple(key.split())
        for phrase in map(fold.words, phrases):
            before = senses.get(phrase, Sense())
            senses[phrase] = before._replace(fields=(*before.fields, *fields))
    for key, phrases in store.words("type"):
        for phrase in map(fold.words, phrases):
            before = senses.get(phrase, Sense())
            senses[phrase] = before._replace(types=(*before.types, *key.split()))
    for record, phrases in store.words("subject"):
        for phrase in phrases:
            senses[phrase] = senses.get(fold.words(phrase), Sense())._replace(record=record)
    for time, text in _TIMES.items():
        for phrase in text.split("|"):
            senses[phrase] = senses.get(phrase, Sense())._replace(time=time)
    return Lexicon(senses)
