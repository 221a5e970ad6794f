"""The area that a note of several lines is typed into."""

from __future__ import annotations

from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from cstoref import sanitize


def safe(text: str) -> str:
    """A text that is safe to draw: its lines and tabs stay, whatever its line breaks are; controls show."""
    return sanitize.block(text.replace("\r\n", "\n").replace("\r", "\n"))


class NoteArea(TextArea):
    """A `TextArea` whose text is safe to draw, however it came in: typed, pasted or saved before."""

    def __init__(self, text: str, id: str) -> None:
        super().__init__(safe(text), id=id, highlight_cursor_line=False)
        self._typed_since = 0.0

    def on_show(self, event: events.Show) -> None:
        """The cursor stands at the end; what was typed before the area was there is not for it."""
        self._typed_since = event.time
        self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        """Leave out letters that were meant as commands."""
        if event.time < self._typed_since:
            event.stop()
            event.prevent_default()

    def load_text(self, text: str) -> None:
        """Put another text in the place of all there is."""
        super().load_text(safe(text))

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        """Put text in the place of other text."""
        return super().replace(safe(insert), start, end, maintain_selection_offset=maintain_selection_offset)
