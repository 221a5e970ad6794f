"""Words typed on a page, where letters are commands: one sees at once what happened, and loses nothing."""

from __future__ import annotations

import pytest

from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui import typed_word
from cstoref.tui.app import user_data
from cstoref.tui.typed_word import PAUSE, TypedWord

from .helpers import SINGLE, Driver, explore, explorer, focused, frame, press, seen, state, type_text

PACT = State(section="agreement", record="pact", pane="record")
MOVES = {"h": "left", "j": "down", "k": "up", "l": "right", "g": "top", "n": "next-hit"}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long this machine takes for a key."""
    monkeypatch.setattr(typed_word, "PAUSE", 1e9)


def word_of(letters: str, gap: float = PAUSE / 4, on_page: bool = True) -> str:
    typed = TypedWord()
    for number, letter in enumerate(letters):
        typed.take(letter, MOVES.get(letter, "?"), 100 + number * gap, on_page)
    return typed.word


@pytest.mark.parametrize(
    "word", ["moscow", "estonia", "belarus", "csto", "who is putin", "россия", "kgb men"]
)
def test_letters_in_a_row_are_a_word(word: str) -> None:
    assert word_of(word) == word


@pytest.mark.parametrize("keys", ["jjjjjjk", "jjkkhl", "ttxx", "gnnn", "jjjp", "mm", "a"])
def test_commands_pressed_in_a_row_are_none(keys: str) -> None:
    assert word_of(keys) == ""


def test_who_waits_between_keys_presses_commands() -> None:
    assert word_of("moscow", gap=PAUSE * 1.1) == ""


def test_what_is_typed_in_a_box_that_no_letter_opened_is_none() -> None:
    assert word_of("moscow", on_page=False) == ""


def test_a_long_text_in_a_box_is_no_search() -> None:
    assert word_of("exercise " * 9) == ""


WORDS = (
    "moscow", "estonia", "belarus", "kyrgyzstan", "armenia", "putin", "csto", "france", "nato summit",
    "how many troops", "who leads", "lukashenko", "treaty", "peace", "osce",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_word_typed_on_a_page_is_searched_for_by_a_slash(small: Store, slow: None, word: str) -> None:
    """Whatever its letters have run or opened; and nothing of it is saved but a draft."""

    async def scenario(pilot: Driver) -> None:
        explorer(pilot).session.user.pin("pact/signed/boris")
        await type_text(pilot, word)
        if focused(pilot) != "find":
            assert f"/ searches for “{word}”" in " ".join(frame(pilot).split())
            while len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")
            assert f"/ searches for “{word}”" in " ".join(seen(pilot, "keys").split())
            await press(pilot, "slash")
        box = explorer(pilot).widgets.find
        assert (box.value, state(pilot).query, focused(pilot)) == (word, word, "find")
        kept = user_data(small)
        assert (kept.pins, kept.bookmarks, kept.notes) == (("pact/signed/boris",), (), {})

    explore(small, scenario, SINGLE, PACT)


def test_a_slash_after_anything_else_opens_an_empty_search(small: Store, slow: None) -> None:
    async def scenario(pilot: Driver) -> None:
        for keys in (
            "m o s c escape down slash",
            "e w o r d s escape y escape slash",
            "a t o d a y enter slash",
            "j j k slash",
            "e escape slash",
        ):
            await press(pilot, *keys.split())
            assert (explorer(pilot).widgets.find.value, focused(pilot)) == ("", "find"), keys
            await press(pilot, "enter")

    explore(small, scenario, SINGLE, PACT)


def test_a_note_is_no_search_for_who_waits_for_its_box() -> None:
    typed = TypedWord()
    typed.take("e", "note", 100, True)
    for number, letter in enumerate("see page"):
        typed.take(letter, "", 101 + number * PAUSE / 4, False)
    assert typed.word == ""
