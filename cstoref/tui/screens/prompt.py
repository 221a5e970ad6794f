"""A question over the explorer that is answered in words."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from cstoref.errors import UserError
from cstoref.tui.content import content
from cstoref.tui.widgets.box import Box

from .modal import Modal


class Prompt(Modal[str | None]):
    """Asks for words. Empty is none; Escape changes nothing."""

    DEFAULT_CSS = """
    #dialog.-small { height: auto; width: 60; }
    #asked { height: 1; border: none; padding: 0 1; background: $surface; margin-bottom: 1; }
    """
    SELECTED: ClassVar = False
    """Whether the first letter typed takes the place of what is there."""

    BINDINGS: ClassVar = [Binding("escape", "dismiss", "leave")]

    def __init__(self, title: str, now: str = "", hint: str = "Empty: no words. Esc cancels.") -> None:
        super().__init__()
        self._title, self._now, self._hint = title, now, hint

    def compose(self) -> ComposeResult:
        """The question, and what may be typed."""
        with Vertical(id="dialog", classes="-small"):
            yield Static(content(self._title), id="dialog-title")
            yield Box(self._now, id="asked", select_on_focus=self.SELECTED)
            yield Static(content(self._hint), id="asked-hint")

    @on(Input.Submitted)
    def read(self, event: Input.Submitted) -> None:
        """Close with the answer, or show what is wrong with it."""
        try:
            self.dismiss(self.answer(event.value))
        except UserError as error:
            self.query_one("#asked-hint", Static).update(content(error.sentence))

    def answer(self, typed: str) -> str:
        """The answer that a typed text is. Raises UserError with what is wrong."""
        return typed
