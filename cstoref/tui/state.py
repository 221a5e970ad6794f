"""Where the explorer is: one frozen value. Every command makes a new one; history is a list of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Pane = Literal["index", "record", "source"]

SOURCES = "sources"
FILTERS: dict[Pane, str] = {"index": "index_filter", "record": "record_filter", "source": "text_find"}
"""The part of the state that holds the words by which each pane is filtered, or that are sought in it."""
FACETS: dict[Pane, str] = {"index": "index_facet", "record": "record_facet"}
"""The part of the state that holds the facet to which each pane is narrowed."""
SORTS: dict[Pane, str] = {"index": "index_sort", "record": "record_sort"}
"""The part of the state that holds the order in which each pane is sorted."""
INDEX_ORDERS = ("grouped", "name", "statements")
RECORD_ORDERS = ("grouped", "time", "telling")


@dataclass(frozen=True, slots=True)
class ViewState:
    """What is shown. Records, statements and sources by id; sentences by number."""

    section: str = ""
    """The kind whose list is open in the index, `sources`, or empty: none is open."""
    record: str | None = None
    """The record on the page; None is the first screen."""
    statement: str | None = None
    """The statement under the cursor of the page."""
    citation: int = 0
    """Which of its citations the source pane shows."""
    source: str | None = None
    """A source that is shown for itself, not for a statement."""
    sentence: int | None = None
    """The sentence under the cursor of the source pane."""
    view: str = ""
    """The view over the whole pack that stands in the record pane; empty is the record."""
    view_of: str = ""
    """The record or conflict that the view is of; empty is the whole pack."""
    at: str | None = None
    """The item under the cursor of the view."""
    as_of: str | None = None
    """The day for which everything answers; None is no day in particular."""
    quoted_only: bool = False
    pane: Pane = "index"
    zoomed: bool = False
    finding: bool = False
    """Whether the index shows what is found, or lately was opened, not the open section."""
    query: str = ""
    """What is typed in the find box."""
    index_filter: str = ""
    """Words that a row of the index must have."""
    index_facet: str = ""
    """`name: value` that a row of the index must have."""
    index_sort: str = "grouped"
    """grouped, name or statements."""
    record_filter: str = ""
    """Words that a statement of the page must have."""
    record_facet: str = ""
    """`name: value` that a statement of the page must have."""
    record_sort: str = "grouped"
    """grouped, time or telling."""
    text_find: str = ""
    """Words sought in the text of the source pane."""
    index_scroll: int = 0
    record_scroll: int = 0
    source_scroll: int = 0
    """Lines above what was seen of each pane when the state was left."""

    @property
    def at_home(self) -> bool:
        """Whether nothing has been chosen yet."""
        return self.record is None and self.source is None and not self.view

    @property
    def place(self) -> tuple[str | None, str | None, str, str]:
        """What the history tells apart: record, source and view. Within one, nothing is remembered."""
        return self.record, self.source, self.view, self.view_of if self.view else ""


@dataclass(slots=True)
class History:
    """The states that can be gone back to, and forward to. A new branch cuts the forward list."""

    past: list[ViewState] = field(default_factory=list)
    future: list[ViewState] = field(default_factory=list)

    MOST = 200

    def leave(self, state: ViewState) -> None:
        """Remember the state that is about to be left for a new place."""
        self.past = [*self.past[-self.MOST :], state]
        self.future = []

    def back(self, current: ViewState) -> ViewState | None:
        """The state before, or None at the beginning."""
        if not self.past:
            return None
        self.future.append(current)
        return self._with_day_of(self.past.pop(), current)

    def forward(self, current: ViewState) -> ViewState | None:
        """The state that was last gone back from, or None."""
        if not self.future:
            return None
        self.past.append(current)
        return self._with_day_of(self.future.pop(), current)

    @staticmethod
    def _with_day_of(state: ViewState, current: ViewState) -> ViewState:
        """Going back never drops or brings back an as-of day: only its own key does."""
        return replace(state, as_of=current.as_of)
