"""What was typed to narrow a view over time: years, and words that a name must have."""

from __future__ import annotations

import re

from cstoref import fold
from cstoref.namedtuples import NamedTuple

_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?$")


class FilterQuery(NamedTuple):
    """First and last day, where years were typed, and the other words, folded."""

    since: str | None
    until: str | None
    words: tuple[str, ...]

    def meets(self, *names: str) -> bool:
        """Whether all words stand in the names, together."""
        return self.meets_folded(fold.words(" ".join(names)))

    def meets_folded(self, folded: str) -> bool:
        """Whether all words stand in a text that is folded already."""
        return all(word in folded for word in self.words)


def narrowed(typed: str) -> FilterQuery:
    """Read `2009`, `2005-2014` and words, in any order."""
    since = until = None
    words: list[str] = []
    for part in typed.split():
        years = _YEARS.match(part)
        if years:
            since, until = f"{years[1]}-01-01", f"{years[2] or years[1]}-12-31"
        else:
            words += fold.words(part).split()
    return FilterQuery(since, until, tuple(words))


def facet_of(facet: str, name: str) -> str | None:
    """The value of a facet, `name: value`, where it has that name."""
    head, _, value = facet.partition(": ")
    return value if head == name else None
