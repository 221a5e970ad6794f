"""Everything that the explorer can do is said by a word, or it is told why there is none."""

from __future__ import annotations

from cstoref.tui.commands import COMMANDS
from cstoref.tui.views import VIEWS

from cstoref.plain.conversation import Conversation
from cstoref.plain.parity import APART, REACHED
from cstoref.plain.words import words_of
from cstoref.store.queries import Store

from .conftest import talk_over

BY_COMMAND = {"bookmarks": "marks"}
"""Views of the explorer whose word is another."""


def test_every_command_of_the_explorer_has_a_word_or_a_reason() -> None:
    commands = [command.id() for command in COMMANDS]
    assert sorted([*REACHED, *APART]) == sorted(commands)


def test_the_words_are_there(builtin: Store) -> None:
    known = words_of(talk_over(builtin))
    assert [word for word in REACHED.values() if word not in known] == []


def test_few_commands_are_left_apart_and_each_says_why() -> None:
    assert len(APART) < len(COMMANDS) / 5
    assert all(len(reason.split()) > 2 for reason in APART.values())


def test_every_view_has_a_word(builtin: Store) -> None:
    known = words_of(talk_over(builtin))
    assert [view for view in VIEWS if BY_COMMAND.get(view, view) not in known] == []


def test_help_tells_every_word(talk: Conversation) -> None:
    told = "\n".join(talk.answer("?"))
    for form in words_of(talk):
        assert form in told


def test_what_help_says_comes_true(talk: Conversation) -> None:
    """Each word does something or says in a sentence what it needs; none breaks the conversation."""
    for form in words_of(talk):
        if form not in ("q", "quit", "NUMBER"):
            talk.begin("pact")
            answer = talk.answer(f"{form} 1")
            assert answer, form
            assert "is no word" not in answer[0], form
