"""Where a session is: one frozen value. Every verb makes a new one; the history is a list of them."""

from __future__ import annotations

from typing import Literal

from cstoref.namedtuples import NamedTuple
from cstoref.store.section_rows import SOURCES as SOURCES

from .target import SECTION, Target

Pane = Literal["index", "record", "source"]
PANES: tuple[Pane, ...] = ("index", "record", "source")

FILTERS: dict[Pane, str] = {"index": "index_filter", "record": "record_filter", "source": "text_find"}
"""The field of the state with the words that each pane is filtered by, or that are searched for in it."""
FACETS: dict[Pane, str] = {"index": "index_facet", "record": "record_facet", "source": "source_facet"}
"""The field of the state with the facet that each pane is filtered by."""
SORTS: dict[Pane, str] = {"index": "index_sort", "record": "record_sort"}
"""The field of the state with the order of each pane."""
LASTING = ("as_of", "quoted_only", "index_sort", "record_sort")
"""Fields that stay as they are on every page until somebody changes them."""


class State(NamedTuple):
    """What is shown. Records, statements and sources by id; sentences by number.

    An explorer shows all of it in three panes. Where one page is read at a time, `page` says which.
    """

    section: str = ""
    """The kind whose list is open in the index, `sources`, or empty: none is open."""
    record: str | None = None
    """The record on the page; None is the first screen."""
    statement: str | None = None
    """The statement under the cursor of the page."""
    citation: int = 0
    """Which of its citations the source pane shows."""
    source: str | None = None
    """A source that is shown by itself, not for a statement."""
    sentence: int | None = None
    """The sentence under the cursor of the source pane."""
    source_at: str | None = None
    """The item under the cursor of the source pane where it shows no text: see `grounds`."""
    selected: tuple[int, int] | None = None
    """The passage of the text that is selected, in code points: until the cursor moves."""
    view: str = ""
    """The view over the whole pack in the record pane; empty is the record."""
    view_of: str = ""
    """The record or conflict that the view is of; empty is the whole pack."""
    at: str | None = None
    """The item under the cursor of the view."""
    index_at: str | int | None = None
    """The row under the cursor of the index: an id, `section:KIND`, or the rank of a search result."""
    as_of: str | None = None
    """The day for which everything answers; None is all dates."""
    quoted_only: bool = False
    pane: Pane = "index"
    """The pane with the cursor."""
    zoomed: bool = False
    finding: bool = False
    """Whether the index shows search results, or the first screen, although a section is open."""
    query: str = ""
    """What is typed in the search box."""
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
    """grouped, time or importance; in a view one of its own orders."""
    text_find: str = ""
    """Words searched for in the text of the source pane."""
    source_facet: str = ""
    """`name: value` that a sentence of the text must have."""
    index_scroll: int = 0
    record_scroll: int = 0
    source_scroll: int = 0
    """Lines above what was visible of each pane when the state was left."""
    part: int | None = None
    """Where one page is read part by part: the item with which the part begins; None is the page's own."""

    @property
    def at_home(self) -> bool:
        """Whether nothing is open yet."""
        return self.record is None and self.source is None and not self.view

    @property
    def searching(self) -> bool:
        """Whether letters go into the search box: in the index, where no section is listed."""
        return self.pane == "index" and (self.finding or not self.section)

    @property
    def starting(self) -> bool:
        """Whether the index lists where to start: no section, and nothing is searched for."""
        return not self.query and (self.finding or not self.section)

    @property
    def place(self) -> tuple[str | None, str | None, str, str]:
        """What the history distinguishes where panes are shown: record, source and view. Moves within one
        place are not remembered."""
        return self.record, self.source, self.view, self.view_of if self.view else ""

    @property
    def page(self) -> Target:
        """What is read where one page is read at a time."""
        if self.pane == "index" and (self.finding or self.section):
            return Target("results", self.query) if self.finding else Target(SECTION, self.section)
        if self.view:
            return Target(self.view, self.view_of, other=self.record or "" if self.view == "compare" else "")
        if self.source is not None:
            return Target("source", self.source)
        return Target("record", self.record) if self.record else Target("home")

    @property
    def spot(self) -> tuple[object, ...]:
        """What the source pane depends on: the statement or source, and which of its citations."""
        return self.record, self.statement, self.citation, self.source, self.view, self.view_of, self.at

    @property
    def filter(self) -> str:
        """The words that the pane with the cursor is filtered by."""
        words: str = getattr(self, FILTERS[self.pane])
        return words

    @property
    def facet(self) -> str:
        """The facet that the pane with the cursor is filtered by."""
        facet: str = getattr(self, FACETS[self.pane])
        return facet

    @property
    def sort(self) -> str:
        """The order of the pane with the cursor; empty in a text, which has its own."""
        order: str = getattr(self, SORTS[self.pane]) if self.pane in SORTS else ""
        return order
