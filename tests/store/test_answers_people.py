"""Questions about people: who held an office, who led and commanded, and what is told of a life."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER, CARD
from cstoref.store.search.results import SILENT

from .answers import ask, message, texts


@pytest.mark.parametrize(
    ("typed", "record", "day"),
    [
        ("what held on 14 june 2009 for uzbekistan", "uzbekistan", "2009-06-14"),
        ("what was the situation of armenia on 1 may 2024", "armenia", "2024-05-01"),
        ("what was the status of georgia in 1998", "georgia", "1998-12-31"),
    ],
)
def test_what_held_on_a_day_is_the_card_of_that_day(
    builtin: Store, typed: str, record: str, day: str
) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record, outcome.as_of) == (CARD, record, day)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("prime minister of armenia during 2015", "Prime Minister of Armenia, 2015"),
        ("fm of russia 2005", "Foreign Minister of Russia, 2005"),
        ("kazakh president 1995", "President of Kazakhstan, 1995"),
    ],
)
def test_a_role_at_a_time_says_for_which_time_it_was_read(builtin: Store, typed: str, read_as: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain, outcome.read_as) == (CARD, True, read_as)


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("who is speaker of the csto parliament", "volodin"),
        ("who chairs the csto assembly", "volodin"),
        ("who was the head of the csto secretariat in 2019", "semerikov"),
        ("who heads the secretariat", "masadykov"),
    ],
)
def test_a_body_is_led_by_whoever_leads_it_under_another_title(
    builtin: Store, typed: str, record: str
) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert outcome.answer.items[0].record == record


def test_the_chair_is_that_of_the_council_of_heads_of_state(builtin: Store) -> None:
    answer = ask(builtin, "who was chair in 2018").answer
    assert answer is not None and answer.items[0].record == "nazarbayev"


@pytest.mark.parametrize(
    "typed",
    [
        "how old is lukashenko",
        "how tall is tokayev",
        "where was rahmon born",
        "when was bordyuzha born",
        "when did nikolai bordyuzha die",
        "is putin dead",
    ],
)
def test_of_a_life_nothing_is_made_up(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert message(outcome).startswith("The sources say nothing")
    assert outcome.answer is not None
    rows = builtin.statements_numbered(outcome.answer.numbers)
    assert {row.statement.field for row in rows} == {"office"}


@pytest.mark.parametrize("typed", ["when did karimov die", "is islam karimov dead", "where did karimov die"])
def test_a_death_that_is_told_is_the_answer(builtin: Store, typed: str) -> None:
    assert texts(builtin, ask(builtin, typed)) == ["Islam Karimov died in Tashkent on 2 September 2016."]


@pytest.mark.parametrize(
    "typed",
    [
        "who commanded the peacekeepers in kazakhstan in 2022",
        "who commanded the csto operation in kazakhstan",
        "who led the csto force in kazakhstan",
    ],
)
def test_who_commanded_a_force_somewhere_is_not_who_leads_the_state(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert all("Andrei Serdyukov" in text for text in texts(builtin, outcome))


@pytest.mark.parametrize(
    "typed", ["who commanded russian troops in tajikistan", "who commanded the kazakh contingent"]
)
def test_who_commanded_other_troops_is_not_made_up(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert not texts(builtin, outcome)


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("how many times was lukashenko chair of the csto", "Four times"),
        ("how often did nazarbayev chair the csto", "Three times"),
        ("how many terms did zas serve as secretary general", "Once"),
    ],
)
def test_terms_in_an_office_are_counted(builtin: Store, typed: str, times: str) -> None:
    assert message(ask(builtin, typed)).startswith(times)


@pytest.mark.parametrize(
    "typed", ["who was chief of the csto joint staff in 2008", "who chaired the council in december 2003"]
)
def test_who_may_have_held_an_office_is_said_to_be_no_more_than_that(builtin: Store, typed: str) -> None:
    assert message(ask(builtin, typed)).startswith("Who held it then is not certain.")


def test_who_surely_held_an_office_is_simply_named(builtin: Store) -> None:
    assert message(ask(builtin, "who was defence minister of kyrgyzstan in 2012")) == ""
