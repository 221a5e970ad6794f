"""The way through a session: the history of its pages, and how one came to a list of the index: the page it
was reached from, the page that its first row leads back to, and where the search box was opened. Knows
states, and nothing of what is in them."""

from __future__ import annotations

from collections.abc import Callable

from .history import History
from .state import State


class Trail:
    """What can be gone back to, of pages and of lists."""

    def __init__(self, last: State | None, paged: bool) -> None:
        """`last` is the page on which an earlier run was left; `paged` is for who reads one page at a
        time."""
        self.last = last
        """The page that was read last, perhaps in an earlier run."""
        self.asked_from: State | None = None
        """Where the search box was opened, while nothing has been typed in it yet."""
        self._paged = paged
        self._earlier_run = last is not None
        """Whether the last page was read in an earlier run: then its day comes back with it."""
        self._offered, self._offered_of_earlier_run = self.last, self._earlier_run
        self._came_from: State | None = None
        """The page of this run that the list was reached from; None where the list was there first."""
        self._history = History()

    def advance(self, old: State, new: State, leave: Callable[[State], State]) -> None:
        """Remember what has to be remembered where a state gives way to a new one. `leave` is called with a
        state that is remembered, and gives it back with what should be restored."""
        if self._paged or (old.pane != "index" and new.pane != "index"):
            if self._place(old) != self._place(new):
                self._history.leave(leave(old))
        elif old.pane != "index":
            self._leave_page(leave(old))
        elif new.pane != "index":
            self._open_from_list(old, new, leave)

    def travel(self, now: State, step: int) -> State | None:
        """The state before this one in the history, or after it; None where there is none."""
        came_from = self.leave_list() if now.pane == "index" and step < 0 else None
        if came_from is not None:
            self._history.leave(came_from)
        state = self._history.back(now) if step < 0 else self._history.forward(now)
        if state is not None and now.pane != "index" and state.pane == "index":
            self._leave_page(now)
            self._came_from = None
        return state

    def leave_list(self) -> State | None:
        """Count the list as left for a page; gives the page that the list was reached from."""
        came_from, self._came_from, self.asked_from = self._came_from, None, None
        return came_from

    def offer(self) -> None:
        """Let the first screen lead back to the page that was read last, until this is called again: it stays
        as it is while pages are opened from it."""
        self._offered, self._offered_of_earlier_run = self.last, self._earlier_run

    def offered(self, now: State) -> State | None:
        """The page to which the first screen leads back; see `return_to`."""
        return _on_its_day(self._offered, now, self._offered_of_earlier_run)

    def return_to(self, now: State) -> State | None:
        """The page that was read last, on the day of now; of an earlier run with the day that it was read
        on."""
        return _on_its_day(self.last, now, self._earlier_run)

    def _leave_page(self, page: State) -> None:
        self.last = self._came_from = page
        self._earlier_run = False

    def _open_from_list(self, old: State, new: State, leave: Callable[[State], State]) -> None:
        """From a list of the index to a page: both what was before the list, and the list, can be gone back
        to."""
        came_from = self.leave_list()
        if came_from is not None and self._place(came_from) == self._place(new) and not old.query:
            return
        if came_from is not None:
            self._history.leave(came_from)
        self._history.leave(leave(old))

    def _place(self, state: State) -> object:
        """The part of a state whose change makes a new entry in the history."""
        return (state.page, state.sentence) if self._paged else state.place


def _on_its_day(page: State | None, now: State, earlier_run: bool) -> State | None:
    return page and page._replace(as_of=now.as_of or (page.as_of if earlier_run else None))
