"""The box that words are typed into."""

from __future__ import annotations

from textual.widgets import Input

from cstoref import sanitize


class Box(Input):
    """An `Input` whose text is safe to draw, however it came in: typed, pasted or kept."""

    def validate_value(self, value: str) -> str:
        """The value with every control shown. Textual asks before it sets one."""
        return sanitize.line(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text; the cursor comes after what is shown of it."""
        super().replace(sanitize.line(text), start, end)
