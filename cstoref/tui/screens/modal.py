"""Screens over the explorer: they close once, however many keys close them before they are gone."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from cstoref.tui.content import content

Result = TypeVar("Result")

SEARCHES = "Esc, then / searches for “{}”"
"""What a box says while a word is typed that has opened it."""


class ClosesOnce:
    """For a screen that several keys may close at once: only the first counts.

    Textual closes whatever screen is uppermost each time, and fails when only the explorer is left. Not a
    screen itself: Textual takes styles from the first base that is one.
    """

    _dismissed_once = False

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close with a result, if it is not closing already."""
        if self._dismissed_once:
            return AwaitComplete()
        self._dismissed_once = True
        closed: AwaitComplete = super().dismiss(result)  # type: ignore[misc]
        return closed


class Modal(ClosesOnce, ModalScreen[Result]):
    """A list or a question over the explorer."""

    DEFAULT_CSS = """
    Modal { align: center middle; }
    #dialog {
        width: 90%; max-width: 96; height: 80%; max-height: 36; background: $panel; border: round $rule;
        border-subtitle-color: $accent; padding: 0 1;
    }
    #dialog-title { text-style: bold; color: $primary; height: 1; margin-bottom: 1; }
    #dialog-list { height: 1fr; background: $panel; }
    #asked-hint { color: $text-muted; height: auto; }
    """
    looked_for = ""
    """The word that is typed on the page and here, if its first letter was hardly meant as a command."""

    def on_mount(self) -> None:
        """Show what the box was opened with."""
        self.show_typed(self.looked_for)

    def show_typed(self, word: str) -> None:
        """Say on the border how to search for a word; nothing where it is empty."""
        self.looked_for = word
        for box in self.query("#dialog"):
            box.border_subtitle = content(f" {SEARCHES.format(word)} ") if word else ""
