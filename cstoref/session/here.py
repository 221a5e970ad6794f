"""What a state points at: the page, the statement under the cursor, its passage, the view and its item.

Read from the store when first asked for, once for each state.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cstoref.model import QUOTED, Fact, Statement
from cstoref.render.page_parts import below_head
from cstoref.store.pages import Entry, Page
from cstoref.store.source_reader import Sentence
from cstoref.store.statement_reader import StatementRow

from .arrangement import ORDERS, Block, arrange, filter_of
from .filters import Filter, counted, facets_of
from .grounds import Grounds
from .index import Index
from .sections import ORDERS as INDEX_ORDERS
from .source_text import Search, SourceText, SourceView
from .state import State
from .target import Target, sentence_at, target_of
from .views import VIEWS

if TYPE_CHECKING:
    from .readings import Readings
    from .views.base import View


def fact_key(fact: Fact) -> str:
    """The key of a fact among the items of a page: no statement has such an id."""
    return f"={fact.id}"


class Here:
    """One state, looked up."""

    def __init__(self, state: State, readings: Readings, index: Index) -> None:
        self.state = state
        self.index = index
        self._readings = readings
        self._store = readings.store

    def with_cursor(self, state: State) -> Here:
        """The same with another cursor: what was looked up of page and view stays."""
        other = Here(state, self._readings, self.index)
        listed = ("view", "page", "blocks", "facts", "_facts_by_key", "has_passages")
        other.__dict__.update({name: self.__dict__[name] for name in listed if name in self.__dict__})
        return other

    # The record pane

    @cached_property
    def view(self) -> View | None:
        """The view that is open."""
        return self._readings.view(self.state.view) if self.state.view in VIEWS else None

    @cached_property
    def page(self) -> Page | None:
        """The page of the record that is shown; None in a view and on the first screen."""
        state = self.state
        return self._readings.page(state) if state.record and not state.view else None

    @cached_property
    def blocks(self) -> list[Block]:
        """The page's entries that pass the filter, in blocks, as they are sorted."""
        return arrange(self.page, self.state) if self.page else []

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts at the head of the page: those below the line under its name. A page that is filtered or
        sorted begins with its statements."""
        # Facts sum up the whole page: above a part of it they would contradict it.
        whole = filter_of(self.state) == Filter() and self.state.record_sort == ORDERS[0]
        if self.page is None or not whole:
            return ()
        return below_head(self.page)

    def fact_at(self, key: str | None) -> Fact | None:
        """The fact that an item of the page is, where something is behind it; None for any other item."""
        return self._facts_by_key.get(key) if key else None

    @cached_property
    def _facts_by_key(self) -> dict[str, Fact]:
        return {fact_key(fact): fact for fact in self.facts if fact.leads_on}

    @property
    def cursor(self) -> str | None:
        """The item of the record pane that the cursor is on: of a view, a fact, or a statement."""
        state = self.state
        return state.at if self.view is not None or self.fact_at(state.at) else state.statement

    @property
    def name(self) -> str:
        """What the page is called: the view, the source, or the record; empty on the first screen."""
        state = self.state
        if self.view is not None:
            return self.view.name(state)
        if state.source is not None:
            return self._store.shorts([state.source]).get(state.source, "")
        return self._store.named([state.record])[state.record].name if state.record else ""

    @cached_property
    def entry(self) -> Entry | None:
        """The entry under the cursor of the page."""
        wanted = self.state.statement
        for entry in self.page.entries if self.page and wanted else ():
            if entry.statement.id == wanted:
                return entry
        return None

    @cached_property
    def target(self) -> Target | None:
        """What the cursor of page or view is on."""
        state = self.state
        if self.view is not None:
            return target_of(self._store, self.view.reference(state.at)) if state.at else None
        if state.record is None:
            return None
        return Target("statement", state.statement) if state.statement else Target("record", state.record)

    @cached_property
    def listed(self) -> StatementRow | None:
        """The statement under the cursor of page or view, as a list has it."""
        target = self.target
        return self._store.statement(target.of) if target and target.what == "statement" else None

    @cached_property
    def statement(self) -> Statement | None:
        """The statement under the cursor of page or view."""
        if self.entry is not None and not self.state.view:
            return self.entry.statement
        return self.listed.statement if self.listed else None

    @cached_property
    def record(self) -> str | None:
        """The record under the cursor: of the page, or of the item of a view."""
        target = self.target
        if target is None or self.view is None:
            return self.state.record
        if target.what == "record":
            return target.of
        return self.statement.subject if self.statement else None

    # The source pane

    @cached_property
    def passage(self) -> SourceView:
        """What the source pane shows: a source by itself, what the statement rests on, or a passage; of a
        text what is selected in it stands out."""
        selected = self.state.selected
        return self._grounds._replace(lit=selected) if selected else self._grounds

    @cached_property
    def _grounds(self) -> SourceView:
        state, statement = self.state, self.statement
        if state.source is not None:
            return SourceView(state.source)
        if statement is not None and not statement.citations:
            return SourceView(inferred=statement)
        if statement is not None:
            # The number counts on without an end; the modulus makes it go round, also if another statement
            # has fewer.
            citation = statement.citations[state.citation % len(statement.citations)]
            if citation.start is None or citation.end is None:
                return SourceView(citation.source, citation=citation)
            return SourceView(citation.source, (citation.start, citation.end), citation)
        target = self.target
        return SourceView(target.of) if target and target.what == "source" else SourceView()

    @cached_property
    def text(self) -> SourceText | None:
        """The text in the source pane."""
        return self._readings.text(self.passage.source) if self.passage.source else None

    @cached_property
    def grounds(self) -> Grounds | None:
        """What the source pane shows where the pack has no text: a document elsewhere, or an inference."""
        fact = self.fact_at(self.state.at) if self.page is not None and self.state.source is None else None
        if fact is not None and fact.counts_conflicts and self.state.record:
            return self._readings.disputes(self.state.record)
        return self._readings.grounds(self.passage, self.statement) if self.text is None else None

    @property
    def source_item(self) -> str | None:
        """The item under the cursor of the source pane where it shows no text: where it was put, else the
        first."""
        keys = self.grounds.keys if self.grounds else ()
        wanted = self.state.source_at
        return wanted if wanted in keys else keys[0] if keys else None

    @cached_property
    def search(self) -> Search:
        """The places of the words that are searched for in the text."""
        words = self.state.text_find
        return self._readings.search(self.text.source, words) if self.text and words else Search(words)

    @cached_property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor of the text: where it was put, else where the passage begins."""
        if self.text is None:
            return None
        if self.state.sentence is not None:
            return self.text.sentence(self.state.sentence)
        if self.passage.lit is not None:
            return self.text.sentence_from(self.passage.lit[0])
        target = self.target
        if self.state.source is None and target and target.start is not None:
            return sentence_at(self._store, target.of, target.start)
        return self.text.sentences[0] if self.text.sentences else None

    @cached_property
    def has_passages(self) -> bool:
        """Whether anything that the source pane may show here is a text: of a page any of its statements."""
        if self.state.source is not None:
            return self.text is not None
        if self.view is not None or self.page is None:
            return True
        return any(entry.statement.grounding == QUOTED for entry in self.page.entries)

    # The pane with the cursor

    @property
    def orders(self) -> tuple[str, ...]:
        """The orders that the pane with the cursor can be sorted in, the default first."""
        pane = self.state.pane
        if pane == "index":
            return INDEX_ORDERS
        if pane == "source":
            return ()
        return self.view.orders if self.view else ORDERS

    @property
    def facets(self) -> list[tuple[str, int]]:
        """What the list or the statements of the pane can be filtered by, each with its count."""
        if self.state.pane == "index":
            return self.index.facets(self.state)
        if self.view:
            return self.view.facets(self.state)
        return counted(facets_of(entry) for entry in (self.page.entries if self.page else ()))

    @property
    def matching(self) -> str:
        """How much passes the filter of the pane with the cursor: `3/17`."""
        state = self.state
        if state.pane == "source":
            return self.hit_count
        if state.pane == "index":
            return f"{len(self.index.rows(state))}/{len(self.index.every_row(state))}"
        through = sum(len(block.entries) for block in self.blocks)
        return f"{through}/{len(self.page.entries)}" if self.page else ""

    @property
    def hit_count(self) -> str:
        """The last hit up to the cursor of the text, and how many there are: `3/17`."""
        if not self.state.text_find:
            return ""
        end = self.sentence.end if self.sentence else 0
        before = sum(start < end for start, _ in self.search.hits)
        return f"{before}/{len(self.search.hits)}"
