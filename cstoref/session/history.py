"""The states of a session that can be gone back to and forward to."""

from __future__ import annotations

from .state import State

MOST = 200
"""States that are remembered."""


class History:
    """Past and future states. A new branch cuts the forward list."""

    def __init__(self) -> None:
        self.past: list[State] = []
        self.future: list[State] = []

    def leave(self, state: State) -> None:
        """Remember the state that is about to be left for a new place."""
        self.past = [*self.past[1 - MOST :], state]
        self.future = []

    def back(self, current: State) -> State | None:
        """The state before, or None at the beginning."""
        if not self.past:
            return None
        self.future.append(current)
        return _with_day_of(self.past.pop(), current)

    def forward(self, current: State) -> State | None:
        """The state that was last gone back from, or None."""
        if not self.future:
            return None
        self.past.append(current)
        return _with_day_of(self.future.pop(), current)


def _with_day_of(state: State, current: State) -> State:
    """Going back never clears or restores an as-of day: only its own verb does."""
    return state._replace(as_of=current.as_of)
