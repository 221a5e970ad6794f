"""Both front ends offer the verbs of the one registry; where one cannot, its entry says why."""

from __future__ import annotations

import pytest

from cstoref.plain.commands import ACTIONS, READ, verbs_of, words_of
from cstoref.plain.conversation import Conversation
from cstoref.plain.pages import MAKERS
from cstoref.session.destination import PAGES
from cstoref.session.verbs import BY_ID, FRONT_ENDS, PLAIN, VERBS, Verb
from cstoref.session.views import VIEWS
from cstoref.store.queries import Store
from cstoref.tui.actions import ACTIONS as EXPLORER_ACTIONS
from cstoref.tui.keyboard import OFFERED

from .conftest import talk_over


def test_no_two_verbs_have_the_same_id_or_the_same_word() -> None:
    words = [word for verb in VERBS for word in (*verb.words, *verb.former)]
    assert len(BY_ID) == len(VERBS)
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.id)
def test_a_verb_is_offered_everywhere_or_says_why_not(verb: Verb) -> None:
    assert set(verb.without) <= set(FRONT_ENDS)
    assert all(len(reason.split()) > 2 for reason in verb.without.values())
    assert any(verb.offered_in(front_end) for front_end in FRONT_ENDS)
    assert bool(verb.words) == verb.offered_in(PLAIN), "its word in plain mode"
    assert bool(verb.keys) == (verb.id in OFFERED), "its key in the explorer"
    assert verb.help.endswith(".")


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb.drawn], ids=lambda verb: verb.id)
def test_what_is_drawn_is_done_by_each_front_end_that_offers_it(verb: Verb) -> None:
    assert (verb.id in EXPLORER_ACTIONS) == (verb.id in OFFERED)
    assert (verb.id in (*READ, *ACTIONS)) == verb.offered_in(PLAIN)


def test_what_a_front_end_does_itself_is_a_verb_of_the_registry() -> None:
    assert {*READ, *ACTIONS, *EXPLORER_ACTIONS} <= set(BY_ID)


def test_most_verbs_are_offered_in_both() -> None:
    assert sum(bool(verb.without) for verb in VERBS) < len(VERBS) / 2


def test_every_view_is_opened_by_a_verb_and_every_page_is_made(builtin: Store) -> None:
    known = words_of(talk_over(builtin).session)
    assert [view for view in VIEWS if view not in known] == []
    assert set(PAGES) <= set(MAKERS)


def test_every_kind_of_the_pack_has_a_word(builtin: Store) -> None:
    known = words_of(talk_over(builtin).session)
    assert {kind.plural for kind in builtin.kinds.values()} | {"sources"} <= set(known)


def test_help_lists_every_word(talk: Conversation) -> None:
    listed = "\n".join(talk.answer("?"))
    assert [word for verb in verbs_of(talk.session) for word in verb.words if word not in listed] == []


def test_every_word_does_something_or_says_what_it_needs(talk: Conversation) -> None:
    for word in words_of(talk.session):
        if word not in ("q", "quit", "NUMBER"):
            talk.begin("pact")
            answer = talk.answer(f"{word} 1")
            assert answer, word
            assert "No command matches" not in answer[0] or word in ("?", "help"), word
