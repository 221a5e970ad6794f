"""Help over the explorer: every command with its keys, searched by word or key; choosing a line runs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from cstoref.render.text import pad, width, wrap
from cstoref.session.state import PANES
from cstoref.session.verbs import Verb
from cstoref.session.verbs.lookup import verbs_matching
from cstoref.tui.keyboard import MOST_USED, OFFERED, Keys
from cstoref.tui.line import Key, Line, Piece, blank
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.pane import Pane

from .modal import Modal

Shown = tuple[Verb, str]
"""A verb with its keys as they are written."""


class HelpScreen(Modal[Key]):
    """Every command with its keys; typing filters; Enter runs the one under the cursor."""

    DEFAULT_CSS = """
    #help-filter { height: 1; border: none; padding: 0 1; background: $surface; margin-bottom: 1; }
    """
    BINDINGS: ClassVar = [
        Binding("escape,f1", "dismiss(None)", "close"),
        Binding("down", "move(1)", priority=True),
        Binding("up", "move(-1)", priority=True),
        Binding("pagedown", "page(1)", priority=True),
        Binding("pageup", "page(-1)", priority=True),
    ]

    def __init__(self, pane: str, keys: Keys) -> None:
        super().__init__()
        self._pane = pane
        self._commands = [(verb, keys.all_of(verb)) for verb in OFFERED.values()]

    def compose(self) -> ComposeResult:
        """The filter and the list."""
        with Vertical(id="dialog"):
            yield Box(placeholder="type to filter · Enter runs · Esc closes", id="help-filter")
            yield Pane(id="dialog-list")

    def on_mount(self) -> None:
        """Fill the list once its width is known."""
        self.call_after_refresh(self._fill)
        self.query_one(Input).focus()

    def _fill(self) -> None:
        typed, pane = self.query_one(Input).value, self._pane
        shown = matching(self._commands, typed)
        self._list.put_lines(lambda cells: help_lines(shown, pane, cells, typed))

    @property
    def _list(self) -> Pane:
        return self.query_one("#dialog-list", Pane)

    @on(Input.Changed)
    def filter(self) -> None:
        """Show only the commands that have the words."""
        self._list.forget()
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


def matching(commands: Sequence[Shown], typed: str) -> list[Shown]:
    """The commands that have a key as it was typed; if there is none, those that have all its words, the
    surest match first. All, where nothing is typed."""
    by_key = [shown for shown in commands if typed.strip() in shown[1].split()]
    if by_key or not typed.strip():
        return by_key or list(commands)
    keys_of = {verb.id: keys for verb, keys in commands}
    return [(verb, keys_of[verb.id]) for _, verb in verbs_matching(typed, (verb for verb, _ in commands))]


def help_lines(commands: Sequence[Shown], pane: str, cells: int, typed: str = "") -> list[Line]:
    """One line or more for each command: its keys, what it does. Those that match what was typed, in their
    order; without it first those that are used most, then those of the pane, then the others by group."""
    column = max((width(keys) for _, keys in commands), default=0) + 3
    if typed.strip():
        return _group_lines("Matching commands", commands, column, cells)
    lines: list[Line] = []
    for group, within in _groups(commands, pane).items():
        lines += [*([blank()] if lines else []), *_group_lines(group, within, column, cells)]
    return lines


def _groups(commands: Sequence[Shown], pane: str) -> dict[str, list[Shown]]:
    """The commands by the headings under which they stand."""
    by_id = {shown[0].id: shown for shown in commands}
    most_used = [by_id[id] for id in MOST_USED if id in by_id]
    others = [shown for shown in commands if shown not in most_used]
    of_pane = [shown for shown in others if pane in shown[0].panes and shown[0].panes != PANES]
    groups: dict[str, list[Shown]] = {"Most used": most_used} if most_used else {}
    groups |= {f"In this pane: {pane}": of_pane} if of_pane else {}
    for shown in others:
        if shown not in of_pane:
            groups.setdefault(shown[0].group, []).append(shown)
    return groups


def _group_lines(group: str, within: Sequence[Shown], column: int, cells: int) -> list[Line]:
    """A heading and its commands."""
    lines = [Line((Piece(group, "heading"),))]
    for command, keys in within:
        for at, part in enumerate(wrap(command.help, max(16, cells - column - 1))):
            key = Piece(pad(f" {keys}" if at == 0 else "", column), "accent")
            lines.append(Line((key, Piece(part)), command.id))
    return lines
