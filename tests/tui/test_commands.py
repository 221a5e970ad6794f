"""One entry a verb: keys, help, palette and key map come from it, and footers name it."""

from __future__ import annotations

from collections import Counter

import pytest

from cstoref.session.state import PANES, State
from cstoref.session.verbs import Verb
from cstoref.session.views import VIEWS, view_class
from cstoref.store.queries import Store
from cstoref.tui.actions import ACTIONS
from cstoref.tui.footer import FIRST, MOST
from cstoref.tui.keyboard import (
    LAYOUTS,
    OFFERED,
    Keys,
    same_place,
    verbs_by_key,
    with_other_layouts,
    written,
)
from cstoref.user.keys import named

from .helpers import WIDE, Driver, explore, explorer, lines, press, seen

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
    keys = Counter(key for command in OFFERED.values() for key in with_other_layouts(command.keys).split(","))
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_of_a_command_on_any_layout_runs_it() -> None:
    bound = verbs_by_key({})
    assert set(bound.values()) == set(OFFERED)
    for command in OFFERED.values():
        assert {bound[key] for key in with_other_layouts(command.keys).split(",")} == {command.id}


PACT = State(section="agreement", record="pact", pane="record")
XANADU = State(record="xanadu", pane="record")
FOOTERS = {
    "section": (PACT._replace(pane="index"), (), "⏎ open f filter s sort a as-of q quit"),
    "a statement": (PACT, (), "⏎ source o links f filter y copy Space pin"),
    "a pinned one": (PACT, ("space",), "⏎ source o links f filter y copy Space unpin"),
    "one in conflict": (PACT, ("j", "j"), "⏎ source ! conflict o links f filter y copy"),
    "an inferred one": (XANADU, (), "⏎ why o links f filter y copy Space pin"),
    "source": (PACT._replace(pane="source"), (), "⏎ uses f in text ) next cited y copy [ back"),
    "conflicts": (PACT, ("escape", "j", "exclamation_mark"), "⏎ open F nature f filter y copy [ back"),
}  # fmt: skip
"""Where one is, the keys that lead to where the footer is read, what stands there after help and find."""


@pytest.mark.parametrize("where", FOOTERS)
def test_a_footer_shows_the_keys_of_where_the_cursor_is(small: Store, where: str) -> None:
    start, keys, words = FOOTERS[where]

    async def scenario(pilot: Driver) -> None:
        await press(pilot, *keys)
        explorer(pilot).widgets.keys.clear()
        await pilot.pause()
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
    ("key", "others"),
    [
        ("t", "е\u057f"), ("q", "йք"), ("Q", "ЙՔ"), ("left_square_bracket", "хխ"), ("s", "ыіս"), ("o", "щўօ"),
        ("equals_sign", "һժ"), ("less_than_sign", "Б«"), ("apostrophe", "эє՛"), ("f1", ""), ("ctrl+p", ""),
    ],
)  # fmt: skip
def test_other_layouts_have_these_at_the_place_of_a_key(key: str, others: str) -> None:
    assert {*same_place(key)} == {named(char) for char in others if char != "ռ"}


@pytest.mark.parametrize(
    ("layout", "typed"),
    [
        ("Russian", {"slash": ".", "question_mark": ",", "apostrophe": "э", "greater_than_sign": "Ю"}),
        ("Ukrainian", {"s": "і", "right_square_bracket": "ї", "apostrophe": "є"}),
        ("Belarusian", {"o": "ў", "i": "ш"}),
        ("Kazakh", {"2": "ә", "4": "ң", "5": "ғ", "0": "қ", "equals_sign": "һ", "left_parenthesis": "Ұ"}),
        ("Armenian", {"q": "ք", "x": "ղ", "1": "է", "question_mark": "՞", "r": "ր", "7": "և"}),
    ],
)
def test_the_keys_of_a_layout_reach_the_commands(layout: str, typed: dict[str, str]) -> None:
    of_key = verbs_by_key({})
    for american, char in typed.items():
        assert of_key[named(char)] == of_key[american], (layout, char)


def test_every_layout_gives_each_key_one_character() -> None:
    for american, others in LAYOUTS:
        assert len(set(american)) == len(american) == len(others)


def test_a_key_that_a_person_has_bound_is_not_taken_by_a_layout() -> None:
    assert verbs_by_key({})["full_stop"] == "find"
    assert verbs_by_key({"find": ("slash",), "bookmark": ("full_stop",)})["full_stop"] == "bookmark"
