"""What the words after a list command mean: a record or words, and the time among them."""

from __future__ import annotations

from cstoref import fold
from cstoref.errors import UsageError
from cstoref.namedtuples import NamedTuple
from cstoref.store.search.exact import exact_hits
from cstoref.store.search.periods import period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

SMALL = frozenset(("in", "on", "of", "during", "the", "and", "about"))
"""Words that are left over beside a name and a time, and say nothing."""


class NamedTime(NamedTuple):
    """The words that name something, and the days that a time among them covers."""

    words: tuple[str, ...]
    since: str | None
    until: str | None

    @property
    def text(self) -> str:
        """The words as one text; empty where nothing but a time was typed."""
        return " ".join(self.words)


def named_time(
    store: Store, words: Sequence[str], since: str | None = None, until: str | None = None
) -> NamedTime:
    """Take the time off some words: `kazakhstan 2022`, `june 2009`, `2005-2009`. `since` and `until` narrow
    it further. The year of a whole name, as in Rubezh-2008, is part of the name.

    Raises UsageError for a date that is not in the calendar.
    """
    text = " ".join(words)
    if not words or store.record(text) or store.conflict(text) or exact_hits(store, fold.key(text)):
        return NamedTime(tuple(words), since, until)
    folded = fold.words(text).split()
    time, places = period(folded)
    if time.problem:
        raise UsageError(time.problem)
    if not time.given:
        return NamedTime(tuple(words), since, until)
    left = [word for at, word in enumerate(folded) if at not in places]
    while left and (left[-1] in SMALL or left[0] in SMALL):
        left = left[:-1] if left[-1] in SMALL else left[1:]
    return NamedTime(
        tuple(left), max(filter(None, (since, time.first))), min(filter(None, (until, time.last)))
    )
