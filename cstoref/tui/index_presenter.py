"""What the session's index lists, as lines of its pane."""

from __future__ import annotations

from cstoref.session.filters import no_match
from cstoref.session.index import HEAD
from cstoref.session.sections import sections
from cstoref.session.session import Session
from cstoref.session.state import State

from .pages.index import index_lines
from .pages.start import start_lines
from .widgets.pane import Pane


class IndexPresenter:
    """Draws the index."""

    def __init__(self, session: Session, pane: Pane) -> None:
        self._session = session
        self._pane = pane
        self._drawn: tuple[object, ...] = ()
        """What the lines that are shown depend on."""

    def change(self, old: State, new: State) -> None:
        """Draw what differs."""
        if self._parts(new) != self._drawn:
            self.draw()
        else:
            self._pane.point(new.index_at)

    def draw(self) -> None:
        """Draw all of it: search results, where to start, or the sections and the rows of the open one."""
        state = self._session.state
        self._drawn = self._parts(state)
        if state.query:
            self._draw_results(state)
        elif self._session.index.starts(state) is not None:
            self._draw_start(state)
        else:
            self._draw_section(state)

    def _parts(self, state: State) -> tuple[object, ...]:
        index = self._session.index
        return (*index.parts(state), index.visit if state.starting else 0)

    def _draw_results(self, state: State) -> None:
        # Here and not above: what is found is listed from the first letter on, a record without any.
        from .pages.search_results import result_lines

        results = self._session.index.results(state)
        assert results is not None
        named = self._session.store.named(hit.record for hit in results.hits if hit.record)
        names = {id: named[id].name for id in named}
        self._pane.put_lines(lambda cells: result_lines(results, names, cells), state.index_at)

    def _draw_start(self, state: State) -> None:
        listed, lists = sections(self._session.store), self._session.index.starts(state) or []
        self._pane.put_lines(lambda cells: start_lines(lists, listed, cells), state.index_at)

    def _draw_section(self, state: State) -> None:
        listed, rows = sections(self._session.store), self._session.index.rows(state)
        words = f"“{state.index_filter}”" if state.index_filter else ""
        shown = " · ".join(part for part in (words, state.index_facet) if part)
        filtered = f"{shown} · {len(rows)} · Esc all" if shown else ""
        if shown and not rows:
            filtered = f"{no_match(state.index_filter, state.index_facet)} Esc shows all."
        self._pane.put_lines(
            lambda cells: index_lines(listed, state.section, rows, cells, filtered),
            state.index_at or f"{HEAD}{state.section}",
        )
