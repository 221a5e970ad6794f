"""Two questions in one: both are answered, or it is said which is left out."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import ANSWER, Outcome


def ask(store: Store, text: str) -> Outcome:
    return look_up(store, text, store.default_day)


def records(outcome: Outcome) -> list[str]:
    assert outcome.answer is not None, outcome
    return [item.record for item in outcome.answer.items]


def said(store: Store, outcome: Outcome) -> str:
    """The message, summaries and statements of an answer."""
    assert outcome.answer is not None, outcome
    rows = store.statements_numbered(outcome.answer.numbers)
    notes = [f"{item.note} {item.summary}" for item in outcome.answer.items]
    return "\n".join((outcome.answer.message, *notes, *(row.statement.text for row in rows)))


@pytest.mark.parametrize(
    ("typed", "both"),
    [
        (
            "who is the secretary general and where is the headquarters",
            ("Masadykov", "headquarters in Moscow"),
        ),
        ("seat and founding date of the csto", ("headquarters in Moscow", "7 October 2002")),
        ("who signed and refused the crrf agreement", ("Kazakhstan signed", "Belarus refused")),
        ("who signed and who refused the crrf agreement", ("Kazakhstan signed", "Belarus refused")),
        ("how many members and observers does the csto have", ("6 members.", "3 observers.")),
        ("president and prime minister of belarus", ("Lukashenko", "Turchin")),
        ("foreign and defence ministers of kazakhstan", ("Kosherbayev", "Kosanov")),
        ("secretary general and chief of joint staff", ("Masadykov", "Serdyukov")),
        ("who chaired the csto in 2008 and who in 2012", ("Bakiyev", "Nazarbayev chaired")),
        ("who commanded and who sent troops to kazakhstan in 2022", ("Serdyukov", "Tajikistan sent 200")),
        ("when did armenia and belarus join", ("Armenia: member", "Belarus: member")),
        ("where is the csto based and who pays for it", ("headquarters in Moscow", "Russia paid half")),
    ],
)
def test_both_are_answered(builtin: Store, typed: str, both: tuple[str, str]) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER
    text = said(builtin, outcome)
    assert all(part in text for part in both)
    assert "Not answered" not in text


def test_what_is_not_answered_is_said(builtin: Store) -> None:
    outcome = ask(builtin, "where is the csto based and who designed its emblem")
    assert "Moscow" in said(builtin, outcome)
    assert "Not answered here: “who designed" in said(builtin, outcome)
    assert not outcome.certain


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("trade war between russia and belarus", "russia-belarus-trade-war-2009"),
        ("armenia and azerbaijan war", "karabakh-war-2020"),
        ("when and where was the last summit", "csto-summit-2025-11"),
        ("igor ivanov and sergei ivanov which one was defence minister", "sergei-ivanov"),
    ],
)
def test_one_question_with_and_stays_one(builtin: Store, typed: str, record: str) -> None:
    assert records(ask(builtin, typed))[0] == record
