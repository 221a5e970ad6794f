"""From a state to what stands in index and record: reads the store, makes lines, changes nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cstoref.model import Statement
from cstoref.store.finding import Found, Options, find
from cstoref.store.pages import Page, page
from cstoref.store.queries import Listed, Sentence

from .bars import Bars
from .line import Key, Line
from .pages.arranging import arrange, wanted
from .pages.facets import counted, of_entry, of_rows
from .pages.found import found_lines
from .pages.home import brief_lines, home_lines
from .pages.index import Section, index_lines, shelf_lines
from .pages.record import Kept, record_lines
from .pages.rows import IndexRow, chosen_rows, index_rows
from .passages import Passages
from .shelves import shelves
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
        self._rows: tuple[object, list[IndexRow]] = (None, [])
        self.page: Page | None = None
        self.found: Found | None = None

    # What is on the screen

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the text in the source pane."""
        return self._passages.sentences

    def sentences_with_hit(self) -> set[int]:
        """The numbers of the sentences of that text with what is sought in it."""
        return self._passages.sentences_with_hit()

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

    def facets(self, state: ViewState) -> list[tuple[str, int]]:
        """What the list or the statements of the pane can be narrowed to."""
        if state.pane == "record":
            return counted(of_entry(entry) for entry in self.page.entries) if self.page else []
        return of_rows(self._section_rows(state))

    def matching(self, state: ViewState) -> str:
        """How much there is of what the pane with the cursor is filtered by."""
        if state.pane == "source":
            return self._passages.hit_count(state)
        if state.pane == "record":
            every = self.page.entries if self.page else ()
            return f"{len(wanted(every, state))}/{len(every)}" if self.page else ""
        rows = self._section_rows(state)
        return f"{len(chosen_rows(rows, state))}/{len(rows)}"

    def uses(self, source: str, sentence: Sentence) -> tuple[list[Listed], dict[str, str]]:
        """The statements that rest on a sentence, and the names in them."""
        items = self._store.resting_on(source, sentence.start, sentence.end)
        ids = {id for item in items for id in (*item.statement.about, item.statement.said_by) if id}
        return items, self._names(ids)

    # What goes to the screen

    def index(self, state: ViewState) -> None:
        """What the typed words find; or the sections and the rows of the open one, or where to begin."""
        pane = self._screen.query_one("#index", Pane)
        self.found = None
        if state.query:
            self._found(state, pane)
        elif state.finding or (state.at_home and not state.section):
            self._beginning(state, pane)
        else:
            self._section(state, pane)

    def _found(self, state: ViewState, pane: Pane) -> None:
        self.found = found = find(self._store, state.query, Options(limit=60))
        names = self._names(hit.record for hit in found.hits if hit.record)
        pane.put_lines(lambda cells: found_lines(found, names, cells), 0 if found.hits else -1)

    def _beginning(self, state: ViewState, pane: Pane) -> None:
        sections = self._sections()
        kept = shelves(self._store, self._screen.kept, self._screen.opened, state.record)
        brief = state.at_home
        counts, edition = self._counts(), self._store.edition

        def lines(cells: int) -> list[Line]:
            told = brief and self._screen.size.width < BESIDE
            return [
                *index_lines(sections, "", (), cells),
                *(brief_lines(edition, counts, cells) if told else ()),
                *shelf_lines(kept, cells),
            ]

        first = next((row[0] for shelf in kept for row in shelf.rows), None)
        pane.put_lines(lines, first)

    def _section(self, state: ViewState, pane: Pane) -> None:
        sections = self._sections()
        rows = chosen_rows(self._section_rows(state), state)
        words = f"“{state.index_filter}”" if state.index_filter else ""
        narrowed = " · ".join(part for part in (words, state.index_facet) if part)
        cursor: Key = state.source if state.section == SOURCES else state.record
        pane.put_lines(
            lambda cells: index_lines(sections, state.section, rows, cells, narrowed),
            cursor if cursor in {row.key for row in rows} else f"section:{state.section}",
        )

    def _section_rows(self, state: ViewState) -> list[IndexRow]:
        """Every row of the open section; kept while neither section nor day changes."""
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

    def record(self, state: ViewState) -> None:
        """The view, the record's page, or the first screen."""
        pane = self._screen.query_one("#record", Pane)
        view = self.view(state)
        self.page = page(self._store, state.record, state.as_of) if state.record and not view else None
        if view is not None:
            if state.at is None:
                pane.forget()
            pane.put_lines(
                lambda cells: view.lines(state, cells), state.at, lambda cells: view.head(state, cells)
            )
        elif self.page is not None:
            self._page(state, self.page, pane)
        else:
            counts, edition = self._counts(), self._store.edition
            pane.put_lines(lambda cells: home_lines(edition, counts, cells))

    def _page(self, state: ViewState, shown: Page, pane: Pane) -> None:
        blocks = arrange(shown, state)
        bookmarks = frozenset(bookmark.id for bookmark in self._screen.kept.bookmarks)
        kept = Kept(bookmarks, self._screen.kept.notes)
        if state.statement is None:
            pane.forget()
        pane.put_lines(lambda cells: record_lines(shown, cells, blocks, kept), state.statement)

    def passage(self, state: ViewState) -> None:
        """The source pane, and the strip that stands for it where it is not seen."""
        statement = self.statement(state)
        self._passages.show(state, statement, self.spot(state))
        self._passages.strip(state, statement)

    def bars(self, state: ViewState, in_box: bool) -> None:
        """The line above the panes and the line below them."""
        self._bars.top(state, self.view(state), self.page, self._passages.hit_count(state))
        self._bars.keys(state, in_box)

    def _counts(self) -> dict[str, int]:
        return {what: self._store.count(what) for what in ("statements", "sources", "conflicts", "quotes")}

    def _names(self, ids: Iterable[str]) -> dict[str, str]:
        return {id: named.name for id, named in self._store.named(ids).items()}
