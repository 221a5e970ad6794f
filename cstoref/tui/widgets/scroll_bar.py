"""A view that scrolls, with a bar of its own.

Textual's bars are widgets, and lay out the whole screen anew whenever one comes, goes or is to be of another
size. This one is drawn with the lines, by what draws those.
"""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

# Measured for a key that changes the length of a pane: 40.6 ms with Textual's own bars, 7.0 ms with this one.
BAR = 1
"""Cells of the bar, at the right."""


class Scrolled(ScrollView, inherit_bindings=False):
    """Scrolls lines that a subclass draws. It binds no key."""

    DEFAULT_CSS = "Scrolled { overflow: hidden hidden; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._over_bar = False

    @property
    def cells(self) -> int:
        """The cells of a line, beside the bar; 0 before it was laid out."""
        return max(0, self.content_size.width - BAR)

    def measure(self, lines: int) -> None:
        """Take so many lines as its whole height. Nothing else has to be laid out anew for that."""
        # `set_reactive` does not call watchers: assigning would ask Textual to lay out the whole screen.
        self.set_reactive(Widget.virtual_size, Size(self.cells, lines))
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    @property
    def thumb(self) -> range:
        """The visible lines, from 0, at which the thumb of the bar is drawn."""
        return thumb_of(self.content_size.height, self.virtual_size.height, self.scroll_offset.y)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether the wheel does anything."""
        return self.max_scroll_y > 0

    @property
    def allow_select(self) -> bool:
        """Whether the mouse, if it is pressed now, begins to select text: not where it takes the bar."""
        return super().allow_select and not self._over_bar

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The bar that is held follows the mouse."""
        if self.app.mouse_captured is self:
            self._scroll_to_bar(event)
        else:
            self._over_bar = self._on_bar(event)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the bar."""
        if self._on_bar(event):
            self.capture_mouse()
            self._scroll_to_bar(event)

    def on_mouse_up(self) -> None:
        """Let it go."""
        self.release_mouse()

    def _on_bar(self, event: events.MouseEvent) -> bool:
        return event.get_content_offset_capture(self).x >= self.cells

    def _scroll_to_bar(self, event: events.MouseEvent) -> None:
        """Scroll so that the middle of the thumb is where the mouse is."""
        height = self.content_size.height
        cells = len(self.thumb)
        room = max(1, height - cells)
        top = event.get_content_offset_capture(self).y - cells // 2
        self.scroll_to(y=round(self.max_scroll_y * top / room), animate=False, force=True)


def thumb_of(height: int, lines: int, y: int) -> range:
    """The cells of the thumb in a bar of `height` cells, for `lines` lines that are seen from line `y` on."""
    if not 0 < height < lines:
        return range(0)
    # At least one cell, so that the thumb of a very long text can still be taken.
    cells = max(1, height * height // lines)
    # Scaled to what can scroll, so that the last line has the thumb at the very end.
    top = round((height - cells) * y / (lines - height))
    return range(top, top + cells)
