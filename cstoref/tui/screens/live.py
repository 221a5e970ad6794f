"""A line over the keys where words are typed that take effect while they are typed."""

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

from .over import Over

HINT = "⏎ keep  Esc undo"


class LiveWords(Over[None]):
    """Asks for words. Each change is applied at once; Enter keeps it, Escape restores what was before."""

    BINDINGS: ClassVar = [
        Binding("escape", "undo", "undo"),
        Binding("down,tab", "dismiss(None)", "keep", priority=True),
    ]

    def __init__(self, title: str, now: str, apply: Callable[[str], str]) -> None:
        """`apply` makes the words count, and tells what they come to."""
        super().__init__()
        self._title, self._before, self._apply = title, now, apply

    def compose(self) -> ComposeResult:
        """What is asked, the words, what they come to."""
        with Horizontal(id="live"):
            yield Static(content(f"{self._title} "), id="live-title")
            yield Box(self._before, id="live-words")
            yield Static(content(HINT), id="live-result")

    @on(Input.Changed)
    def change(self, event: Input.Changed) -> None:
        """Make the words count."""
        result = self._apply(event.value.strip())
        self.query_one("#live-result", Static).update(content(f"{result}  {HINT}" if result else HINT))

    @on(Input.Submitted)
    def keep(self) -> None:
        """Leave it so."""
        self.dismiss(None)

    def action_undo(self) -> None:
        """Leave it as it was."""
        self._apply(self._before)
        self.dismiss(None)
