"""Help over the explorer: every command with its keys; choosing a line runs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from cstoref import fold
from cstoref.render.text import pad, wrap
from cstoref.tui.commands import COMMANDS, Command
from cstoref.tui.line import Key, Line, Piece, blank
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.panes import Pane


class HelpScreen(ModalScreen[Key]):
    """Every command with its keys; typing filters; Enter runs the one under the cursor."""

    BINDINGS: ClassVar = [
        Binding("escape,f1", "dismiss(None)", "close"),
        Binding("down", "move(1)", priority=True),
        Binding("up", "move(-1)", priority=True),
        Binding("pagedown", "page(1)", priority=True),
        Binding("pageup", "page(-1)", priority=True),
    ]

    def __init__(self, pane: str) -> None:
        super().__init__()
        self._pane = pane

    def compose(self) -> ComposeResult:
        """The filter and the list."""
        with Vertical(id="dialog"):
            yield Box(placeholder="type to filter, Enter runs, Esc closes", id="help-filter")
            yield Pane(id="dialog-list")

    def on_mount(self) -> None:
        """Fill the list once its width is known."""
        self.call_after_refresh(self._fill)
        self.query_one(Input).focus()

    def _fill(self) -> None:
        words = fold.words(self.query_one(Input).value).split()
        shown = [
            command
            for command in sorted(COMMANDS, key=lambda command: self._pane not in command.panes)
            if all(word in fold.words(f"{command.help()} {command.shown()}") for word in words)
        ]
        self._list.put_lines(lambda cells: help_lines(shown, cells))

    @property
    def _list(self) -> Pane:
        return self.query_one("#dialog-list", Pane)

    @on(Input.Changed)
    def filter(self) -> None:
        """Show only the commands that have the words."""
        self._fill()

    @on(Input.Submitted)
    @on(LineView.Chosen)
    def run_line(self) -> None:
        """Close, and have the command under the cursor run."""
        self.dismiss(self._list.cursor)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self._list.move(step)

    def action_page(self, step: int) -> None:
        """Move the cursor by a page."""
        self._list.page(step)


def help_lines(commands: Sequence[type[Command]], cells: int) -> list[Line]:
    """A line or more a command, by group: its keys, what it does."""
    lines: list[Line] = []
    groups = dict.fromkeys(command.group for command in commands)
    for group in groups:
        lines += ([blank()] if lines else []) + [Line((Piece(group, "heading"),))]
        for command in commands:
            if command.group != group:
                continue
            for at, part in enumerate(wrap(command.help(), max(20, cells - 12))):
                key = command.shown() if at == 0 else ""
                lines.append(Line((Piece(pad(f" {key}", 10), "accent"), Piece(f" {part}")), command.id()))
    return lines
