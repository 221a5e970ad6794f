"""How one came to a list of the index: the page it was reached from, the page that its first row leads back
to, and where the search box was opened. Knows states, and nothing of what is in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .state import State


@dataclass(slots=True)
class WayBack:
    """What was there before a list of the index."""

    last: State | None = None
    """The page that was read last, perhaps in an earlier run."""
    earlier_run: bool = False
    """Whether that was in an earlier run: then its day comes back with it."""
    came_from: State | None = None
    """The page of this run that the list was reached from; None where the list was there first."""
    asked_from: State | None = None
    """Where the search box was opened, while nothing has been typed in it yet."""

    def left_page(self, page: State) -> None:
        """A page was left for a list."""
        self.last = self.came_from = page
        self.earlier_run = False

    def left_list(self) -> State | None:
        """A list was left for a page. The page that the list was reached from."""
        came_from, self.came_from, self.asked_from = self.came_from, None, None
        return came_from

    def return_to(self, now: State) -> State | None:
        """The page that was read last, on the day of now; of an earlier run with the day that it was read
        on."""
        if self.last is None:
            return None
        day = now.as_of or (self.last.as_of if self.earlier_run else None)
        return replace(self.last, as_of=day)
