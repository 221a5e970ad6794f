"""A line over the keys for words that take effect while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from cstoref.tui.content import content
from cstoref.tui.widgets.box import Box

from .modal import SEARCHES, Modal

HINT = "⏎ apply  Esc undo"
NOTHING = "no line has it  Esc undo"


class LiveFilter(Modal[None]):
    """Asks for words. Each change is applied at once; Escape restores what was before."""

    DEFAULT_CSS = """
    LiveFilter { align: left bottom; background: transparent; }
    #live { height: 1; background: $surface; padding: 0 1; }
    #live-title { width: auto; color: $primary; text-style: bold; }
    #live-words {
        width: 1fr; height: 1; border: none; padding: 0; background: $surface; color: $foreground;
    }
    #live-result { width: auto; color: $text-muted; padding: 0 0 0 1; }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "undo", "undo"),
        Binding("down,tab", "dismiss(None)", "apply", priority=True),
    ]

    def __init__(self, title: str, now: str, apply: Callable[[str], str]) -> None:
        """`apply` filters by the words, and returns how much is left."""
        super().__init__()
        self._title, self._before, self._apply = title, now, apply

    def compose(self) -> ComposeResult:
        """The title, the words, how much is left."""
        with Horizontal(id="live"):
            yield Static(content(f"{self._title} "), id="live-title")
            yield Box(self._before, id="live-words")
            yield Static(content(HINT), id="live-result")

    @on(Input.Changed)
    def change(self, event: Input.Changed) -> None:
        """Filter by the words."""
        result = self._apply(event.value.strip())
        hint = NOTHING if result.startswith("0/") else f"{result}  {HINT}" if result else HINT
        if hint == NOTHING and self.looked_for:
            hint = SEARCHES.format(self.looked_for)
        self.query_one("#live-result", Static).update(content(hint))

    @on(Input.Submitted)
    def close_with_it(self) -> None:
        """Close; the filter stays."""
        self.dismiss(None)

    def action_undo(self) -> None:
        """Close with the filter as it was."""
        self._apply(self._before)
        self.dismiss(None)
