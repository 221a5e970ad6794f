"""From a state to the line above the panes (where, and for which day) and the line below them (the keys)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.store.pages import Page
from cstoref.store.queries import Sentence

from .commands import footer
from .state import ViewState
from .views.base import View
from .widgets.bars import KeyLine, TopLine

if TYPE_CHECKING:
    from .screens.explorer import Explorer

ROOMY = 100
"""From this width on the edition is told."""
FIND_KEYS = (
    ("⏎", "open"),
    ("↓", "list"),
    ("Tab", "panes"),
    ("F1", "help"),
    ("ctrl+p", "all"),
    ("Esc", "leave"),
)
"""What a find box lets through."""


class Bars:
    """Fills the two lines."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store

    def top(
        self,
        state: ViewState,
        view: View | None,
        page: Page | None,
        sentences: Sequence[Sentence],
        hits: Sequence[tuple[int, int]],
    ) -> None:
        """Where one is, and how it is looked at."""
        parts = [f"as of {dates.spoken(state.as_of) if state.as_of else 'any day'}"]
        if state.quoted_only:
            parts.append("“ only")
        if state.text_find:
            end = next((s.end for s in sentences if s.number == state.sentence), 0)
            parts.append(f"“{state.text_find}” {sum(start < end for start, _ in hits)}/{len(hits)}")
        if self._screen.size.width >= ROOMY:
            parts.append(f"edition {self._store.pack['edition']}")
        quotes = self._store.count("quotes")
        parts.append(f"✓ {quotes:,}/{quotes:,}")
        crumbs = ["CSTO", *self._crumbs(state, view, page)]
        self._screen.query_one("#top", TopLine).show(crumbs, " · ".join(parts), state.as_of is not None)

    def _crumbs(self, state: ViewState, view: View | None, page: Page | None) -> list[str]:
        if state.source is not None:
            return ["Sources", self._store.shorts([state.source]).get(state.source, state.source)]
        if view is not None:
            return [view.title]
        if page is not None:
            return [self._store.kinds[page.record.kind].plural.capitalize(), page.record.name]
        return []

    def keys(self, state: ViewState, finding: bool) -> None:
        """The keys of the pane that has the cursor."""
        keys = FIND_KEYS if finding else [(c.shown().split()[0], c.label) for c in footer(state.pane)]
        self._screen.query_one("#keys", KeyLine).show(keys)
