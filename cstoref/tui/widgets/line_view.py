"""A scrolling view of lines with a cursor on items; the base of every pane and list.

Only the lines on the screen are drawn, so that a hundred thousand cost no more than fifty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cstoref.tui.line import Key, Line, drawn

POINTER = "▸"
"""Stands before the item under the cursor, so that it is not told by colour alone."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows lines; the cursor moves from item to item, an item being the lines of one key.

    It binds no key: those that a `ScrollView` has would scroll where the commands move the cursor.
    """

    STYLES = (
        "text",
        "dim",
        "heading",
        "title",
        "mark",
        "conflict",
        "lit",
        "found",
        "cited",
        "link",
        "accent",
    )
    STANDING_OUT = ("lit", "found")
    """Styles that keep their colours under the cursor."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{style}" for style in (*STYLES, "cursor", "cursor-blurred")
    }
    DEFAULT_CSS = """
    LineView {
        scrollbar-size: 1 1;
        scrollbar-size-horizontal: 0;
        scrollbar-color: $rule;
        scrollbar-color-hover: $text-muted;
        scrollbar-color-active: $text-muted;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        overflow-x: hidden;
        overflow-y: auto;
        background: $background;
        & > .line--text { color: $foreground; }
        & > .line--dim { color: $text-muted; }
        & > .line--heading { color: $primary; text-style: bold; }
        & > .line--title { color: $foreground; text-style: bold; }
        & > .line--mark { color: $secondary; }
        & > .line--conflict { color: $warning; text-style: bold; }
        & > .line--lit { color: $lit-text; background: $lit; text-style: bold; }
        & > .line--found { color: $background; background: $accent; }
        & > .line--cited { color: $foreground; text-style: underline; }
        & > .line--link { color: $accent; }
        & > .line--accent { color: $accent; text-style: bold; }
        & > .line--cursor { color: $cursor-text; background: $cursor; }
        & > .line--cursor-blurred { background: $surface; }
    }
    """

    class Moved(Message):
        """The cursor came to an item."""

        def __init__(self, view: LineView, key: Key) -> None:
            super().__init__()
            self.view = view
            self.key = key

        @property
        def control(self) -> LineView:
            """The view, so that handlers can be bound to one."""
            return self.view

    class Chosen(Moved):
        """An item was clicked."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Line] = ()
        self._keys: list[Key] = []
        self._first: dict[Key, int] = {}
        self._last: dict[Key, int] = {}
        self.cursor: Key = None

    def show(self, lines: Sequence[Line], cursor: Key = None) -> None:
        """Replace the lines; the cursor goes to `cursor`, else stays on its key, else to the first item."""
        self._lines = lines
        self._first, self._last = {}, {}
        for at, line in enumerate(lines):
            if line.key is not None:
                self._first.setdefault(line.key, at)
                self._last[line.key] = at
        self._keys = sorted(self._first, key=self._first.__getitem__)
        if cursor in self._first:
            self.cursor = cursor
        elif self.cursor not in self._first:
            self.cursor = self._keys[0] if self._keys else None
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        self.refresh()
        self.reveal()

    def forget(self) -> None:
        """Forget the cursor: what is shown next begins at its beginning."""
        self.cursor = None
        self.scroll_home(animate=False, force=True)

    @property
    def keys(self) -> Sequence[Key]:
        """The items, in order."""
        return self._keys

    def move(self, step: int) -> None:
        """Move the cursor by a number of items, stopping at the ends."""
        if not self._keys:
            self.scroll_relative(y=step, animate=False)
            return
        at = self._keys.index(self.cursor) if self.cursor in self._first else 0
        self.put(self._keys[max(0, min(len(self._keys) - 1, at + step))])

    def page(self, step: int) -> None:
        """Move the cursor by pages."""
        height = max(1, self.scrollable_content_region.height - 1)
        if not self._keys:
            self.scroll_relative(y=step * height, animate=False)
            return
        line = self._first.get(self.cursor, 0) + step * height
        starts = [self._first[key] for key in self._keys]
        at = bisect_left(starts, line)
        self.put(self._keys[max(0, min(len(self._keys) - 1, at))])

    def put(self, key: Key) -> None:
        """Put the cursor on an item, and tell."""
        if key == self.cursor or key not in self._first:
            self.reveal()
            return
        before, self.cursor = self.cursor, key
        self._redraw(before)
        self._redraw(key)
        self.reveal()
        self.post_message(self.Moved(self, key))

    def reveal(self) -> None:
        """Scroll so that the whole item under the cursor is seen; at the first item, also what is above."""
        if self.cursor not in self._first:
            return
        first, last = self._first[self.cursor], self._last[self.cursor]
        if self._keys and self.cursor == self._keys[0]:
            first = 0 if last < self.scrollable_content_region.height else first
        region = Region(0, first, 1, last - first + 1)
        self.scroll_to_region(region, animate=False, force=True)

    def centre(self) -> None:
        """Scroll so that the item under the cursor has context above and below."""
        if self.cursor in self._first:
            height = self.scrollable_content_region.height
            self.scroll_to(y=max(0, self._first[self.cursor] - height // 3), animate=False, force=True)

    def _redraw(self, key: Key) -> None:
        if key in self._first:
            first = self._first[key] - self.scroll_offset.y
            count = self._last[key] - self._first[key] + 1
            self.refresh(Region(0, first, self.size.width, count))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor on the screen when the pane changes its size."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.reveal()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the cursor as strong or faint."""
        super().watch_has_focus(has_focus)
        self._redraw(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one chooses."""
        at = event.y + self.scroll_offset.y
        if 0 <= at < len(self._lines) and (key := self._lines[at].key) is not None:
            if key == self.cursor:
                self.post_message(self.Chosen(self, key))
            else:
                self.put(key)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at = y + self.scroll_offset.y
        cells = self.scrollable_content_region.width
        base = self.rich_style
        if at >= len(self._lines):
            return Strip.blank(cells, base)
        line = self._lines[at]
        styled = [(piece, self.get_component_rich_style(f"line--{piece.style}")) for piece in line.pieces]
        pieces = [(piece.text, style) for piece, style in styled]
        if line.key is not None and line.key == self.cursor:
            over = self._cursor_style("line--cursor" if self.has_focus else "line--cursor-blurred")
            base += over
            pieces = [
                (piece.text, style if piece.style in self.STANDING_OUT else style + over)
                for piece, style in styled
            ]
            if at == self._first[line.key] and pieces[0][0].startswith(" "):
                pieces[0] = (POINTER + pieces[0][0][1:], pieces[0][1])
        strip = Strip([Segment(drawn(text), style) for text, style in pieces])
        return strip.adjust_cell_length(cells, base)

    def _cursor_style(self, name: str) -> Style:
        style = self.get_component_rich_style(name, partial=True)
        if name == "line--cursor":
            return style
        return Style(bgcolor=style.bgcolor)
