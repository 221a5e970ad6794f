"""Tells what the terminal sends for a key, and which command has it. Changes nothing."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from .app import terminal_driver
from .content import content
from .keyboard import written

ENDS = "escape"


class Probe(App[None]):
    """Shows each key that is pressed; Escape twice ends it."""

    CSS = "Static { padding: 1 2; } Screen { background: $background; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+q", "noop", show=False, priority=True)]  # noqa: RUF012
    MOST = 12

    def __init__(self, commands: Mapping[str, str]) -> None:
        """`commands` gives the command of each bound key."""
        super().__init__(driver_class=terminal_driver())
        self._commands = commands
        self._seen: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(
            content("Press any key to see what this terminal sends for it. Esc twice ends."), id="seen"
        )

    def on_key(self, event: events.Key) -> None:
        """Add what was pressed."""
        event.prevent_default()
        if event.key == ENDS and self._seen and self._seen[-1][0] == ENDS:
            self.exit()
            return
        command = self._commands.get(event.key, "")
        self._seen = [*self._seen, (event.key, command)][-self.MOST :]
        parts: list[str | tuple[str, str]] = ["Esc twice ends.\n\n"]
        for key, runs in self._seen:
            parts += [
                (f"{written(key):<14}", "bold"),
                f' "{key}"',
                f"  runs {runs}\n" if runs else "  free\n",
            ]
        self.query_one("#seen", Static).update(content(*parts))
