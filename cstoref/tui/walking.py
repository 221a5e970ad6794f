"""From one state to the next: going, looking ahead, back and forward. Every change of state passes here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .state import History, ViewState

ACROSS = ("pane", "query", "finding", "as_of", "zoomed")
"""Parts of the state that outlast a look ahead."""


class Walk:
    """Where the explorer is, and where it has been.

    `show(old, new)` shows a state and gives it back with the cursors where they came to stand; `here(state)`
    adds how far the panes are scrolled.
    """

    def __init__(
        self,
        state: ViewState,
        show: Callable[[ViewState, ViewState], ViewState],
        here: Callable[[ViewState], ViewState],
    ) -> None:
        self.state = state
        self.opened: list[str] = []
        """The records that were gone to, the last one last."""
        self._show, self._here = show, here
        self._history = History()
        self._before: ViewState | None = None
        """What was there before a look ahead."""
        self._count_as_opened()

    def go(self, **changes: Any) -> None:
        """To a new state. A new place can be gone back from."""
        old, new = self.state, replace(self.state, **changes)
        if new == old:
            return
        if old.place != new.place:
            self.settle()
            self._history.leave(self._here(old))
        self._to(new)
        if new.pane != "index":
            self.settle()

    def peek(self, **changes: Any) -> None:
        """As `go`, but what was there stays what one goes back to, until one settles on something."""
        self._before = self._before or self._here(self.state)
        new = replace(self.state, **changes)
        if new != self.state:
            self._to(new)

    def settle(self) -> None:
        """Stay at what was looked at; what was there before can be gone back to."""
        before, self._before = self._before, None
        if before is not None and before.place != self.state.place:
            self._history.leave(before)

    def return_from_peek(self) -> None:
        """Show again what was there before looking ahead."""
        before, self._before = self._before, None
        if before is not None:
            self._to(replace(before, **{name: getattr(self.state, name) for name in ACROSS}))

    def travel(self, step: int) -> ViewState | None:
        """Back or forward in the history; None if there is nothing there."""
        self.settle()
        here = self._here(self.state)
        state = self._history.back(here) if step < 0 else self._history.forward(here)
        if state is not None:
            self._to(state)
        return state

    def _to(self, new: ViewState) -> None:
        old, self.state = self.state, new
        self.state = self._show(old, new)
        self._count_as_opened()

    def _count_as_opened(self) -> None:
        """A record is opened once the cursor is in it, not while it is looked at from the index."""
        record = self.state.record
        if record and self.state.pane != "index" and record not in self.opened[-1:]:
            self.opened.append(record)
