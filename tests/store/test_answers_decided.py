"""Answers that one statement, or a reckoning from terms, decides: which holder is meant, who came before or
after, whether one thing belongs to another."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.results import SILENT

from .answers import ask, message, records, texts


@pytest.mark.parametrize(
    ("typed", "holder", "said"),
    [
        ("longest serving secretary general of the csto", "bordyuzha", "13 years and 8 months"),
        ("who has been president of tajikistan longest", "rahmon", "since 16 Nov 1994"),
        ("longest-serving foreign minister of kazakhstan", "tokayev", "29 Jan 2002 – 11 Jan 2007"),
        ("shortest serving prime minister of kyrgyzstan", "matubraimov", "2 days"),
        ("longest serving chief of the joint staff", "anatoly-sidorov", "8 years and 2 months"),
    ],
)
def test_the_longest_or_shortest_in_office_follows_from_the_terms(
    builtin: Store, typed: str, holder: str, said: str
) -> None:
    outcome = ask(builtin, typed)
    assert records(outcome)[0] == holder
    assert said in message(outcome)


def test_who_died_in_office_is_not_who_holds_it_now(builtin: Store) -> None:
    assert records(ask(builtin, "which president of uzbekistan died in office")) == ["karimov"]
    outcome = ask(builtin, "prime minister of armenia who died in office")
    assert outcome.status == SILENT
    assert message(outcome) == "The sources name no Prime Minister of Armenia who died in office."


@pytest.mark.parametrize("which", ["youngest", "richest", "oldest"])
def test_what_no_term_tells_of_a_holder_is_not_answered_with_the_present_one(
    builtin: Store, which: str
) -> None:
    outcome = ask(builtin, f"{which} president of armenia")
    assert outcome.status == SILENT
    assert not records(outcome)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fm of russia before lavrov", "igor-ivanov"),
        ("who took over kyrgyzstan after bakiyev", "otunbayeva"),
        ("who ran kyrgyzstan right after akayev", "kadyrbekov"),
        ("who had the chair before belarus in 2006", "putin"),
        ("who took the chair after kazakhstan in 2005", "putin"),
    ],
)
def test_who_came_before_or_after(builtin: Store, typed: str, first: str) -> None:
    outcome = ask(builtin, typed)
    assert records(outcome)[0] == first
    assert not outcome.unknown


@pytest.mark.parametrize(
    ("typed", "verdict", "says"),
    [
        (
            "is the cis anti-terrorism centre an organ of the csto",
            "No.",
            "a body of the CIS, not of the CSTO",
        ),
        ("was west-2009 a csto exercise", "No.", "not an exercise of the CSTO"),
        ("was rubezh-2010 an exercise of the csto", "Yes.", "Rubezh-2010"),
        ("is the collective rapid reaction force part of the csto", "Yes.", "military body of the CSTO"),
    ],
)
def test_the_statement_that_decides_is_the_answer(
    builtin: Store, typed: str, verdict: str, says: str
) -> None:
    outcome = ask(builtin, typed)
    assert message(outcome) == verdict
    assert says in texts(builtin, outcome)[0]


def test_the_death_of_another_does_not_tell_when_it_was(builtin: Store) -> None:
    outcome = ask(builtin, "who replaced makei when he died")
    assert records(outcome) == ["aleinik"]
    assert "Karimov" not in outcome.read_as


def test_a_namesake_in_another_state_is_not_meant(builtin: Store) -> None:
    found = ask(builtin, "who ruled turkmenistan after niyazov")
    assert "tokon-mamytov" not in records(found)


def test_whoever_was_only_named_for_an_office_is_not_denied_in_silence(builtin: Store) -> None:
    outcome = ask(builtin, "was zas ever foreign minister of belarus")
    said = "No term of Stanislav Zas as Foreign Minister of Belarus is known here."
    assert message(outcome).startswith(said)
    assert records(outcome)[0] == "zas"


def test_an_election_in_another_state_is_none_of_this_one(builtin: Store) -> None:
    outcome = ask(builtin, "when is the next election for president in kyrgyzstan")
    assert texts(builtin, outcome)[0].endswith("24 January 2027.")
    for typed in ("presidential election in belarus", "next presidential election in kazakhstan"):
        assert "afghan-election-2014" not in records(ask(builtin, typed))[:1]


def test_who_sent_observers_are_all_of_them(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "whose observers were at rubezh 2004"))
    for state in ("Armenia", "Belarus", "Ukraine", "Uzbekistan", "Shanghai Cooperation Organization"):
        assert any(state in text and "bservers" in text for text in found), state


def test_who_held_an_exercise_is_who_led_it(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "who held the command-staff exercise of december 2005"))
    assert found[0] == "The staff exercise near Alma-Ata was held by Colonel-General Ivan Babichev."
