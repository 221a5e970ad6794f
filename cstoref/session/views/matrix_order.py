"""The orders of the members of a matrix, and its facet beside those of its columns."""

from __future__ import annotations

from cstoref.store.matrix import Matrix

ORDERS = ("by name", "most first", "least first")
"""Of the members; by how often they came, signed or contributed."""
GAPS = "gaps: only where not all did"
"""The facet of the events or agreements where somebody did not."""


def ordered(whole: Matrix, order: str) -> Matrix:
    """The matrix with its members in one of `ORDERS`; by name where the order is another."""
    if order not in ORDERS[1:]:
        return whole
    sign = -1 if order == ORDERS[1] else 1
    rows = sorted(zip(whole.members, whole.totals, strict=True), key=lambda pair: sign * pair[1].done)
    members, totals = zip(*rows, strict=True) if rows else ((), ())
    return whole._replace(members=members, totals=totals)
