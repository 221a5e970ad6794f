"""Where the conversation is, and where it has been. One frozen value a page."""

from __future__ import annotations

from typing import Any

from cstoref.namedtuples import NamedTuple


class Place(NamedTuple):
    """One page. Records, statements, sources and conflicts by id."""

    what: str
    """The sort of page, as `pages.MAKERS` has it."""
    of: str = ""
    """An id, several ids with blanks between, or words that are sought; empty is everything."""
    other: str = ""
    """The second record of a comparison."""
    start: int | None = None
    """An offset in the text of a source, in code points."""
    only: str = ""
    """Words that a line must have."""
    facet: str = ""
    """`name: value` that a line must have."""
    order: str = ""
    """In which order the lines stand; empty is the page's own."""
    line: int | None = None
    """With which of its lines the part begins that is read; None is where the page says."""

    def same(self, other: Place) -> bool:
        """Whether both are one page, however it is narrowed."""
        return self[:4] == other[:4]


class Trail:
    """The pages that can be gone back to, and forward to. A new branch cuts what lay ahead."""

    MOST = 200

    def __init__(self, place: Place) -> None:
        self.place = place
        self._past: list[Place] = []
        self._future: list[Place] = []

    def go(self, place: Place) -> None:
        """To a page; the one before can be gone back to, as it was narrowed."""
        if not place.same(self.place):
            self._past = [*self._past[-self.MOST :], self.place]
            self._future = []
        self.place = place

    def change(self, **parts: Any) -> None:
        """The same page otherwise."""
        self.place = self.place._replace(**parts)

    def travel(self, step: int) -> bool:
        """Back or forward; whether there is a page there."""
        here, there = (self._past, self._future) if step < 0 else (self._future, self._past)
        if not here:
            return False
        there.append(self.place)
        self.place = here.pop()
        return True
