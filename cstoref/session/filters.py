"""Which statements, rows and lines a filter lets through: words and years, one facet, quoted only.

A facet is written `name: value` ("year: 2009"), in the state as on the screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cstoref import dates, fold
from cstoref.filter_query import FilterQuery, narrowed
from cstoref.model import QUOTED
from cstoref.namedtuples import NamedTuple
from cstoref.store.facets import of_statement
from cstoref.store.pages import Entry


class Filter(NamedTuple):
    """What must be true of a line; an empty part is true of every line."""

    words: str = ""
    """Words that must be in it, and years in which it must have held or happened: `2005-2014 summit`."""
    facet: str = ""
    quoted_only: bool = False

    def lets_through(
        self, text: str, facets: Iterable[str] = (), day: str = "", grounding: str = "", last: str = ""
    ) -> bool:
        """Whether a line passes. `day` and `last` are its first and last day as ISO text (one day without
        `last`), `grounding` that of its statement; what has none is not asked for it."""
        if self.quoted_only and grounding not in ("", QUOTED):
            return False
        if self.facet and self.facet not in facets:
            return False
        return not self.words or _has(_parsed(self.words), self.words, text, day, last or day)


# A filter is asked for every line of a list, each time with the same words.
@lru_cache(maxsize=4)
def _parsed(words: str) -> FilterQuery:
    return narrowed(words)


def _has(filter: FilterQuery, typed: str, text: str, day: str, last: str) -> bool:
    # What held before the years and after them held in them.
    if filter.since and filter.until and not (filter.since <= last and day <= filter.until and day):
        # A line without a day may still name the year.
        folded = fold.words(text)
        return not day and all(word in folded for word in fold.words(typed).split())
    return filter.meets(text)


def no_match(words: str, facet: str = "", quoted_only: bool = False) -> str:
    """What to say of a list in which no line passes the filter."""
    asked = [f"match “{words}”"] if words else []
    asked += [f"have {facet}"] if facet else []
    return f"No {'quoted ' if quoted_only else ''}lines {' and '.join(asked) or 'match'}."


def days_of(when: str | None) -> tuple[str, str]:
    """The first and the last possible day of a time as ISO text; empty without one."""
    if not when:
        return "", ""
    span = dates.parse(when)
    return span.start_earliest, span.end_latest


def passes(entry: Entry, filter: Filter) -> bool:
    """Whether a statement on a page passes."""
    statement = entry.statement
    first, last = days_of(statement.when) if filter.words else ("", "")
    return filter.lets_through(
        f"{statement.text} {entry.label}",
        # Each part is made only where the filter asks for it: this runs for every statement at every letter
        # typed.
        facets_of(entry) if filter.facet else (),
        first,
        statement.grounding if filter.quoted_only else "",
        last,
    )


def facets_of(entry: Entry) -> Iterator[str]:
    """The facets of a statement on a page."""
    return of_statement(entry.statement, entry.conflicts, entry.group)


def counted(facets: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    """Every facet with how many lines have it: by name in the order of appearance, then by value."""
    return counted_together((of_line, 1) for of_line in facets)


def counted_together(facets: Iterable[tuple[Iterable[str], int]]) -> list[tuple[str, int]]:
    """The same of facets that several lines have alike, each with how many."""
    counts: Counter[str] = Counter()
    for of_lines, lines in facets:
        for facet in of_lines:
            counts[facet] += lines
    names = list(dict.fromkeys(facet.partition(": ")[0] for facet in counts))
    return sorted(counts.items(), key=lambda item: (names.index(item[0].partition(": ")[0]), item[0]))
