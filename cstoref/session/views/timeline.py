"""What happened when, and who led: terms of office as bars, events on a spine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.export.views import timeline_json
from cstoref.filter_query import facet_of, narrowed
from cstoref.render.rows import Row
from cstoref.render.text import Style
from cstoref.render.timeline import head_rows, spine_rows, tenure_rows, zoom
from cstoref.session.filters import counted
from cstoref.session.page_items import ItemPage, PageItem
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.terms_of_office import Tenure
from cstoref.store.timeline import ABOUT, FOUND, ZOOMS, Point, Timeline, TimelineQuery, timeline

from .base import View

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

SURENESS = {ABOUT: "start or end uncertain", FOUND: "dated by the editors"}


class TimelineView(View):
    """The timeline of the pack, or of a record. Its orders are its granularities: decades, years, months."""

    title = "Timeline"
    wide = True
    footer = (("find-here", "filter"), ("sort", "zoom"), ("as-of", "as-of"), ("back", "back"))
    orders = ZOOMS

    def __init__(self, store: Store, user: UserData) -> None:
        super().__init__(store, user)
        self._read = lru_cache(maxsize=1)(lambda wanted: timeline(store, wanted))

    def head(self, state: State, style: Style) -> Sequence[Row]:
        return list(head_rows(self._shown(state), style))

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        shown = self._shown(state)
        by = state.record_sort if state.record_sort in ZOOMS else zoom(shown)
        return [*tenure_rows(shown, style), *spine_rows(shown, by, style)]

    def page(self, state: State) -> ItemPage:
        read = self._timeline(TimelineQuery(record=state.view_of or None, as_of=state.as_of))
        title = f"Timeline of {read.record.name}" if read.record else "Timeline"
        head = f"{read.since[:4]} to {read.until[:4]}, as of {dates.spoken(read.day)}."
        items = [item for tenure in read.tenures for item in _tenure_items(tenure)]
        for heading, points in (("Events", read.points), ("Undated", read.undated)):
            if points:
                items += [PageItem(heading, heading=True), *map(_point_item, points)]
        return ItemPage(title, (head,), tuple(items))

    def json(self, state: State) -> object:
        return timeline_json(self._shown(state))

    def facets(self, state: State) -> list[tuple[str, int]]:
        shown = self._shown(state)
        return counted([f"type: {point.type}"] for point in (*shown.points, *shown.undated))

    def _timeline(self, wanted: TimelineQuery) -> Timeline:
        read: Timeline = self._read(wanted)
        return read

    def _shown(self, state: State) -> Timeline:
        """The timeline with what passes the filter of a state."""
        filter = narrowed(state.record_filter)
        read = self._timeline(
            TimelineQuery(
                record=state.view_of or None,
                since=filter.since,
                until=filter.until,
                type=facet_of(state.record_facet, "type"),
                as_of=state.as_of,
            )
        )
        if not filter.words:
            return read
        points, undated = (
            tuple(point for point in some if filter.meets(point.name, point.type, point.place or ""))
            for some in (read.points, read.undated)
        )
        return read._replace(points=points, undated=undated)


def _tenure_items(tenure: Tenure) -> list[PageItem]:
    """Who held an office when; a term leads to its statements."""
    return [
        PageItem(tenure.label, heading=True),
        *(
            PageItem(
                f"{term.name}, {dates.spoken(term.when)}",
                Target("statements" if len(term.statements) > 1 else "statement", " ".join(term.statements)),
                facets=("type: term of office",),
                day=term.start_latest,
            )
            for term in tenure.terms
        ),
    ]


def _point_item(point: Point) -> PageItem:
    facts = (point.type, point.place, SURENESS.get(point.sureness, ""))
    when = f"{dates.spoken(point.when)}: " if point.when else ""
    return PageItem(
        f"{when}{point.name}; {', '.join(fact for fact in facts if fact)}",
        Target("record", point.id),
        facets=(f"type: {point.type}", f"year: {point.day[:4] or 'undated'}"),
        day=point.day,
    )
