"""One entry a verb: keys, help, palette and key map come from it, and footers name it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from textual.binding import Binding

from cstoref.session.state import PANES, State
from cstoref.session.verbs import Verb
from cstoref.session.views import VIEWS, view_class
from cstoref.store.queries import Store
from cstoref.tui.actions import ACTIONS
from cstoref.tui.footer import FIRST, MOST
from cstoref.tui.keyboard import OFFERED, Keys, cyrillic, with_cyrillic, written
from cstoref.tui.screens.explorer import Explorer

from .helpers import WIDE, Driver, explore, lines, press, seen

UNRELIABLE = {"ctrl+j", "ctrl+m", "ctrl+i", "ctrl+left_square_bracket", "ctrl+enter", "ctrl+s", "ctrl+q"}
"""Keys that some terminals cannot tell from others, or keep for themselves."""


@pytest.mark.parametrize("command", OFFERED.values(), ids=lambda command: command.id)
def test_a_command_says_what_it_does_and_has_a_key_that_every_terminal_sends(command: Verb) -> None:
    assert len(command.help.split()) >= 3
    assert command.help.endswith(".")
    assert set(command.keys.split(",")) - UNRELIABLE
    assert set(command.panes) <= set(PANES)
    assert (command.id in ACTIONS) >= command.drawn, "what is drawn is done by the explorer"


def test_no_two_commands_have_the_same_key_on_any_layout() -> None:
    keys = Counter(key for command in OFFERED.values() for key in with_cyrillic(command.keys).split(","))
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_explorer_binds_every_command_and_nothing_else() -> None:
    bound = {binding.id: binding.key for binding in Explorer.BINDINGS if isinstance(binding, Binding)}
    assert len(bound) == len(Explorer.BINDINGS)
    assert bound == {command.id: with_cyrillic(command.keys) for command in OFFERED.values()}


PACT = State(section="agreement", record="pact", pane="record")
XANADU = State(record="xanadu", pane="record")
FOOTERS = {
    "beginning": (State(), ("escape",), "⏎ open t timeline x matrix ! conflicts q quit"),
    "section": (replace(PACT, pane="index"), (), "⏎ open f filter s sort a as-of q quit"),
    "a statement": (PACT, (), "⏎ source t timeline y copy Space pin a as-of"),
    "a pinned one": (PACT, ("space",), "⏎ source t timeline y copy Space unpin a as-of"),
    "one in conflict": (PACT, ("j",), "⏎ source ! conflict y copy Space pin a as-of"),
    "an inferred one": (XANADU, (), "⏎ why t timeline y copy Space pin a as-of"),
    "source": (replace(PACT, pane="source"), (), "⏎ uses f in text ) next cited y copy [ back"),
    "conflicts": (PACT, ("escape", "exclamation_mark"), "⏎ open F nature f filter y copy [ back"),
}  # fmt: skip
"""Where one is, the keys that lead to where the footer is read, what stands there after help and find."""


@pytest.mark.parametrize("where", FOOTERS)
def test_a_footer_shows_the_keys_of_where_the_cursor_is(small: Store, where: str) -> None:
    start, keys, words = FOOTERS[where]

    async def scenario(pilot: Driver) -> None:
        await press(pilot, *keys)
        assert " ".join(seen(pilot, "keys").split()) == f"? help / find {words}"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert " ".join(seen(pilot, "keys").split()) == f"? help / find {words}"

    explore(small, scenario, WIDE, start)


@pytest.mark.parametrize("view", VIEWS)
def test_the_footer_of_every_view_names_commands_and_fits_80_columns(view: str) -> None:
    keys = [*FIRST, ("enter", "statements"), *view_class(view).footer]
    assert len(keys) <= MOST
    assert all(id in OFFERED for id, _ in keys)
    assert sum(len(Keys({}).first_of(OFFERED[id])) + len(word) + 3 for id, word in keys) <= 80


def test_help_shows_every_command(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "f1")
        assert set(lines(pilot, "dialog-list").items.first) == set(OFFERED)

    explore(small, scenario, WIDE, PACT)


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
