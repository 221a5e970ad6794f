"""Kinds of questions of which an organ, a series or an office is the key: who sits in it, what belongs to it,
for how long, who was meant for it."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER, CARD

from .answers import ask, message, records, texts


@pytest.mark.parametrize(
    ("typed", "sitting"),
    [
        ("who sits on the council of foreign ministers", {"lavrov", "mirzoyan", "kulubayev"}),
        ("members of the council of defence ministers", {"andrei-belousov", "papikyan", "khrenin"}),
        (
            "who sat on the collective security council in 2009",
            {"serzh-sargsyan", "medvedev", "karimov", "bakiyev"},
        ),
        ("members of the committee of secretaries of security councils", {"shoigu"}),
    ],
)
def test_who_sits_in_a_council_are_the_holders_of_its_posts(
    builtin: Store, typed: str, sitting: set[str]
) -> None:
    assert sitting <= {*records(ask(builtin, typed))}


def test_how_many_sit_in_a_council_is_said(builtin: Store) -> None:
    assert message(ask(builtin, "how many members does the council of foreign ministers have")) == (
        "6 are known here."
    )


def test_the_members_of_a_parliament_are_not_denied(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "members of the parliamentary assembly"))
    assert any("delegation of Kazakhstan" in text for text in found)


@pytest.mark.parametrize(
    ("typed", "parts", "count"),
    [
        ("list all rubezh exercises", {"rubezh-2025", "rubezh-2010"}, ""),
        ("which search exercises were there", {"search-2016", "search-2018"}, ""),
        ("how many interaction exercises were there", {"interaction-2019"}, "15 in this reference."),
    ],
)
def test_all_parts_of_a_series_are_a_list(builtin: Store, typed: str, parts: set[str], count: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER
    assert parts <= {*records(outcome)}
    assert message(outcome) == count


def test_the_deputy_of_an_office_does_not_hold_it(builtin: Store) -> None:
    assert records(ask(builtin, "first chief of the joint staff")) == ["baluyevsky"]
    assert ask(builtin, "first deputy chief of the joint staff").status == CARD


def test_a_commander_of_whom_nothing_is_known_is_not_denied_for_today(builtin: Store) -> None:
    assert message(ask(builtin, "first commander of the crrf")).startswith(
        "This reference does not say who was"
    )
    assert message(ask(builtin, "commander of the crrf")).startswith("This reference does not say who is")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("length of the tenure of bordyuzha", "13 years and 8 months"),
        ("tenure of khachaturov", "about 1 year and 6 months"),
        ("how many years was karimov president of uzbekistan", "about 26 years"),
        ("duration of the csto operation in kazakhstan", "6–19 Jan 2022, 14 days"),
    ],
)
def test_a_length_is_told_in_any_words(builtin: Store, typed: str, said: str) -> None:
    assert said in message(ask(builtin, typed))


def test_the_length_of_a_term_by_the_rules_is_told(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "length of the term of the secretary general"))
    assert any("three years" in text for text in found)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("kyrgyzstan skipped chair", "Kyrgyzstan was passed over"),
        ("who was skipped for the chair in 2005", "Kyrgyzstan was passed over"),
        ("which leaders missed summits since 2020", "Pashinyan stayed away from the Minsk summit"),
        ("who was considered for secretary general in 2016", "Armenian Secretary-General was put off"),
        ("candidates for chief of the joint staff in 2012", "Shamanov"),
        ("what did bordyuzha offer nato", "common action against drug trafficking"),
        ("how many troops did kazakhstan offer the crrf", "4,000 troops"),
        ("elections in kyrgyzstan", "24 January 2027"),
        ("parliamentary elections in armenia 2026", "elected its parliament on 7 June 2026"),
        ("denmark", "ambassador of Russia to Denmark"),
    ],
)
def test_what_is_asked_is_among_what_is_said(builtin: Store, typed: str, says: str) -> None:
    assert any(says in text for text in texts(builtin, ask(builtin, typed))[:6])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "what did kazakhstan offer uzbekistan",
            "Nothing here says just this. What it says of Kazakhstan and Uzbekistan:",
        ),
        ("parliamentary election in tajikistan", "No election of that description"),
        ("referendum in kazakhstan", "No referendum of that description"),
    ],
)
def test_what_nobody_tells_of_is_said_not_to_be_told(builtin: Store, typed: str, said: str) -> None:
    outcome = ask(builtin, typed)
    assert message(outcome).startswith(said)
    assert outcome.answer is not None and not outcome.answer.complete


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("is the parliamentary assembly an organ of the csto", "Yes."),
        ("is the permanent council an organ of the csto", "Yes."),
        ("is the csto a body of the cis", "No."),
    ],
)
def test_what_belongs_to_what_is_said(builtin: Store, typed: str, verdict: str) -> None:
    assert message(ask(builtin, typed)) == verdict


def test_a_state_that_is_only_in_the_name_of_an_office_is_not_that_office(builtin: Store) -> None:
    outcome = ask(builtin, "denmark")
    assert outcome.status == ANSWER and not outcome.certain
    assert "Ambassador" not in outcome.read_as
