"""Facets: what the statements of a page, or the rows of a list, can be narrowed to, and how many each leaves.

One is written `name: value` ("year: 2009"): so it stands in the state and on the screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cstoref.render.text import clip, pad, width
from cstoref.store.facets import of_statement
from cstoref.store.pages import Entry
from cstoref.tui.line import Line, Piece, blank

from .rows import IndexRow

ALL = "all"
"""The key of the line that takes a facet away."""


def of_entry(entry: Entry) -> Iterator[str]:
    """The facets of a statement on a page."""
    return of_statement(entry.statement, entry.conflicts, entry.group)


def has_facet(entry: Entry, facet: str) -> bool:
    """Whether a statement has a facet; an empty one is had by all."""
    return not facet or facet in of_entry(entry)


def counted(facets: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    """Every facet with how many have it: by name in the order of coming, in each by value."""
    counts = Counter(facet for each in facets for facet in each)
    names = list(dict.fromkeys(facet.partition(": ")[0] for facet in counts))
    return sorted(counts.items(), key=lambda item: (names.index(item[0].partition(": ")[0]), item[0]))


def facet_lines(found: Sequence[tuple[str, int]], now: str, cells: int) -> list[Line]:
    """Facets as items of a list under the names they have in common."""
    lines: list[Line] = []
    if now:
        lines.append(Line((Piece(" all again", "accent"),), ALL))
    name = ""
    for facet, count in found:
        head, _, value = facet.partition(": ")
        if head != name:
            name = head
            lines += [*([blank()] if lines else []), Line((Piece(head.capitalize(), "heading"),))]
        right = f"{count:,} "
        room = max(4, cells - width(right) - 3)
        lines.append(Line((Piece("   " + pad(clip(value, room), room)), Piece(right, "dim")), facet))
    return lines


def of_rows(rows: Iterable[IndexRow]) -> list[tuple[str, int]]:
    """Every facet of the rows of a list, counted."""
    return counted(row.facets for row in rows)
