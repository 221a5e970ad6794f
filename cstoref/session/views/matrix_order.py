"""The orders of a matrix, and what its events or agreements can be filtered by."""

from __future__ import annotations

from collections import Counter

from cstoref.store.matrix import Matrix

ORDERS = ("newest first", "oldest first", "most first", "least first")
"""Of the events or agreements; the last two of the members, by how often they came, signed or contributed."""
GAPS = "gaps: only where not all did"
"""The facet of the events or agreements where somebody did not."""


def ordered(whole: Matrix, order: str) -> Matrix:
    """The matrix in one of `ORDERS`; in the first of them where the order is another."""
    if order == ORDERS[1]:
        return whole
    dated = [column for column in whole.columns if column.day]
    undated = [column for column in whole.columns if not column.day]
    newest = whole._replace(columns=(*dated[::-1], *undated))
    if order not in ORDERS[2:]:
        return newest
    sign = -1 if order == ORDERS[2] else 1
    rows = sorted(zip(whole.members, whole.totals, strict=True), key=lambda pair: sign * pair[1].done)
    members, totals = zip(*rows, strict=True) if rows else ((), ())
    return newest._replace(members=members, totals=totals)


def facets_of(whole: Matrix, gaps: Matrix) -> list[tuple[str, int]]:
    """The types of its events or agreements, the most frequent first; then how many have a gap."""
    types = Counter(column.type for column in whole.columns)
    return [*((f"type: {type}", count) for type, count in types.most_common()), (GAPS, len(gaps.columns))]
