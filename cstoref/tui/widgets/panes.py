"""The three panes. Each turns a value into lines at its own width, and again when the width changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from cstoref.tui.line import Key, Line

from .line_view import LineView

Maker = Callable[[int], Sequence[Line]]


class Pane(LineView):
    """A line view whose lines are made for its width."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="pane")
        self._maker: Maker | None = None
        self._made_for = 0

    @property
    def cells(self) -> int:
        """The cells of a line."""
        return max(10, self.scrollable_content_region.width or self.size.width)

    def put_lines(self, maker: Maker, cursor: Key = None) -> None:
        """Show what `maker` makes for the pane's width."""
        self._maker = maker
        self._made_for = self.cells
        self.show(maker(self.cells), cursor)

    def on_resize(self, event: events.Resize) -> None:
        """Make the lines anew where the width has changed; the cursor stays on its item."""
        if self._maker is not None and self.cells != self._made_for:
            self.put_lines(self._maker, self.cursor)
        super().on_resize(event)


class SourcePane(Vertical):
    """A source: its title and date pinned, its text below."""

    DEFAULT_CSS = """
    SourcePane > #source-head { height: 2; scrollbar-size: 0 0; }
    SourcePane > #source-text { height: 1fr; }
    """

    def compose(self) -> ComposeResult:
        """The pinned head and the text."""
        head = Pane(id="source-head")
        head.can_focus = False
        yield head
        yield Pane(id="source-text")

    @property
    def head(self) -> Pane:
        """The pinned lines."""
        return self.query_one("#source-head", Pane)

    @property
    def text(self) -> Pane:
        """The scrolling text."""
        return self.query_one("#source-text", Pane)
