"""A pane: turns a value into lines at its own width, and again when the width changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events

from cstoref.tui.line import Key, Line

from .line_view import LineView

Maker = Callable[[int], Sequence[Line]]


def _none(cells: int) -> Sequence[Line]:
    return ()


class Pane(LineView):
    """A line view whose lines are made for its width."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="pane")
        self._maker: Maker = _none
        self._head: Maker = _none
        self._made_for = 0

    @property
    def cells(self) -> int:
        """The cells of a line."""
        return max(10, self.scrollable_content_region.width or self.size.width)

    def put_lines(self, maker: Maker, cursor: Key = None, head: Maker = _none) -> None:
        """Show what `maker` makes for the pane's width, below what `head` makes, which stays in place."""
        self._maker, self._head = maker, head
        self._made_for = self.cells
        self.show(maker(self.cells), cursor, head(self.cells))

    def on_resize(self, event: events.Resize) -> None:
        """Make the lines anew where the width has changed; the cursor stays on its item."""
        if self.cells != self._made_for:
            self.put_lines(self._maker, self.cursor, self._head)
        super().on_resize(event)
