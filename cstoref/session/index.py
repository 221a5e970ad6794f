"""What the index lists for a state: search results, the sections with the rows of the open one, or where to
start. Keeps what was read last; knows what each row opens and which row has the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cstoref.render.text import width
from cstoref.store.kind_words import result_in_words
from cstoref.store.queries import Store
from cstoref.store.search.exact import Hit
from cstoref.store.search.search_result import Options, SearchResult
from cstoref.store.section_list import Listed, SectionList
from cstoref.user.user_data import UserData

from .filters import counted_together
from .start_lists import QUERY, VIEW, StartList, start_lists
from .state import SOURCES, State
from .target import SECTION, Target, target_of, target_of_hit

MOST = 60
"""Search results that are listed."""
RESULT = 48
"""Cells of the name of a result: the list keeps its width while somebody types."""
MEASURED = 1_000
"""Names of a section of which the lengths are looked at."""
HEAD = "section:"
"""What the key of a section's own row begins with."""


class Index:
    """Reads what the index lists."""

    def __init__(self, store: Store, user: UserData, opened: Sequence[str]) -> None:
        self._store = store
        self.visit = 0
        """Another number whenever the first screen is made anew: it stays while a cursor is in it."""
        self._back = ""
        self._starts = lru_cache(maxsize=2)(
            lambda visit, as_of, back: start_lists(store, user, opened, as_of, back)
        )
        self._listed = lru_cache(maxsize=1)(lambda section, as_of: Listed(store, section, as_of))
        self._rows = lru_cache(maxsize=2)(
            lambda section, as_of, words, facet, order: self._listed(section, as_of).rows(words, facet, order)
        )
        self._longest = lru_cache(maxsize=8)(self._measured)
        self._search = lru_cache(maxsize=2)(self._find)

    @staticmethod
    def parts(state: State) -> tuple[object, ...]:
        """What the index depends on; when any of it changes it lists something else."""
        if state.query or state.starting:
            return state.query, state.as_of
        return state.section, state.as_of, state.index_filter, state.index_facet, state.index_sort

    def renew(self, back: str) -> None:
        """Make the first screen anew when it is next shown. `back` names the last page, or is empty."""
        self.visit += 1
        self._back = back

    def results(self, state: State) -> SearchResult | None:
        """The search results; None where nothing is searched for."""
        results: SearchResult | None = self._search(state.query, state.as_of or "") if state.query else None
        return results

    def _find(self, words: str, day: str) -> SearchResult:
        # Here and not above: the first screen does not wait for it.
        from cstoref.store.search.answered import find_answered

        from .views.named import with_views

        found = find_answered(self._store, words, Options(limit=MOST, day=day))
        return with_views(result_in_words(self._store, found, day))

    def starts(self, state: State) -> list[StartList] | None:
        """The short lists of the first screen; None where a section, or search results, are listed."""
        if not state.starting:
            return None
        lists: list[StartList] = self._starts(self.visit, state.as_of, self._back)
        return lists

    def every_row(self, state: State) -> SectionList:
        """The rows of the open section."""
        return self.rows(state._replace(index_filter="", index_facet="", index_sort=""))

    def facets(self, state: State) -> list[tuple[str, int]]:
        """What the open section can be narrowed to, each with how many rows have it."""
        listed: Listed = self._listed(state.section, state.as_of)
        return counted_together(listed.facets())

    def longest(self, state: State) -> int:
        """The cells that nine of ten names in the open section keep to, or that a result is given; 0 on the
        first screen and where no section is open."""
        if state.query:
            return RESULT
        if not state.section or state.finding:
            return 0
        longest: int = self._longest(state.section, state.as_of)
        return longest

    def _measured(self, section: str, as_of: str | None) -> int:
        # Not of the longest: one unnamed speaker with a long name would cost every page its width.
        rows = self._rows(section, as_of, "", "", "")
        widths = sorted(width(row.name) for row in rows[:: max(1, len(rows) // MEASURED)])
        return widths[len(widths) * 9 // 10] if widths else 0

    def rows(self, state: State) -> SectionList:
        """The rows of the open section that pass the filter, in their order; sorted rows have no headings."""
        rows: SectionList = self._rows(
            state.section, state.as_of, state.index_filter, state.index_facet, state.index_sort
        )
        return rows

    def cursor(self, state: State) -> str | int | None:
        """Where the cursor of a list begins: the best result, the first start, the row of what is shown."""
        results = self.results(state)
        if results is not None:
            # Results count up from 0 and suggestions down from -1: one number says both which list and which
            # row.
            return 0 if results.hits else -1 if results.suggestions else None
        lists = self.starts(state)
        if lists is not None:
            return next((row.key for start in lists for row in start.rows if row.key), None)
        shown = state.source if state.section == SOURCES else state.record
        if shown and self.rows(state).place(shown) is not None:
            return shown
        return f"{HEAD}{state.section}" if state.section else None

    def hit(self, state: State, key: str | int | None) -> Hit | None:
        """The search result, or suggestion, of a row."""
        results = self.results(state)
        if results is None or not isinstance(key, int):
            return None
        hits, place = (results.hits, key) if key >= 0 else (results.suggestions, -1 - key)
        return hits[place] if place < len(hits) else None  # a row may be named after its list was replaced

    def target(self, state: State, key: str | int | None) -> Target | None:
        """What a row opens."""
        hit = self.hit(state, key)
        if hit is not None:
            return target_of_hit(hit)
        if not isinstance(key, str):
            return None
        if key.startswith(HEAD):
            return Target(SECTION, key.removeprefix(HEAD))
        if key.startswith(QUERY):
            return Target("results", key.removeprefix(QUERY))
        if key.startswith(VIEW):
            return Target(key.removeprefix(VIEW))
        if state.section == SOURCES and not state.finding:
            return Target("source", key)
        return target_of(self._store, key)
