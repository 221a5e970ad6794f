"""Questions about numbers: how many, how long, how much."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.results import SILENT

from .answers import ask, message, texts


def test_the_newest_strength_comes_first(builtin: Store) -> None:
    assert "December 2022" in texts(builtin, ask(builtin, "how big is the crrf"))[0]
    assert "3,600" in texts(builtin, ask(builtin, "how many peacekeepers does the csto have"))[0]
    assert "2014" in texts(builtin, ask(builtin, "how many soldiers are in the 201st base"))[0]


@pytest.mark.parametrize(
    "typed",
    [
        "how many tanks does the csto have",
        "how many submarines does the csto have",
        "how many nuclear weapons does the alliance have",
        "how many missiles does russia have",
        "how many generals does the csto have",
        "how many soldiers does armenia have",
    ],
)
def test_a_number_of_something_else_is_no_answer(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert not texts(builtin, outcome)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("how many tanks were at matybulak", "120 tanks"),
        ("how many aircraft took part in interaction 2015", "about 40 aircraft"),
        ("how many vehicles were in interaction 2017", "close to 500 vehicles"),
        ("how many troops went to kazakhstan", "The CSTO force in Kazakhstan counted 2,030"),
        ("how many troops does the csto have", "Collective Rapid Reaction Force had 18,000 men"),
    ],
)
def test_the_number_is_of_what_is_counted_and_the_total_first(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert says in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("how much does armenia owe in unpaid dues", "two years of arrears"),
        ("armenia debt", "two years of arrears"),
        ("which members owe money", "two years of arrears"),
        ("kyrgyzstan arrears", "had not paid contributions for 1996 to 2003"),
    ],
)
def test_money_owed_is_no_number_of_troops(builtin: Store, typed: str, says: str) -> None:
    shown = texts(builtin, ask(builtin, typed))
    assert says in shown[0]
    assert not any("servicemen" in text for text in shown)


def test_who_speaks_of_a_debt_owes_none(builtin: Store) -> None:
    assert ask(builtin, "does russia owe money").status == SILENT


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        (
            "when did the treaty become an organization",
            "By the Charter of the CSTO, 7 Oct 2002; in force since",
        ),
        ("when did the csto turn into an organisation", "By the Charter of the CSTO, 7 Oct 2002"),
        (
            "how long did the kazakhstan mission last",
            "CSTO operation in Kazakhstan, January 2022: 6–19 Jan 2022",
        ),
        ("how long was channel 2011", "Channel-2011: 5–12 Dec 2011, 8 days."),
        ("how long was bordyuzha in office", "Secretary-General of the CSTO: 28 Apr 2003"),
        ("how long was rahmon chair", "Chair of the Collective Security Council: 23 Dec 2014 – 15 Sep 2015"),
        ("how long has belarus been a member", "Belarus: member of the CSTO since 18 Sep 2003"),
        ("how long was pashinyan prime minister", "Prime Minister of Armenia: since 8 May 2018."),
    ],
)
def test_lengths_and_the_beginning_come_first(builtin: Store, typed: str, begin: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert message(outcome).startswith(begin)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("how many soldiers did uzbekistan send to kazakhstan in january 2022", "Uzbekistan"),
        ("how many troops did georgia send to kazakhstan in 2022", "Georgia"),
    ],
)
def test_the_number_of_another_state_is_none(builtin: Store, typed: str, state: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == SILENT
    assert message(outcome).startswith(f"The sources give no such number for {state}.")


def test_the_number_of_the_state_itself_is_one(builtin: Store) -> None:
    outcome = ask(builtin, "how many soldiers did armenia send to kazakhstan")
    assert outcome.status == ANSWER
    assert "100 servicemen" in texts(builtin, outcome)[0]
