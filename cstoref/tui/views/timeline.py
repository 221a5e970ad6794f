"""What happened when, and who led then: tenures as bars, events on a spine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cstoref.filter_query import facet_of, narrowed
from cstoref.render.timeline import head_rows, spine_rows, tenure_rows, zoom
from cstoref.store.timeline import ZOOMS, TimelineQuery, timeline
from cstoref.store.timeline import Timeline as SearchResult
from cstoref.tui.line import Line
from cstoref.tui.pages.facets import counted
from cstoref.tui.state import ViewState

from .base import View
from .faces import lines_of, style_of

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData


class Timeline(View):
    """The timeline of the pack, or of a record. Sorting zooms: decades, years, months."""

    title = "Timeline"
    whole = True
    keys = (("find-here", "filter"), ("sort", "zoom"), ("as-of", "as-of"), ("back", "back"))

    def __init__(self, store: Store, kept: UserData) -> None:
        super().__init__(store, kept)
        self._read: tuple[TimelineQuery, SearchResult] | None = None

    def named(self, state: ViewState) -> str:
        named = self.store.named([state.view_of]).get(state.view_of)
        return f"{self.title} · {named.name}" if named else self.title

    def head(self, state: ViewState, cells: int) -> Sequence[Line]:
        return lines_of(head_rows(self._found(state), style_of(cells)))

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        found, style = self._found(state), style_of(cells)
        by = state.record_sort if state.record_sort in ZOOMS else zoom(found)
        return lines_of([*tenure_rows(found, style), *spine_rows(found, by, style)])

    def facets(self, state: ViewState) -> list[tuple[str, int]]:
        points = (*self._found(state).points, *self._found(state).undated)
        return counted([f"type: {point.type}"] for point in points)

    def orders(self) -> tuple[str, ...]:
        return ZOOMS

    def _found(self, state: ViewState) -> SearchResult:
        narrow = narrowed(state.record_filter)
        wanted = TimelineQuery(
            record=state.view_of or None,
            since=narrow.since,
            until=narrow.until,
            type=facet_of(state.record_facet, "type"),
            as_of=state.as_of,
        )
        if self._read is None or self._read[0] != wanted:
            self._read = wanted, timeline(self.store, wanted)
        found = self._read[1]
        if not narrow.words:
            return found
        points, undated = (
            tuple(p for p in of if narrow.meets(p.name, p.type, p.place or ""))
            for of in (found.points, found.undated)
        )
        return found._replace(points=points, undated=undated)
