"""What the explorer says unasked: how to quit, which words are commands, that letters are commands."""

from __future__ import annotations

from cstoref.session.state import State
from cstoref.store.queries import Store

from .helpers import SINGLE, Driver, explore, explorer, press, seen, type_text

PAGE = State(section="agreement", record="pact", pane="record")


def test_ctrl_c_says_how_to_quit(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "ctrl+c")
        assert seen(pilot, "keys").strip() == "To quit, press ctrl+q."
        await type_text(pilot, "the pact")
        await press(pilot, "enter", "ctrl+c")
        assert seen(pilot, "keys").strip() == "To quit, press q or ctrl+q."
        await press(pilot, "question_mark", "ctrl+c")
        assert seen(pilot, "keys").strip() == "To quit, press q or ctrl+q."

    explore(small, scenario, SINGLE)


def test_a_search_for_the_word_of_a_command_names_its_key(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for words, said in (
            ("quit", "“quit” is also a command: ctrl+q."),
            ("exit", "“exit” is also a command: ctrl+q."),
            ("Bookmark", "“Bookmark” is also a command: m in a page, or ctrl+p."),
            ("help", "“help” is also a command: F1."),
        ):
            await type_text(pilot, words)
            assert seen(pilot, "keys").strip() == said
            await press(pilot, "space", "x")
            assert "command:" not in seen(pilot, "keys")
            await press(pilot, "escape")

    explore(small, scenario, SINGLE)


def test_a_letter_that_is_no_command_says_so_and_one_that_is_hides_nothing(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "j")
        assert "/ find" in seen(pilot, "keys")
        await press(pilot, "b")
        assert "This letter is not a command. / searches" in seen(pilot, "keys")
        await press(pilot, "j")
        assert "/ find" in seen(pilot, "keys")

    explore(small, scenario, SINGLE, PAGE)


def test_a_newcomer_is_told_of_letters_before_the_first_is_typed(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        explorer(pilot).runner.presenter.newcomer = True
        await type_text(pilot, "the pact")
        assert "letters are commands" not in seen(pilot, "top")
        await press(pilot, "enter")
        assert "letters are commands here" in seen(pilot, "top")
        assert "/ find" in seen(pilot, "keys")
        await press(pilot, "down")
        assert "letters are commands here" in seen(pilot, "top")
        await press(pilot, "k")
        assert "letters are commands" not in seen(pilot, "top")

    explore(small, scenario, SINGLE)


def test_the_day_of_what_is_shown_comes_before_what_a_newcomer_is_told(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        explorer(pilot).runner.presenter.newcomer = True
        await press(pilot, "down")
        assert "letters are commands" in seen(pilot, "top")
        explorer(pilot).session.go(as_of="2001-06-01")
        await pilot.pause()
        assert "as of 1 Jun 2001" in seen(pilot, "top")

    explore(small, scenario, SINGLE, PAGE)
