"""A pane: turns a value into lines at its own width, and again when the width changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from cstoref.tui.line import Key, Line

from .line_view import LineView

Maker = Callable[[int], Sequence[Line]]


def _none(cells: int) -> Sequence[Line]:
    return ()


class Pane(LineView):
    """A line view whose lines are made for its width; none are made before it has one."""

    def __init__(self, on_move: Callable[[Key], None] | None = None, *, id: str) -> None:
        """`on_move` is called at once with where the cursor is to go: the next key may have come already, and
        means the item that the cursor is on by then. Without it the pane moves its cursor itself."""
        super().__init__(id=id, classes="pane")
        self._on_move = on_move
        self._maker: Maker = _none
        self._head: Maker = _none
        self._made_for = 0
        self._centred = False
        self._scroll: int | None = None
        """How far to scroll once it is laid out."""

    def ask_for(self, key: Key) -> None:
        """Have the cursor put on an item by whoever owns it."""
        if self._on_move is None:
            self.point(key)
        else:
            self._on_move(key)

    def put_lines(self, maker: Maker, cursor: Key = None, head: Maker = _none) -> None:
        """Show what `maker` makes for the pane's width, below what `head` makes, which stays in place."""
        self._maker, self._head = maker, head
        # Wrapping a long page is the costliest part of drawing: it is done for the width it is shown at,
        # once.
        self._made_for = self.cells
        self._centred = False
        if self._made_for:
            self.show(maker(self._made_for), cursor, head(self._made_for))
        elif cursor is not None:
            self.cursor = cursor

    def restyle(self, maker: Maker, cursor: Key) -> None:
        """Show what `maker` makes: the items of before, line for line, in other styles."""
        self._maker = maker
        if self._made_for:
            self.replace(maker(self._made_for), cursor)
        else:
            self.cursor = cursor

    def centre(self) -> None:
        """Scroll so that the item under the cursor has context above and below, also once it is laid out."""
        self._centred = True
        super().centre()

    def return_to(self, y: int) -> None:
        """Scroll to where it was, as far as the cursor stays in sight, also once it is laid out."""
        self._scroll = None if self.cells else y
        super().return_to(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the screen, made in time for the first drawing at a width: the event comes after it."""
        self._fit()
        return super().render_lines(crop)

    def _fit(self) -> None:
        """Make the lines anew where the width has changed; the cursor stays on its item."""
        if self.cells != self._made_for:
            centred = self._centred
            self.put_lines(self._maker, self.cursor, self._head)
            if centred:
                self.centre()

    def on_resize(self, event: events.Resize) -> None:
        """Keep place at the new size."""
        self._fit()
        super().on_resize(event)
        if self._scroll is not None:
            self.return_to(self._scroll)
