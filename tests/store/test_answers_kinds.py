"""Kinds of everyday questions: what each is answered by, and what is no answer to it."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER, CARD, Outcome

from .answers import ask


def first_of(outcome: Outcome) -> str:
    assert outcome.answer is not None or outcome.status == CARD, outcome
    return outcome.record or (outcome.answer.items[0].record if outcome.answer else "")


@pytest.mark.parametrize(
    ("typed", "record", "message"),
    [
        ("when did nazarbayev resign", "nazarbayev", "President of Kazakhstan: 24 Apr 1990 – 20 Mar 2019."),
        ("retirement of bordyuzha", "bordyuzha", "Secretary-General of the CSTO: 28 Apr 2003"),
        ("how many secretaries general has the csto had", "masadykov", "6 holders are known here"),
        ("when does the council meet next", "csto-session-2026-11", "planned for 11 Nov 2026"),
        ("did tokayev attend bishkek 2025", "csto-summit-2025-11", "Yes: Kassym-Jomart Tokayev"),
    ],
)
def test_an_answer_begins_with_what_was_asked(builtin: Store, typed: str, record: str, message: str) -> None:
    outcome = ask(builtin, typed)
    assert first_of(outcome) == record
    assert outcome.answer is not None
    assert message in outcome.answer.message


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("who appoints the secretary general", "secretary-general-of-the-csto"),
        ("term of the secretary general", "secretary-general-of-the-csto"),
        ("how often does the collective security council meet", "chair-rotation-rule"),
        ("chairmanship rotation rule", "chair-rotation-rule"),
        ("who had the chair before russia", "japarov"),
        ("when did kazakhstan chair the csto", "tokayev"),
        ("secretary general from belarus", "zas"),
        ("former presidents of armenia", "simonyan"),
        ("who took over from karimov", "yuldashev"),
        ("last rubezh", "rubezh-2025"),
        ("when was thunder first held", "thunder-2012"),
        ("russian troops in tajikistan", "201st-military-base"),
        ("when did csto troops leave kazakhstan", "kazakhstan-operation-2022"),
        ("drug operation csto", "channel-operation"),
        ("is the csto a military alliance", "csto"),
        ("what does csto stand for", "csto"),
        ("number of csto exercises in 2022", "rubezh-2022"),
        ("sanctions on members csto", "armenia-dues-2025"),
    ],
)
def test_a_kind_of_question_has_its_answer(builtin: Store, typed: str, record: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (ANSWER, CARD)
    assert first_of(outcome) == record


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("does belarus send troops to ukraine", "of Ukraine"),
        ("did russia send troops to armenia", "of Armenia"),
        ("belarus ratified crrf", "of Belarus"),
        ("us base in kyrgyzstan", "No base of that description"),
        ("article 4 of the csto charter", "“4”"),
        ("who leads belarus opposition", "“opposition”"),
    ],
)
def test_what_only_comes_near_is_no_answer(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert not outcome.answer.complete
    assert says in outcome.answer.message


def test_what_the_organization_is_for_is_answered(builtin: Store) -> None:
    answer = ask(builtin, "what is the purpose of the csto").answer
    assert answer is not None and answer.complete
    assert answer.items[0].record == "csto"


def test_a_list_of_participants_keeps_to_the_time_that_is_asked_about(builtin: Store) -> None:
    answer = ask(builtin, "which countries sent peacekeepers in 2022").answer
    assert answer is not None
    assert "Belarus" in answer.items[0].summary
    assert "Uzbekistan" not in answer.items[0].summary
