"""Questions over the explorer: a day, or words."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from cstoref import dates
from cstoref.tui.content import content
from cstoref.tui.widgets.box import Box

from .over import Over


class AskWords(Over[str | None]):
    """Ask for words. Empty is none; Escape changes nothing."""

    SELECTED: ClassVar = False
    """Whether the first letter typed takes the place of what is there."""

    BINDINGS: ClassVar = [Binding("escape", "dismiss", "leave")]

    def __init__(
        self, title: str, now: str = "", hint: str = "Empty: no words. Esc leaves it as it is."
    ) -> None:
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
        """Close with the answer, or say what is wrong with it."""
        try:
            self.dismiss(self.answer(event.value))
        except ValueError as error:
            self.query_one("#asked-hint", Static).update(content(str(error)))

    def answer(self, typed: str) -> str:
        """What the typed text comes to. Raises ValueError with a sentence that says what is wrong."""
        return typed


class AskDay(AskWords):
    """Ask for the day that everything shall answer for. Empty is no day; Escape changes nothing."""

    SELECTED = True

    def __init__(self, now: str | None, checked_until: str) -> None:
        super().__init__(
            "As of which day?",
            now or "",
            "2009-06-14, or 2009-06, 2009, today; a month or a year means its last day. "
            f"Empty: no day. Nothing is certain after {dates.spoken(checked_until)}.",
        )

    def answer(self, typed: str) -> str:
        """The day as ISO text, or nothing."""
        return dates.day(typed.strip()) if typed.strip() else ""
