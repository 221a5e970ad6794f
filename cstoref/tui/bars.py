"""From a state to the line above the panes (where, and for which day) and the line below them (the keys)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.store.pages import Page

from .commands import BY_ID
from .footing import footer
from .state import FACETS, FILTERS, INDEX_ORDERS, SORTS, SOURCES, ViewState
from .views.base import View
from .widgets.bars import KeyLine, TopLine

if TYPE_CHECKING:
    from .screens.explorer import Explorer

ROOMY = 100
"""From this width on the edition is told."""
IN_BOX = (("F1", "help"), ("⏎", "open"), ("↓", "list"), ("Tab", "panes"), ("ctrl+p", "all"), ("Esc", "leave"))
"""What a find box lets through."""


class Bars:
    """Fills the two lines."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store

    def top(self, state: ViewState, view: View | None, page: Page | None, hits: str) -> None:
        """Where one is, and how it is looked at."""
        parts = [f"as of {dates.spoken(state.as_of) if state.as_of else 'any day'}"]
        if self._store.clock_is_behind and not state.as_of:
            parts.append("system date ignored")
        if state.quoted_only:
            parts.append("“ only")
        if state.text_find and state.pane == "source":
            parts.append(f"“{state.text_find}” {hits}")
        if self._screen.size.width >= ROOMY:
            parts.append(f"edition {self._store.pack['edition']}")
        quotes = self._store.count("quotes")
        parts.append(f"✓ {quotes:,}/{quotes:,}")
        crumbs = ["CSTO", *self._crumbs(state, view, page), *self._narrowed(state)]
        self._screen.query_one("#top", TopLine).show(crumbs, " · ".join(parts), state.as_of is not None)

    def _crumbs(self, state: ViewState, view: View | None, page: Page | None) -> list[str]:
        """Where one is: section, record, passage; or a view, or what is sought."""
        if state.pane == "index" and state.finding:
            return [*([] if state.at_home else ["Find"]), *([f"“{state.query}”"] if state.query else [])]
        if state.source is not None:
            return ["Sources", self._store.shorts([state.source]).get(state.source, state.source)]
        crumbs: list[str] = []
        if view is not None:
            crumbs = [view.named(state)]
        elif page is not None:
            crumbs = [self._plural(page.record.kind), page.record.name]
        elif state.section:
            crumbs = [self._plural(state.section)]
        if state.pane == "source" and crumbs:
            crumbs.append(self._passage(state))
        return [crumb for crumb in crumbs if crumb]

    def _plural(self, section: str) -> str:
        return "Sources" if section == SOURCES else self._store.kinds[section].plural.capitalize()

    def _passage(self, state: ViewState) -> str:
        statement = self._screen.showing.statement(state)
        if statement is None or not statement.citations:
            return "inferred" if statement else ""
        citation = statement.citations[state.citation % len(statement.citations)]
        short = self._store.shorts([citation.source])[citation.source]
        return f"{short} ¶{citation.paragraph}" if citation.paragraph else short

    def _narrowed(self, state: ViewState) -> list[str]:
        """By what the pane with the cursor is narrowed, and the order that was asked for."""
        if state.pane == "source" or (state.pane == "index" and state.finding):
            return []
        words = getattr(state, FILTERS[state.pane])
        order = getattr(state, SORTS[state.pane])
        asked = order != INDEX_ORDERS[0] and order in self._screen.showing.orders(state)
        return [
            *([f"“{words}”"] if words else []),
            *filter(None, [getattr(state, FACETS[state.pane])]),
            *([f"by {order}"] if asked else []),
        ]

    def keys(self, state: ViewState, in_box: bool) -> None:
        """The keys of the pane that has the cursor."""
        chosen = footer(self._screen.showing, state)
        shown = [(self._screen.key_of(BY_ID[id]), word) for id, word in chosen]
        self._screen.query_one("#keys", KeyLine).show(IN_BOX if in_box else shown)
