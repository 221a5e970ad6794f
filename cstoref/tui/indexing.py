"""From a state to what stands in the index: what is found, the open section, or where to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref.store.search.results import Options, SearchResult, find

from .line import Key, Line
from .pages.facets import of_rows
from .pages.found import found_lines
from .pages.home import brief_lines
from .pages.index import Section, index_lines, shelf_lines
from .pages.rows import IndexRow, chosen_rows, index_rows
from .shelves import shelves
from .state import SOURCES, ViewState
from .widgets.panes import Pane

if TYPE_CHECKING:
    from .screens.explorer import Explorer

BESIDE = 100
"""From this width on the first screen stands beside the index, not in it."""
MOST = 60
"""Hits that are listed."""


class Indexing:
    """Fills the index. Keeps what was found, and the rows of the open section while nothing changes them."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store
        self._rows: tuple[object, list[IndexRow]] = (None, [])
        self.found: SearchResult | None = None

    def parts(self, state: ViewState) -> tuple[object, ...]:
        """What the index depends on."""
        return (
            state.section, state.as_of, state.query, state.finding, state.at_home, state.index_filter,
            state.index_facet, state.index_sort,
        )  # fmt: skip

    def is_behind(self, old: ViewState, new: ViewState) -> bool:
        """Whether the index shows another list than it should, or has its cursor on another place."""
        if self.parts(old) != self.parts(new):
            return True
        at = new.source if new.section == SOURCES else new.record
        return old.place != new.place and not new.finding and self._pane.cursor != at

    @property
    def _pane(self) -> Pane:
        return self._screen.query_one("#index", Pane)

    def show(self, state: ViewState) -> None:
        """What the typed words find; or the sections and the rows of the open one, or where to begin."""
        self.found = None
        if state.query:
            self._show_found(state)
        elif state.finding or (state.at_home and not state.section):
            self._show_beginning(state)
        else:
            self._show_section(state)

    def _show_found(self, state: ViewState) -> None:
        self.found = found = find(self._store, state.query, Options(limit=MOST))
        named = self._store.named(hit.record for hit in found.hits if hit.record)
        names = {id: named[id].name for id in named}
        self._pane.put_lines(lambda cells: found_lines(found, names, cells), 0 if found.hits else -1)

    def _show_beginning(self, state: ViewState) -> None:
        sections = self._sections()
        kept = shelves(self._store, self._screen.kept, self._screen.walk.opened, state.record)
        counts, edition = self._screen.showing.counts(), self._store.edition

        def lines(cells: int) -> list[Line]:
            told = state.at_home and self._screen.size.width < BESIDE
            return [
                *index_lines(sections, "", (), cells),
                *(brief_lines(edition, counts, cells) if told else ()),
                *shelf_lines(kept, cells),
            ]

        self._pane.put_lines(lines, next((row[0] for shelf in kept for row in shelf.rows), None))

    def _show_section(self, state: ViewState) -> None:
        sections = self._sections()
        rows = chosen_rows(self._every_row(state), state)
        words = f"“{state.index_filter}”" if state.index_filter else ""
        narrowed = " · ".join(part for part in (words, state.index_facet) if part)
        cursor: Key = state.source if state.section == SOURCES else state.record
        self._pane.put_lines(
            lambda cells: index_lines(sections, state.section, rows, cells, narrowed),
            cursor if cursor in {row.key for row in rows} else f"section:{state.section}",
        )

    def _every_row(self, state: ViewState) -> list[IndexRow]:
        parts = state.section, state.as_of
        if self._rows[0] != parts:
            self._rows = parts, index_rows(self._store, state)
        return self._rows[1]

    def _sections(self) -> list[Section]:
        kinds = self._store.counted_kinds()
        return [
            *(Section(kind.id, kind.plural.capitalize(), count) for kind, count in kinds),
            Section(SOURCES, "Sources", self._store.count("sources")),
        ]

    def facets(self, state: ViewState) -> list[tuple[str, int]]:
        """What the open section can be narrowed to."""
        return of_rows(self._every_row(state))

    def matching(self, state: ViewState) -> str:
        """How many rows there are of those that the section has: `3/97`."""
        rows = self._every_row(state)
        return f"{len(chosen_rows(rows, state))}/{len(rows)}"
