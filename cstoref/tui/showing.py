"""From a state to what stands in index and record: reads the store, makes lines, changes nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cstoref.model import Statement
from cstoref.store.finding import Found, Options, find
from cstoref.store.pages import Page, page
from cstoref.store.queries import Listed, Sentence

from .bars import Bars
from .line import Key, Line, blank
from .pages.arranging import arrange
from .pages.found import found_lines
from .pages.home import home_lines
from .pages.index import index_lines
from .pages.record import record_lines
from .pages.rows import index_rows
from .passages import Passages
from .spots import Spot, spot
from .state import SOURCES, ViewState
from .views import view_class
from .views.base import View
from .widgets.panes import Pane

if TYPE_CHECKING:
    from .screens.explorer import Explorer

BESIDE = 100
"""From this width on the first screen stands beside the index, not below it."""


class Showing:
    """Fills the panes of the explorer. Keeps the page and the hits that are on the screen."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store
        self._passages = Passages(explorer)
        self._bars = Bars(explorer)
        self._view: tuple[str, View] | None = None
        self.page: Page | None = None
        self.found: Found | None = None

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the text in the source pane."""
        return self._passages.sentences

    @property
    def hits(self) -> list[tuple[int, int]]:
        """The places in that text of what is sought."""
        return self._passages.hits

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
        entries = self.page.entries if self.page else ()
        return next((e.statement for e in entries if e.statement.id == state.statement), None)

    def place(self, state: ViewState) -> tuple[str | None, Sentence | None]:
        """The source in the source pane and the sentence under its cursor."""
        cursor = self._screen.text.cursor
        sentence = next((s for s in self.sentences if s.number == cursor), None)
        if state.source is not None:
            return state.source, sentence
        statement = self.statement(state)
        if statement is not None and statement.citations:
            return statement.citations[state.citation % len(statement.citations)].source, sentence
        at = self.spot(state)
        return at.source if at else None, sentence

    def index(self, state: ViewState) -> None:
        """The sections and the rows of the open one; or what the typed words find."""
        pane = self._screen.query_one("#index", Pane)
        if state.query:
            self.found = found = find(self._store, state.query, Options(limit=60))
            ids = [hit.record for hit in found.hits if hit.record]
            names = {id: named.name for id, named in self._store.named(ids).items()}
            pane.put_lines(lambda cells: found_lines(found, names, cells), 0 if found.hits else -1)
            return
        self.found = None
        sections = [(kind.id, kind.plural.capitalize(), count) for kind, count in self._store.counted_kinds()]
        sections.append((SOURCES, "Sources", self._store.count("sources")))
        rows = index_rows(self._store, state)
        cursor: Key = state.source if state.section == SOURCES else state.record
        home = self._home_maker() if state.at_home and not state.section else None

        def lines(cells: int) -> list[Line]:
            made = index_lines(sections, state.section, rows, cells, state.index_filter)
            alone = self._screen.size.width < BESIDE
            return [*made, blank(), *home(cells)] if home and alone else made

        pane.put_lines(lines, cursor or f"section:{state.section}")

    def _home_maker(self) -> Callable[[int], list[Line]]:
        """The first screen, for any width."""
        counts = {what: self._store.count(what) for what in ("statements", "sources", "conflicts", "quotes")}
        edition = self._store.edition
        return lambda cells: home_lines(edition, counts, cells)

    def record(self, state: ViewState) -> None:
        """The view, the record's page, or the first screen."""
        pane = self._screen.query_one("#record", Pane)
        view = self.view(state)
        if view is not None:
            self.page = None
            if state.at is None:
                pane.forget()
            pane.put_lines(
                lambda cells: view.lines(state, cells), state.at, lambda cells: view.head(state, cells)
            )
            return
        self.page = page(self._store, state.record, state.as_of) if state.record else None
        if self.page is None:
            pane.put_lines(self._home_maker())
            return
        shown = self.page
        arranged = arrange(shown, state)
        if state.statement is None:
            pane.forget()
        pane.put_lines(lambda cells: record_lines(shown, cells, arranged), state.statement)

    def passage(self, state: ViewState) -> None:
        """The source pane, and the strip that stands for it where it is not seen."""
        statement = self.statement(state)
        self._passages.show(state, statement, self.spot(state))
        self._passages.strip(state, statement)

    def bars(self, state: ViewState, finding: bool) -> None:
        """The line above the panes and the line below them."""
        self._bars.top(state, self.view(state), self.page, self.sentences, self.hits)
        self._bars.keys(state, finding)

    def uses(self, source: str, sentence: Sentence) -> tuple[list[Listed], dict[str, str]]:
        """The statements that rest on a sentence, and the names in them."""
        items = self._store.resting_on(source, sentence.start, sentence.end)
        ids = {id for item in items for id in (*item.statement.about, item.statement.said_by) if id}
        return items, {id: named.name for id, named in self._store.named(ids).items()}
