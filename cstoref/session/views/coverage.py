"""For which state, office and year a holder is known, and for which none: what to look for next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from cstoref.export.answers import office_coverage_json
from cstoref.filter_query import narrowed as filter_query
from cstoref.namedtuples import NamedTuple
from cstoref.render.office_coverage import GAP, NONE, coverage_body, coverage_head, coverage_keys
from cstoref.render.rows import Row, row
from cstoref.render.text import Style
from cstoref.session.filters import counted, no_match
from cstoref.session.page_items import ItemPage, PageItem
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.office_coverage import (
    OUTSIDE,
    PART,
    WHOLE,
    OfficeCoverage,
    OfficeRow,
    gaps_of,
    narrowed,
    office_coverage,
)

from .base import View

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

ORDERS = ("state", "office", "most gaps first")
GAPS = "gaps: only with gaps"
"""The facet of the offices of which some year is not known."""


class Gap(NamedTuple):
    """Years of one office in which nobody is known."""

    row: OfficeRow
    first: int
    last: int


class Coverage(View):
    """The posts that sit in a council, of every state, year by year."""

    title = "Coverage"
    wide = True
    orders = ORDERS
    footer = (("facets", "facet"), ("find-here", "filter"), ("sort", "sort"), ("back", "back"))

    def __init__(self, store: Store, user: UserData) -> None:
        super().__init__(store, user)
        # A key press asks for the same coverage several times.
        self._read = lru_cache(maxsize=2)(self._filtered)

    def keys(self, state: State) -> Sequence[str]:
        by_office = state.record_sort == ORDERS[1]
        return tuple(dict.fromkeys(coverage_keys(self._shown(state), by_office)))

    def head(self, state: State, style: Style) -> Sequence[Row]:
        return list(coverage_head(self._shown(state), style))

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        shown = self._shown(state)
        if self._found.rows and not shown.rows:
            return [row(no_match(state.record_filter, state.record_facet), "heading")]
        return list(coverage_body(shown, style, by_office=state.record_sort == ORDERS[1]))

    def page(self, state: State) -> ItemPage:
        found = self._found
        items = [_share_item(label, known, wanted) for _, label, known, wanted in found.shares]
        items += [PageItem("Offices", heading=True)] if found.rows else []
        items += [self._item(one) for one in _ordered(found.rows, state.record_sort)]
        head = (f"{found.first} to {found.last}; years in which the state was a member.",)
        return ItemPage("Coverage of offices", head if found.rows else (), tuple(items), ORDERS, empty=NONE)

    def json(self, state: State) -> object:
        return office_coverage_json(self._shown(state))

    def facets(self, state: State) -> list[tuple[str, int]]:
        return counted(_facets(one) for one in self._found.rows)

    def reference(self, key: str) -> str:
        gap = self._gap(key)
        return next(iter(gap.row.offices), gap.row.state) if gap else key

    def caption(self, key: str) -> tuple[str, str] | None:
        gap = self._gap(key)
        if gap is None:
            return None
        years = f"{gap.first}–{gap.last}" if gap.first != gap.last else str(gap.first)
        return f"{gap.row.name} · {gap.row.label} · {years}", "No source of this pack names a holder."

    @cached_property
    def _found(self) -> OfficeCoverage:
        return office_coverage(self.store)

    def _shown(self, state: State) -> OfficeCoverage:
        """The coverage with what passes the filter of a state, in its order."""
        return self._read(state.record_filter, state.record_facet, state.record_sort)

    def _filtered(self, words: str, facet: str, order: str) -> OfficeCoverage:
        filter = filter_query(words)
        rows = [
            one
            for one in self._found.rows
            if filter.meets(one.name, one.label) and (not facet or facet in _facets(one))
        ]
        years = [int(day[:4]) if day else None for day in (filter.since, filter.until)]
        return narrowed(self._found, _ordered(rows, order), *years)

    def _gap(self, key: str) -> Gap | None:
        """The years without a holder that a key stands for."""
        if not key.startswith(GAP):
            return None
        state, post, year = key.removeprefix(GAP).rsplit(":", 2)
        for one in self._found.rows:
            if (one.state, one.post) == (state, post):
                return next((Gap(one, a, b) for a, b in _unknown(one) if a <= int(year) <= b), None)
        return None

    def _item(self, one: OfficeRow) -> PageItem:
        """An office in words: the years that are known, and those that are not."""
        wanted = [cell for cell in one.cells if cell.known != OUTSIDE]
        known = sum(cell.known in (WHOLE, PART) for cell in wanted)
        gaps = ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in gaps_of(one))
        text = f"{one.name}, {one.label.lower()}: {known} of {len(wanted)} years"
        target = Target("record", next(iter(one.offices), one.state))
        return PageItem(f"{text}; not {gaps}" if gaps else text, target, facets=tuple(_facets(one)))


def _unknown(one: OfficeRow) -> list[tuple[int, int]]:
    """The gaps of an office without the years in which the last known holder is shown."""
    return gaps_of(one._replace(cells=tuple(cell for cell in one.cells if not cell.statements)))


def _ordered(rows: Sequence[OfficeRow], order: str) -> list[OfficeRow]:
    if order == ORDERS[1]:
        posts = list(dict.fromkeys(one.post for one in rows))
        return sorted(rows, key=lambda one: posts.index(one.post))
    if order == ORDERS[2]:
        gaps = Counter({one.state: 0 for one in rows})
        for one in rows:
            gaps[one.state] += _years(one)
        return sorted(rows, key=lambda one: (-gaps[one.state], one.name, -_years(one)))
    return list(rows)


def _years(one: OfficeRow) -> int:
    """In how many years nobody is known."""
    return sum(last - first + 1 for first, last in gaps_of(one))


def _facets(one: OfficeRow) -> Iterator[str]:
    yield f"office: {one.label}"
    yield f"state: {one.name}"
    if gaps_of(one):
        yield GAPS


def _share_item(label: str, known: int, wanted: int) -> PageItem:
    return PageItem(f"{label}: {known} of {wanted} years known, {100 * known / max(1, wanted):.0f} percent")
