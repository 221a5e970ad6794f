"""From a state to what stands in the panes: reads the store, makes lines, changes nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Static

from cstoref import dates, visible
from cstoref.render.text import wrap
from cstoref.store.finding import Found, Options, find
from cstoref.store.pages import Entry, Page, page
from cstoref.store.queries import Listed, Sentence

from . import pages
from .arranging import arrange
from .commands import footer
from .content import content
from .indexing import index_rows
from .line import Key, Line, blank
from .state import SOURCES, ViewState
from .widgets.bars import KeyLine, TopLine
from .widgets.panes import Maker, Pane, SourcePane

if TYPE_CHECKING:
    from .screens.explorer import Explorer

BESIDE = 100
"""From this width on the first screen stands beside the index, not below it."""

FIND_KEYS = [
    ("⏎", "open"),
    ("↓", "list"),
    ("Tab", "panes"),
    ("F1", "help"),
    ("ctrl+p", "all"),
    ("Esc", "leave"),
]


class Showing:
    """Fills the panes of the explorer. Keeps the page and the hits that are on the screen."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store
        self.page: Page | None = None
        self.found: Found | None = None
        self.sentences: list[Sentence] = []
        self.hits: list[tuple[int, int]] = []
        self._shown_source: tuple[object, ...] | None = None

    def _pane(self, id: str) -> Pane:
        return self._screen.query_one(f"#{id}", Pane)

    def entry(self, state: ViewState) -> Entry | None:
        """The entry of the page that the state's cursor is on."""
        if self.page is None:
            return None
        return next((e for e in self.page.entries if e.statement.id == state.statement), None)

    def index(self, state: ViewState) -> None:
        """The sections and the rows of the open one; or what the typed words find."""
        if state.query:
            self.found = find(self._store, state.query, Options(limit=60))
            ids = [hit.record for hit in self.found.hits if hit.record]
            names = {id: named.name for id, named in self._store.named(ids).items()}
            found = self.found
            first = 0 if found.hits else -1
            self._pane("index").put_lines(lambda cells: pages.found_lines(found, names, cells), first)
            return
        self.found = None
        sections = [(kind.id, kind.plural.capitalize(), count) for kind, count in self._store.counted_kinds()]
        sections.append((SOURCES, "Sources", self._store.count("sources")))
        rows = index_rows(self._store, state)
        cursor: Key = state.source if state.section == SOURCES else state.record
        home = self._home_maker() if state.at_home and not state.section else None

        def lines(cells: int) -> list[Line]:
            made = pages.index_lines(sections, state.section, rows, cells, state.index_filter)
            alone = self._screen.size.width < BESIDE
            return [*made, blank(), *home(cells)] if home and alone else made

        self._pane("index").put_lines(lines, cursor or f"section:{state.section}")

    def _home_maker(self) -> Callable[[int], list[Line]]:
        """The first screen, for any width."""
        counts = {what: self._store.count(what) for what in ("statements", "sources", "conflicts", "quotes")}
        edition = self._store.edition
        return lambda cells: pages.home_lines(edition, counts, cells)

    def record(self, state: ViewState) -> None:
        """The record's page, or the first screen."""
        pane = self._pane("record")
        self.page = page(self._store, state.record, state.as_of) if state.record else None
        if self.page is None:
            pane.put_lines(self._home_maker())
            return
        shown = self.page
        arranged = arrange(shown, state)
        if state.statement is None:
            pane.forget()
        pane.put_lines(lambda cells: pages.record_lines(shown, cells, arranged), state.statement)

    def passage(self, state: ViewState) -> None:
        """The source pane: the passage of the statement under the cursor, or a source for itself."""
        entry = self.entry(state)
        if state.source is not None:
            self._text(state.source, None, state.sentence)
        elif entry is None:
            self._nothing()
        elif not entry.statement.citations:
            self._inferred(entry)
        else:
            citation = entry.statement.citations[state.citation % len(entry.statement.citations)]
            if citation.start is None or citation.end is None:
                self._reference(citation.source, entry, state.citation)
            else:
                self._text(citation.source, (citation.start, citation.end), state.sentence)
        self._strip(entry, state)

    def _source_pane(self) -> SourcePane:
        return self._screen.query_one("#source", SourcePane)

    def _text(self, id: str, lit: tuple[int, int] | None, sentence: int | None) -> None:
        source = self._store.source(id)
        if source is None or not source.path:
            self._reference(id, None, 0)
            return
        pane = self._source_pane()
        shown = (id, lit, self._screen.state.text_find)
        if shown == self._shown_source and sentence is not None:
            pane.text.put(sentence)
            return
        self._shown_source = shown
        text, self.sentences = self._store.text(id), self._store.sentences(id)
        passages = self._store.passages(id)
        at = sentence
        if at is None and lit is not None:
            at = next((s.number for s in self.sentences if s.end > lit[0]), 1)
        pane.head.put_lines(lambda cells: pages.source_head(source, cells))
        sentences = self.sentences
        self.hits = found = pages.hits_in(text, self._screen.state.text_find)
        pane.text.put_lines(
            lambda cells: pages.source_lines(text, sentences, passages, lit, cells, found), at or 1
        )
        pane.text.centre()

    def _reference(self, id: str, entry: Entry | None, number: int) -> None:
        source = self._store.source(id)
        assert source is not None
        cite = entry.statement.citations[number % len(entry.statement.citations)] if entry else None
        self._plain(
            lambda cells: pages.source_head(source, cells),
            lambda cells: pages.reference_lines(source, cite, cells),
        )

    def _inferred(self, entry: Entry) -> None:
        basis = [item for id in entry.statement.rests_on if (item := self._store.statement(id))]
        self._plain(lambda cells: [], lambda cells: pages.inferred_lines(entry.statement.rule, basis, cells))

    def _nothing(self) -> None:
        self._plain(lambda cells: [], lambda cells: [])

    def _plain(self, head: Maker, text: Maker) -> None:
        self._shown_source, self.sentences, self.hits = None, [], []
        self._source_pane().head.put_lines(head)
        self._source_pane().text.put_lines(text)

    def _strip(self, entry: Entry | None, state: ViewState) -> None:
        """Under the record, where the source pane is not seen: whence it is, and the passage."""
        strip = self._screen.query_one("#strip", Static)
        if entry is None or not strip.display:
            strip.update(content(""))
            return
        cells = max(20, strip.content_size.width or self._screen.size.width - 2)
        parts: list[tuple[str, str] | str] = []
        if entry.statement.citations and self.page is not None:
            citation = entry.statement.citations[state.citation % len(entry.statement.citations)]
            paragraph = f" ¶{citation.paragraph}" if citation.paragraph else ""
            parts.append(
                (
                    visible.line(self.page.shorts[citation.source]) + paragraph + "\n",
                    "bold $primary",
                )
            )
            quote = f"“{citation.quote}”" if citation.quote else "◇ a document outside the pack"
            parts.append("\n".join(wrap(quote, cells)[:3]))
        else:
            parts += [("≈ inferred by us\n", "bold $primary")]
            parts.append("\n".join(wrap(entry.statement.rule or "", cells)[:3]))
        strip.update(content(*parts))

    def bars(self, state: ViewState, finding: bool) -> None:
        """The line of where and when, and the keys of the pane."""
        crumbs = ["CSTO"]
        if state.source is not None:
            crumbs += [
                "Sources",
                self._store.shorts([state.source]).get(state.source, state.source),
            ]
        elif self.page is not None:
            crumbs += [
                self._store.kinds[self.page.record.kind].plural.capitalize(),
                self.page.record.name,
            ]
        quotes = self._store.count("quotes")
        parts = [f"as of {dates.spoken(state.as_of) if state.as_of else 'any day'}"]
        if state.quoted_only:
            parts.append("“ only")
        if state.text_find:
            parts.append(f"“{state.text_find}” {self._hit_number(state)}/{len(self.hits)}")
        if self._screen.size.width >= 100:
            parts.append(f"edition {self._store.pack['edition']}")
        parts.append(f"✓ {quotes:,}/{quotes:,}")
        self._screen.query_one("#top", TopLine).show(crumbs, " · ".join(parts), state.as_of is not None)
        keys = FIND_KEYS if finding else [(c.shown, c.label) for c in footer(state.pane)]
        self._screen.query_one("#keys", KeyLine).show(keys)

    def _hit_number(self, state: ViewState) -> int:
        """Which of the places that were sought is at or before the end of the sentence under the cursor."""
        end = next((s.end for s in self.sentences if s.number == state.sentence), 0)
        return sum(start < end for start, _ in self.hits)

    def uses(self, source: str, sentence: Sentence) -> tuple[list[Listed], dict[str, str]]:
        """The statements that rest on a sentence, and the names in them."""
        items = self._store.resting_on(source, sentence.start, sentence.end)
        ids = {id for item in items for id in (*item.statement.about, item.statement.said_by) if id}
        return items, {id: named.name for id, named in self._store.named(ids).items()}

    def linked(self, entry: Entry, state: ViewState) -> tuple[list[str], Maker]:
        """The other records that an entry concerns, and what makes a list of them."""
        statement = entry.statement
        carriers = [relay.by for relay in statement.via]
        ids = [*statement.about, statement.said_by, *carriers]
        others = [id for id in dict.fromkeys(ids) if id and id != state.record]
        named = self._store.named(others)
        return others, lambda cells: pages.linked_lines(others, named, cells)
