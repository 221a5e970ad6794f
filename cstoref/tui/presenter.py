"""From a session to what is on the screen: draws what differs between two states, changes nothing else.

It knows the widgets and the session; the session knows neither. A key that moves the cursor comes here once,
by way of the session, and does not pass through the screen again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from textual.geometry import Region, Size
from textual.widgets import Static

from cstoref.session.filters import no_match
from cstoref.session.session import Session
from cstoref.session.state import PANES, State

from .footer import footer
from .headline import crumbs, facts
from .index_presenter import IndexPresenter
from .keyboard import OFFERED, Keys
from .layout import ShownParts, plan
from .line import Line
from .pages.entry_text import Saved
from .pages.home import home_lines
from .pages.record import record_head, record_lines
from .source_presenter import SourcePresenter
from .view_lines import lines_of, style_of
from .widgets.box import Box
from .widgets.edge_lines import KeyLine, TopLine
from .widgets.pane import Pane

IN_BOX = {"help": "F1", "down": "↓", "quit": "ctrl+q"}
"""The keys of verbs that in the search box have another one than the first."""

HINT = "letters are commands here: / searches, ? lists them"
"""What the line above the panes says to a newcomer in a page."""
BRIEF_HINT = "letters are commands: / searches"
"""The same where there is little room."""
ROOMY = 80
"""Columns from which on there is room for all of it."""


class Widgets:
    """What is drawn on."""

    __slots__ = ("find", "index", "keys", "record", "source", "strip", "top")

    def __init__(
        self, top: TopLine, find: Box, index: Pane, record: Pane, strip: Static, source: Pane, keys: KeyLine
    ) -> None:
        self.top, self.find, self.keys = top, find, keys
        self.index, self.record, self.strip, self.source = index, record, strip, source

    def pane(self, id: str) -> Pane:
        """A pane by its id."""
        pane: Pane = getattr(self, id)
        return pane


class Presenter:
    """Draws a session on the widgets."""

    def __init__(self, session: Session, widgets: Widgets, keys: Keys) -> None:
        self._session = session
        self._widgets = widgets
        self._keys = keys
        self._index = IndexPresenter(session, widgets.index)
        self._source = SourcePresenter(session, widgets.source, widgets.strip)
        self.newcomer = False
        """Whether somebody is here for the first time and has pressed no key in a page yet."""
        self._shaped: ShownParts | None = None
        """What the layout was last made for."""
        self._page_lines = lru_cache(maxsize=2)(self._make_page_lines)
        session.on_change = self.change
        session.on_leave = self.with_scrolls

    def dragged(self) -> tuple[int, int] | None:
        """What of a text the mouse has selected, as code points."""
        return self._source.dragged()

    def draw(self) -> None:
        """Draw everything: at the start, or where something has changed that no state says."""
        self._session.refresh()
        self._page_lines.cache_clear()
        self._source.forget()
        self._lay_out()
        self._draw_record()
        self._index.draw()
        self._source.draw()
        self.draw_edges()

    def change(self, old: State, new: State) -> None:
        """Draw what differs."""
        self._lay_out()
        cursor = self._session.here.cursor
        record = self._widgets.record
        if self._record_parts(old) != self._record_parts(new) or (cursor and cursor not in record.items):
            self._draw_record()
        else:
            record.point(cursor)
        self._index.change(old, new)
        self._source.change(old, new)
        self.draw_edges()
        if (old.pane, old.searching) != (new.pane, new.searching):
            self.focus(new)

    def _lay_out(self) -> None:
        """Place the parts anew where what is shown needs it."""
        # Laying out the screen costs more than drawing it; a cursor that moves never needs it.
        shape = self._shape()
        if shape != self._shaped:
            self._shaped = shape
            self._widgets.top.refresh(layout=True)  # a child's: then its parent places all of them anew

    def focus(self, state: State) -> None:
        """Have the focus where keys go: in the search box, or in a pane."""
        find, screen = self._widgets.find, self._widgets.top.screen
        self._widgets.index.command(state.searching)
        find.placeholder = "type a name or a question" if state.searching else "/ find"
        # At once: `Widget.focus` does it later, when other keys may have come.
        screen.set_focus(find if state.searching else self._widgets.pane(state.pane), scroll_visible=False)

    def with_scrolls(self, state: State) -> State:
        """A state that is left, with how far the panes are scrolled."""
        scrolls: dict[str, Any] = {
            f"{pane}_scroll": self._widgets.pane(pane).scroll_offset.y for pane in PANES
        }
        return state._replace(**scrolls)

    def scroll_back(self) -> None:
        """Scroll the panes as they were when the state was left."""
        for pane in PANES:
            self._widgets.pane(pane).return_to(getattr(self._session.state, f"{pane}_scroll"))

    def draw_edges(self) -> None:
        """The line above the panes, the strip, and the line of keys."""
        session, widgets = self._session, self._widgets
        size = widgets.top.screen.size
        hint = HINT if size.width >= ROOMY else BRIEF_HINT
        # The day of all that is shown is never hidden.
        hint = hint if self.newcomer and not (session.state.searching or session.state.as_of) else ""
        right, spare = ([hint], []) if hint else facts(session, size.width)
        widgets.top.show(crumbs(session), right, spare, session.state.as_of is not None)
        keys = [(id, self._keys.first_of(OFFERED[id]), word) for id, word in footer(session)]
        widgets.keys.show(
            [(id, IN_BOX.get(id, key) if session.state.searching else key, word) for id, key, word in keys]
        )
        strip = self.plan(size).get("strip")
        if strip is not None:
            self._source.draw_strip(strip.width)

    def plan(self, size: Size) -> dict[str, Region]:
        """Where each visible part is, on a screen of a size."""
        return plan(size, self._shape()._replace(said=self._widgets.keys.lines_for(size.width)))

    def _shape(self) -> ShownParts:
        """What the layout depends on."""
        state, here = self._session.state, self._session.here
        view = here.view
        empty = view is not None and view.is_empty
        return ShownParts(
            state.pane, state.zoomed, state.searching and state.starting, state.source is not None,
            view is not None, view is not None and (view.wide or empty),
            view is not None and (view.shows_passages or empty),
            state.record is None and view is None, not here.has_passages, self._session.index.longest(state),
        )  # fmt: skip

    def _record_parts(self, state: State) -> tuple[object, ...]:
        """What the record pane depends on, beside what is saved."""
        view = self._session.view(state)
        if view is not None:
            return state.view, *view.parts(state)
        return (
            state.record, state.as_of, state.quoted_only, state.record_filter, state.record_facet,
            state.record_sort,
        )  # fmt: skip

    def _draw_record(self) -> None:
        """The view, the record's page, or the first screen."""
        state, here, pane = self._session.state, self._session.here, self._widgets.record
        view, page = here.view, here.page
        if view is not None:
            left, session = view.margin, self._session
            # The state as it is when the lines are made: at another width other columns may fit, and the
            # cursor has moved.
            pane.put_lines(
                lambda cells: lines_of(view.rows(session.state, style_of(cells, left)), left),
                state.at,
                lambda cells: lines_of(view.head(session.state, style_of(cells, left)), left),
            )
        elif page is not None:
            parts = self._record_parts(state), self._session.saved, self._session.apart
            saved = self._saved()
            pane.put_lines(
                lambda cells: self._page_lines(cells, parts),
                here.cursor,
                lambda cells: record_head(page, cells, saved),
            )
        else:
            pane.put_lines(lambda cells: home_lines(self._session.store, cells))

    def _make_page_lines(self, cells: int, parts: object) -> Sequence[Line]:
        here = self._session.here
        assert here.page is not None
        state = here.state
        unmatched = no_match(state.record_filter, state.record_facet, state.quoted_only)
        return record_lines(here.page, cells, here.blocks, self._saved(), here.facts, unmatched)

    def _saved(self) -> Saved:
        """What the person has saved that a page shows."""
        user = self._session.user
        return Saved(frozenset(bookmark.id for bookmark in user.bookmarks), user.notes, frozenset(user.pins))
