"""A scrolling view of lines with a cursor on items; the base of every pane and list.

Only the lines on the screen are drawn, so that a hundred thousand cost no more than fifty.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Region, Spacing
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from cstoref.tui.line import Key, Line, Piece

from .grid_items import MadeLines
from .items import Items
from .line_strips import LineStrips
from .scroll_bar import Scrolled


class LineView(Scrolled, can_focus=True, inherit_bindings=False):
    """Shows lines; the cursor moves from item to item, an item being the lines of one key.

    It binds no key: those that a `ScrollView` has would scroll where the commands move the cursor.
    """

    opens_at_top: bool = False
    """Whether what is above the first item is shown even where the item itself then does not fit."""
    DEFAULT_CSS = "LineView { background: $background; }"

    class Chosen(Message):
        """The item under the cursor was clicked."""

        def __init__(self, view: LineView) -> None:
            super().__init__()
            self.view = view

        @property
        def control(self) -> LineView:
            """The view, so that handlers can be bound to one."""
            return self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Line] = ()
        self._pinned: Sequence[Line] = ()
        self.items = Items(())
        self.cursor: Key = None
        self._strips = LineStrips()
        self._thumb = range(0)
        """The lines of the screen at which the bar is full."""
        self._entered = False
        """Whether the focus has come and nothing has been done since."""
        self._commanded = False
        """Whether keys move the cursor although the focus is elsewhere."""

    def show(self, lines: Sequence[Line], cursor: Key = None, pinned: Sequence[Line] = ()) -> None:
        """Replace the lines; the cursor goes to `cursor`, else stays on its key, else to the first item.

        `pinned` are lines that stay above while the others scroll.
        """
        self._lines, self._pinned = lines, pinned
        self.items = lines.items if isinstance(lines, MadeLines) else Items(lines)
        if cursor in self.items:
            self.cursor = cursor
        elif self.cursor not in self.items:
            self.cursor = self.items.start
        self._measure()
        self.refresh()
        self._reveal_with_context()

    def replace(self, lines: Sequence[Line], cursor: Key) -> None:
        """Replace the lines by others with the same items, line for line; only those that differ are
        drawn."""
        # Lines that are not seen are not looked at: they may not be made yet.
        top = self.scroll_offset.y
        seen = range(top, min(len(lines), top + self._height))
        changed = [at for at in seen if self._lines[at] is not lines[at]]
        old, self._lines, self.cursor = self.cursor, lines, cursor
        above, width = len(self._pinned) - top, self.size.width
        if changed:
            self.refresh(*(Region(0, above + at, width, 1) for at in changed))
        for key in (old, cursor):
            self._redraw(key)

    def _reveal_with_context(self) -> None:
        """Leave the scroll where the item under the cursor is seen whole, else show it with context."""
        if self.cursor not in self.items:
            return
        if self.cursor == self.items.start or self.sees_whole(self.cursor):
            self.reveal()
        else:
            LineView.centre(self)

    def sees_whole(self, key: Key) -> bool:
        """Whether all lines of an item are seen."""
        lines, top = self.items.lines_of(key), self.scroll_offset.y
        return top <= lines.start and lines.stop <= top + self._height

    def _measure(self) -> None:
        self.measure(len(self._pinned) + len(self._lines))

    def forget(self) -> None:
        """Forget the cursor: what is shown next begins at its beginning."""
        self.cursor = None
        self.scroll_home(animate=False, force=True)

    @property
    def _height(self) -> int:
        """Lines that are seen of those that scroll."""
        return max(1, self.content_size.height - len(self._pinned))

    def move(self, step: int) -> None:
        """Move the cursor by a number of items, stopping at the ends."""
        if len(self.items):
            self.put(self.items.moved(self.cursor, step))
        else:
            self.scroll_relative(y=step, animate=False)

    def page(self, step: int) -> None:
        """Move the cursor by pages."""
        height = max(1, self._height - 1)
        if len(self.items):
            line = self.items.first.get(self.cursor, 0) + step * height
            self.put(self.items.from_line(line, self.cursor))
        else:
            self.scroll_relative(y=step * height, animate=False)

    def put(self, key: Key) -> None:
        """Have the cursor put on an item."""
        self._entered = False
        if key == self.cursor or key not in self.items:
            self.reveal()
        else:
            self.ask_for(key)

    def ask_for(self, key: Key) -> None:
        """Have the cursor put on an item by whoever owns it: this view itself, unless a subclass asks."""
        self.point(key)

    def point(self, key: Key) -> None:
        """Show the cursor on an item."""
        if key == self.cursor or key not in self.items:
            return
        # Only the two items are drawn again: a full redraw would cost every line of the pane for each key.
        before, self.cursor = self.cursor, key
        self._redraw(before)
        self._redraw(key)
        self.reveal()

    def reveal(self) -> None:
        """Scroll so that the whole item under the cursor is seen; at the first item, also what is above."""
        if self.cursor not in self.items:
            return
        first, last = self.items.first[self.cursor], self.items.last[self.cursor]
        if self.cursor == self.items.start:
            # Headings above the first item have no key: without this they could not be scrolled back into
            # view.
            first = 0 if last < self._height or self.opens_at_top else first
            last = min(last, self._height - 1) if self.opens_at_top else last
        elif self.items.is_last(self.cursor):
            # What stands below the last item, as a legend, has no key either.
            last = max(last, min(len(self._lines) - 1, first + self._height - 1))
        above = len(self._pinned)
        region = Region(0, above + first, 1, last - first + 1)
        self.scroll_to_region(region, spacing=Spacing(above, 0, 0, 0), animate=False, force=True)

    def centre(self) -> None:
        """Scroll so that the item under the cursor has context above and below."""
        if self.cursor in self.items:
            # A third from the top: what follows is read more than what came before.
            y = self.items.first[self.cursor] - self._height // 3
            self.scroll_to(y=max(0, y), animate=False, force=True)

    def return_to(self, y: int) -> None:
        """Scroll to where it was, as far as the cursor stays in sight."""
        self.scroll_to(y=y, animate=False, force=True)
        self.reveal()

    def command(self, commanded: bool) -> None:
        """Draw the cursor as strong also where the focus is elsewhere, in a box whose keys move it; or
        not."""
        if commanded != self._commanded:
            self._commanded = commanded
            self._redraw(self.cursor)

    def _redraw(self, key: Key) -> None:
        if key in self.items:
            first = self.items.first[key]
            y = len(self._pinned) + first - self.scroll_offset.y
            self.refresh(Region(0, y, self.size.width, self.items.last[key] - first + 1))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor on the screen when the pane changes its size."""
        self._measure()
        self.reveal()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the cursor as strong or faint."""
        super().watch_has_focus(has_focus)
        self._redraw(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one chooses."""
        spot = event.get_content_offset_capture(self)
        at = spot.y + self.scroll_offset.y - len(self._pinned)
        if spot.y < len(self._pinned) or not 0 <= at < len(self._lines) or spot.x >= self.cells:
            return
        key = self.items.under(self._lines[at], spot.x)
        # The click that brings the focus must not also open what happens to be under the cursor.
        if key is not None and key == self.cursor and not self._entered:
            self.post_message(self.Chosen(self))
        elif key is not None:
            self.put(key)
        self._entered = False

    def on_focus(self) -> None:
        """The click that brings the focus chooses nothing."""
        self._entered = True

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the screen. What is below them all is worked out once: it costs more than drawing one."""
        self._strips.begin(self.rich_style, self.cells, self.app.theme_variables)
        under = self.items.lines_of(self.cursor)
        self._strips.put_cursor(self.cursor, under, self.has_focus or self._commanded)
        self._thumb = self.thumb
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        full, above = y in self._thumb, len(self._pinned)
        if y < above:
            return self._strips.pinned(self._pinned[y], full)
        # Pinned lines are part of the height but not of the scroll: their number is taken off both ways.
        at = y + self.scroll_offset.y - above
        if at >= len(self._lines):
            return self._strips.empty
        if self.text_selection:
            span = self.text_selection.get_span(at)
            style = self.screen.get_component_rich_style("screen--selection")
            return self._strips.selected(self._lines[at], at, full, span, style)
        return self._strips.strip(self._lines[at], at, full)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What the mouse selected, line by line, without what stands in a gutter."""
        lines = ["".join(_selectable(piece) for piece in line.pieces) for line in self._lines]
        selected = selection.extract("\n".join(lines))
        return "\n".join(line.strip() for line in selected.split("\n")), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw anew what is selected now."""
        self.refresh()


def _selectable(piece: Piece) -> str:
    return " " * len(piece.text) if piece.style == "mark" else piece.text
