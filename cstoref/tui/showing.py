"""From a state to what stands on the screen: reads the store, has lines made, changes nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cstoref.model import Statement
from cstoref.store.page_folds import folded, without_trivial
from cstoref.store.pages import Entry, Page, page
from cstoref.store.queries import Sentence, StatementRow

from .bars import Bars
from .indexing import Indexing
from .lately import Lately
from .line import Line
from .pages.arranging import arrange, wanted
from .pages.facets import counted, of_entry
from .pages.home import home_lines
from .pages.record import Kept, record_lines
from .passages import Passages
from .spots import Spot, spot
from .state import INDEX_ORDERS, RECORD_ORDERS, ViewState
from .views import view_class
from .views.base import View
from .widgets.panes import Pane

if TYPE_CHECKING:
    from .screens.explorer import Explorer


class Showing:
    """Fills the panes of the explorer. Knows what is on the screen."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store
        self.index = Indexing(explorer)
        self.passages = Passages(explorer)
        self._bars = Bars(explorer)
        self._view: tuple[str, View] | None = None
        self.page: Page | None = None
        self._apart: str | None = None
        self._pages: Lately[Page | None] = Lately()
        self._lines: Lately[Sequence[Line]] = Lately()

    # What goes to the screen

    def everything(self, state: ViewState) -> ViewState:
        """Show a state; it comes back with the cursor where it came to stand."""
        state = self._record(state)
        self.index.show(state)
        self._passage(state)
        return state

    def change(self, old: ViewState, new: ViewState) -> ViewState:
        """Show what differs; the new state comes back with the cursor where it came to stand."""
        if self._is_behind(old, new):
            new = self._record(new)
        if self.index.is_behind(old, new):
            self.index.show(new)
        self._passage(new)
        return new

    def _is_behind(self, old: ViewState, new: ViewState) -> bool:
        """Whether the record pane shows something else than it should, or has its cursor elsewhere."""
        cursor = new.at if new.view else new.statement
        return self._parts(old) != self._parts(new) or self._pane.cursor != cursor

    def _parts(self, state: ViewState) -> tuple[object, ...]:
        view = self.view(state)
        if view is not None:
            return state.view, *view.parts(state)
        return (
            state.record, state.as_of, state.quoted_only, state.record_filter, state.record_facet,
            state.record_sort,
        )  # fmt: skip

    @property
    def _pane(self) -> Pane:
        return self._screen.query_one("#record", Pane)

    def _record(self, state: ViewState) -> ViewState:
        """The view, the record's page, or the first screen; the state with the cursor on something there."""
        view = self.view(state)
        self.page = self._page(state) if state.record and not view else None
        if view is not None:
            return self._show_view(state, view)
        if self.page is not None:
            return self._show_page(state, self.page)
        counts, edition = self.counts(), self._store.edition
        self._pane.put_lines(lambda cells: home_lines(edition, counts, cells))
        return state

    def _page(self, state: ViewState) -> Page | None:
        """The page of the state's record: by group each thing once, else each statement by itself.

        A statement that the cursor is sent to stands by itself, though the page would fold or leave it out.
        """
        record, as_of = state.record or "", state.as_of
        whole = self._pages.get((record, as_of), lambda: page(self._store, record, as_of))
        if whole is None:
            return None
        by_group = (
            state.record_sort == RECORD_ORDERS[0] and not state.record_filter and not state.record_facet
        )
        shown = self._told(whole, by_group)
        if state.statement and not _has(shown, state.statement) and _has(whole, state.statement):
            self._apart = state.statement
            shown = self._told(whole, by_group)
        return shown

    def _told(self, whole: Page, by_group: bool) -> Page:
        return folded(whole, self._store, self._apart) if by_group else without_trivial(whole, self._apart)

    def _show_view(self, state: ViewState, view: View) -> ViewState:
        if state.at is None:
            self._pane.forget()
        self._pane.put_lines(
            lambda cells: view.lines(state, cells), state.at, lambda cells: view.head(state, cells)
        )
        key = self._pane.cursor
        if key == state.at:
            return state
        return replace(state, at=key if isinstance(key, str) else None, citation=0, sentence=None)

    def _show_page(self, state: ViewState, shown: Page) -> ViewState:
        blocks = arrange(shown, state)
        statements = [entry.statement for block in blocks for entry in block.entries]
        if all(statement.id != state.statement for statement in statements):
            self._pane.forget()
            state = replace(state, statement=_first(statements), citation=0, sentence=None)
        bookmarks = frozenset(bookmark.id for bookmark in self._screen.kept.bookmarks)
        kept = Kept(bookmarks, self._screen.kept.notes)
        parts = self._parts(state), bookmarks, tuple(kept.notes.items()), self._apart

        def lines(cells: int) -> Sequence[Line]:
            return self._lines.get((cells, parts), lambda: record_lines(shown, cells, blocks, kept))

        self._pane.put_lines(lines, state.statement)
        return state

    def _passage(self, state: ViewState) -> None:
        statement = self.statement(state)
        place = self.spot(state)
        self.passages.show(state, statement, place)
        self.passages.strip(state, statement, place)

    def after_resize(self, state: ViewState) -> ViewState:
        """Show what depends on which panes are seen; a view's cursor is known only now."""
        key = self._pane.cursor
        if state.view and isinstance(key, str):
            state = replace(state, at=key)
        self._passage(state)
        return state

    def bars(self, state: ViewState, in_box: bool) -> None:
        """The line above the panes and the line below them."""
        self._bars.top(state, self.view(state), self.page, self.passages.hit_count(state))
        self._bars.keys(state, in_box)

    # What is on the screen

    def view(self, state: ViewState) -> View | None:
        """The view that the state is in."""
        if not state.view:
            return None
        if self._view is None or self._view[0] != state.view:
            self._view = state.view, view_class(state.view)(self._store, self._screen.kept)
        return self._view[1]

    def spot(self, state: ViewState) -> Spot | None:
        """What the cursor of record or view stands on."""
        view = self.view(state)
        if view is not None:
            return spot(self._store, view.of(state.at)) if state.at else None
        return Spot(state.record, state.statement) if state.record else None

    def statement(self, state: ViewState) -> Statement | None:
        """The statement under the cursor of record or view."""
        if state.view:
            at = self.spot(state)
            listed = self._store.statement(at.statement) if at and at.statement else None
            return listed.statement if listed else None
        entry = self.entry(state)
        return entry.statement if entry else None

    def entry(self, state: ViewState) -> Entry | None:
        """The entry under the cursor of the record's page."""
        return next((entry for entry in self._entries if entry.statement.id == state.statement), None)

    def is_pinned(self, statement: str) -> bool:
        """Whether a statement is pinned for a memo."""
        return statement in self._screen.kept.pins

    @property
    def _entries(self) -> Sequence[Entry]:
        return self.page.entries if self.page else ()

    def place(self, state: ViewState) -> tuple[str | None, Sentence | None]:
        """The source in the source pane and the sentence under its cursor."""
        sentence = self.passages.sentence_under_cursor()
        if state.source is not None:
            return state.source, sentence
        statement = self.statement(state)
        if statement is not None and statement.citations:
            return statement.citations[state.citation % len(statement.citations)].source, sentence
        at = self.spot(state)
        return at.source if at else None, sentence

    def facets(self, state: ViewState) -> list[tuple[str, int]]:
        """What the list or the statements of the pane can be narrowed to."""
        if state.pane == "index":
            return self.index.facets(state)
        if view := self.view(state):
            return view.facets(state)
        return counted(of_entry(entry) for entry in self._entries)

    def orders(self, state: ViewState) -> tuple[str, ...]:
        """The orders that the pane with the cursor can be sorted in, the one without being asked first."""
        if state.pane == "index":
            return INDEX_ORDERS
        view = self.view(state)
        if view is not None or state.pane == "source":
            return view.orders() if view and state.pane == "record" else ()
        return RECORD_ORDERS

    def matching(self, state: ViewState) -> str:
        """How much there is of what the pane with the cursor is filtered by: `3/17`."""
        if state.pane == "source":
            return self.passages.hit_count(state)
        if state.pane == "index":
            return self.index.matching(state)
        return f"{len(wanted(self._entries, state))}/{len(self._entries)}" if self.page else ""

    def uses(self, source: str, sentence: Sentence) -> tuple[list[StatementRow], dict[str, str]]:
        """The statements that rest on a sentence, and the names in them."""
        items = self._store.resting_on(source, sentence.start, sentence.end)
        ids = {id for item in items for id in (*item.statement.about, item.statement.said_by) if id}
        return items, {id: named.name for id, named in self._store.named(ids).items()}

    def counts(self) -> dict[str, int]:
        """How much the pack has."""
        return {what: self._store.count(what) for what in ("statements", "sources", "conflicts", "quotes")}


def _has(page: Page, statement: str) -> bool:
    return any(entry.statement.id == statement for entry in page.entries)


def _first(statements: Sequence[Statement]) -> str | None:
    """Where to begin: at the first that a source tells; what we infer is not the first to be read."""
    told = (statement for statement in statements if statement.citations)
    first = next(told, statements[0] if statements else None)
    return first.id if first else None
