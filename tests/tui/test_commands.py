"""One class a command: keys, footer, help, palette and key map say the same, because they come from it."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from cstoref.store.queries import Store
from cstoref.tui.commands import BY_ID, COMMANDS, PANES, Command, footer
from cstoref.tui.keyboard import cyrillic, with_cyrillic, written
from cstoref.tui.screens.explorer import Explorer
from cstoref.tui.state import ViewState

from .helpers import WIDE, Driver, explore, explorer, press, seen

UNRELIABLE = {"ctrl+j", "ctrl+m", "ctrl+i", "ctrl+left_square_bracket", "ctrl+enter", "ctrl+s", "ctrl+q"}
"""Keys that some terminals cannot tell from others, or keep for themselves."""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id())
def test_a_command_says_what_it_does_and_has_a_key_that_every_terminal_sends(command: type[Command]) -> None:
    assert len(command.help().split()) >= 3
    assert command.help().endswith(".")
    assert set(command.keys.split(",")) - UNRELIABLE
    assert set(command.footer) <= set(command.panes) <= set(PANES)
    assert command.run.__func__ is not Command.run.__func__  # type: ignore[attr-defined]


def test_no_two_commands_have_the_same_key_on_any_layout() -> None:
    keys = Counter(key for command in COMMANDS for key in with_cyrillic(command.keys).split(","))
    assert [key for key, count in keys.items() if count > 1] == []
    assert len(BY_ID) == len(COMMANDS)


def test_the_explorer_binds_every_command_and_nothing_else() -> None:
    bound = {binding.id: binding.key for binding in Explorer.BINDINGS if isinstance(binding, Binding)}
    assert len(bound) == len(Explorer.BINDINGS)
    assert bound == {command.id(): with_cyrillic(command.keys) for command in COMMANDS}


@pytest.mark.parametrize("pane", PANES)
def test_a_footer_has_at_most_seven_keys_help_first_and_is_whole_at_80_columns(pane: str) -> None:
    shown = footer(pane)
    assert shown[0] is BY_ID["help"]
    assert 5 <= len(shown) <= 7
    cells = sum(len(command.shown().split()[0]) + len(command.footer[pane]) + 3 for command in shown)
    assert cells <= 80


def test_footer_and_help_show_what_the_classes_say(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for pane in PANES:
            explorer(pilot).go(pane=pane)
            await pilot.pause()
            words = [f"{command.shown().split()[0]} {command.footer[pane]}" for command in footer(pane)]
            assert " ".join(seen(pilot, "keys").split()) == " ".join(words)
        await press(pilot, "f1")
        view = pilot.app.screen.query_one("#dialog-list")
        assert set(view.items.first) == set(BY_ID)  # type: ignore[attr-defined]

    explore(small, scenario, WIDE, ViewState(record="pact", pane="record"))


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("slash", "/"), ("question_mark", "?"), ("f9", "F9"), ("alt+left", "alt+←"), ("escape", "Esc"),
        ("shift+tab", "⇧Tab"), ("less_than_sign", "<"), ("G", "G"), ("ctrl+p", "ctrl+p"), ("space", "Space"),
    ],
)  # fmt: skip
def test_a_key_is_written_as_people_write_it(key: str, shown: str) -> None:
    assert written(key) == shown


@pytest.mark.parametrize(
    ("key", "other"),
    [("t", "е"), ("q", "й"), ("Q", "Й"), ("left_square_bracket", "х"), ("slash", ""), ("f1", ""), ("0", "")],
)
def test_a_cyrillic_layout_has_the_letter_of_the_same_key(key: str, other: str) -> None:
    assert cyrillic(key) == other
