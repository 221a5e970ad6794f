"""The box that words are typed into."""

from __future__ import annotations

from textual.widgets import Input

from cstoref import sanitize


class Box(Input):
    """An `Input` whose text is safe to draw, however it came in: typed, pasted or kept."""

    returned = False
    """Whether somebody has come back to the text and has typed nothing since."""
    offered = False
    """Whether the text is selected because it was there before: a letter begins a new one, what edits it
    keeps it."""

    @property
    def words(self) -> str:
        """What to search for. A `/` before it is from a hand that knows it as the key of the search."""
        return self.value.strip().removeprefix("/")

    def fill(self, text: str, offered: bool = False, returned: bool = False) -> None:
        """Put a text there as if nobody had typed it, with the cursor at its end."""
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(self.value)
        self.offered, self.returned = offered, returned
        if offered:
            self.select_all()

    def edit(self, keep: bool) -> None:
        """Somebody edits the text: where it is offered and to be kept, from its end."""
        if self.offered and keep:
            self.cursor_position = len(self.value)
        self.offered = self.returned = False

    def action_copy(self) -> None:
        """Copy what is selected; where nothing is, whoever presses ctrl+c wants to quit."""
        if self.selection.is_empty:
            self.app.action_help_quit()
        else:
            super().action_copy()

    def validate_value(self, value: str) -> str:
        """The value with every control shown. Textual asks before it sets one."""
        return sanitize.line(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text; the cursor comes after what is shown of it."""
        super().replace(sanitize.line(text), start, end)
