"""What happened when, and who led: terms of office as bars, events on a spine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from cstoref import dates, fold
from cstoref.export.views import timeline_json
from cstoref.filter_query import FilterQuery, facet_of
from cstoref.filter_query import narrowed as filter_query
from cstoref.render.grid import KeyedRows
from cstoref.render.rows import Row
from cstoref.render.spine import NONE, spine
from cstoref.render.tenure_bars import row_labels
from cstoref.render.text import Style
from cstoref.render.timeline import head_rows, tenure_rows, zoom
from cstoref.session.filters import counted, no_match
from cstoref.session.page_items import ItemPage, PageItem
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.terms_of_office import Tenure
from cstoref.store.timeline import (
    ABOUT,
    FOUND,
    ZOOMS,
    Point,
    Timeline,
    TimelineQuery,
    narrowed,
    other_names,
    timeline,
)

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
        self._read = lru_cache(maxsize=1)(self._whole)
        self._words = lru_cache(maxsize=1)(self._words_of)
        self._narrowed = lru_cache(maxsize=2)(self._filtered)
        self._made = lru_cache(maxsize=2)(self._make)
        self._bars = lru_cache(maxsize=2)(self._make_bars)
        self._width = Style().width
        """How wide it was drawn last: what the session asks for is then made already."""
        self._last = _asked(State())
        """What was drawn last; captions are of it."""

    def keys(self, state: State) -> Sequence[str]:
        rows = self.rows(state, Style(self._width))
        there = rows.there if isinstance(rows, KeyedRows) else rows
        keys: list[str | None] = [
            key for row in there for key in (row.key, *(part.key for part in row.parts))
        ]
        keys += rows.keys if isinstance(rows, KeyedRows) else []
        return tuple(filter(None, dict.fromkeys(keys)))

    def head(self, state: State, style: Style) -> Sequence[Row]:
        return list(head_rows(self._shown(state), style))

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        self._width, self._last = style.width, _asked(state)
        return self._made(*_asked(state), state.record_sort, style.width)

    def turned(self, state: State) -> str | None:
        """Where the cursor goes when the zoom changes: from a bar, which no zoom changes, to the events."""
        points = {point.id for point in (*self._shown(state).points, *self._shown(state).undated)}
        if state.at in points:
            return state.at
        return next((key for key in self.keys(state) if key in points), state.at)

    def caption(self, key: str) -> tuple[str, str] | None:
        tenures = self._narrowed(*self._last).tenures
        for tenure, (_, below) in zip(tenures, row_labels(tenures), strict=True):
            if key == (tenure.terms[-1].office if below else tenure.of):
                return tenure.label, "; ".join(_in_years(tenure))
        return None

    def page(self, state: State) -> ItemPage:
        read = self._read(state.view_of, state.as_of)
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
        shown = self._narrowed(state.view_of, state.as_of, state.record_filter, "")
        return counted([f"type: {point.type}"] for point in (*shown.points, *shown.undated))

    def _shown(self, state: State) -> Timeline:
        """The timeline with what passes the filter of a state."""
        return self._narrowed(*_asked(state))

    def _make(
        self, of: str, as_of: str | None, words: str, facet: str, sort: str, cells: int
    ) -> Sequence[Row]:
        shown, style = self._narrowed(of, as_of, words, facet), Style(cells)
        none = no_match(words, facet) if words or facet else NONE
        zoomed = sort if sort in ZOOMS else zoom(shown)
        points = spine(shown, zoomed, style, none)
        return KeyedRows(self._bars(of, as_of, words, facet, cells), points.keys, points.row)

    def _make_bars(self, of: str, as_of: str | None, words: str, facet: str, cells: int) -> list[Row]:
        """The bars, which no zoom changes."""
        return list(tenure_rows(self._narrowed(of, as_of, words, facet), Style(cells)))

    def _whole(self, of: str, as_of: str | None) -> Timeline:
        return timeline(self.store, TimelineQuery(record=of or None, as_of=as_of))

    def _filtered(self, of: str, as_of: str | None, typed: str, facet: str) -> Timeline:
        filter = filter_query(typed)
        wanted = TimelineQuery(
            record=of or None, since=filter.since, until=filter.until, type=facet_of(facet, "type")
        )
        read = self._read(of, as_of)
        read = narrowed(read, wanted) if typed or facet else read
        if not filter.words:
            return read
        words = self._words(of, as_of)
        points, undated = (
            tuple(point for point in some if filter.meets_folded(words[point.id]))
            for some in (read.points, read.undated)
        )
        terms = (_of_tenure(tenure, filter) for tenure in read.tenures)
        return read._replace(points=points, undated=undated, tenures=tuple(row for row in terms if row.terms))

    def _words_of(self, of: str, as_of: str | None) -> dict[str, str]:
        """What is said of each point, folded: its names, type, place and time."""
        read = self._read(of, as_of)
        names = other_names(self.store, TimelineQuery().kinds)
        return {
            point.id: fold.words(
                " ".join(
                    (
                        point.name,
                        names.get(point.id, ""),
                        point.type,
                        point.place or "",
                        dates.spoken(point.when),
                    )
                )
            )
            for point in (*read.points, *read.undated)
        }


def _asked(state: State) -> tuple[str, str | None, str, str]:
    """What of a state the timeline depends on, beside its zoom."""
    return state.view_of, state.as_of, state.record_filter, state.record_facet


def _of_tenure(tenure: Tenure, filter: FilterQuery) -> Tenure:
    """The terms of a row that have the words: in the name or office of the holder, or all by their state."""
    return tenure._replace(
        terms=tuple(term for term in tenure.terms if filter.meets(tenure.label, term.title, term.name))
    )


def _in_years(tenure: Tenure) -> Iterator[str]:
    """Who held the offices of a row and in which years, the last first; terms of one holder that follow on
    each other are one."""
    for _, terms in groupby(reversed(tenure.terms), lambda term: term.holder):
        last, *before = terms
        first = before[-1] if before else last
        begun, over = first.start_latest[:4], last.end_latest < dates.LAST_DAY
        end = last.end_latest[:4]
        yield f"{last.name} {begun if begun == end else f'{begun}–{end}' if over else f'since {begun}'}"


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
