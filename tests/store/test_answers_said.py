"""Questions about what somebody said, where sources differ, and why something was so."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.results import SILENT

from .answers import ask, message, texts


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("what did lukashenko say about armenia", "Alexander Lukashenko said about Armenia"),
        ("what did putin say about moldova", "Vladimir Putin said about “moldova”"),
        ("what did nazarbayev say in 1995", "Nursultan Nazarbayev said in 1995"),
        ("what did rahmon say about ukraine", "Emomali Rahmon said about Ukraine"),
        ("what did armenia say about iran", "Armenia said about “iran”"),
        ("what did the csto say about mongolia", "the CSTO said about “mongolia”"),
        ("did lukashenko criticise armenia", "do not say that Alexander Lukashenko criticised Armenia"),
        ("did putin praise pashinyan", "do not say that Vladimir Putin praised Nikol Pashinyan"),
    ],
)
def test_what_nobody_said_is_said_to_be_missing(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == SILENT
    assert outcome.answer is not None and not outcome.answer.complete
    assert says in message(outcome)
    assert all(item.note for item in outcome.answer.items)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("what did lukashenko say about putin", "accused Putin"),
        ("what did bordyuzha say in 2010", "proposed to give the Kyrgyz forces"),
        ("what did pashinyan say about azerbaijan", "had planned a war"),
        ("what did zas say about ukraine", "sending troops to Ukraine"),
        ("what did russia say about armenia in 2025", "Maria Zakharova"),
        ("what has lukashenko promised", "firmly promised Medvedev"),
        ("statements by lavrov on andijan", "Andijan"),
    ],
)
def test_what_somebody_said_is_theirs(builtin: Store, typed: str, first: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert first in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("where do the sources differ on the seat of the csto", "Seat of the CSTO in 2005"),
        (
            "do the reports differ on the number of troops in kazakhstan",
            "How many the CSTO sent to Kazakhstan",
        ),
        ("conflicting reports on kyrgyzstan in 2010", "Day of the Kyrgyz request for troops"),
        ("where do the sources differ over kant", ""),
        ("do sources disagree about the 2009 summit", "What Uzbekistan did with the agreement of June 2009"),
    ],
)
def test_where_sources_differ_leads_to_conflicts(builtin: Store, typed: str, first: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert message(outcome).startswith("The sources conflict on ")
    assert outcome.answer.items[0].summary.startswith(first)


def test_as_many_conflicts_are_shown_as_the_record_counts(builtin: Store) -> None:
    natures = ("disagreement", "tension-in-one-source", "undated-or-uncorroborated")
    counted = [c for c in builtin.conflicts("uzbekistan") if c.nature in natures]
    answer = ask(builtin, "where do the sources differ on uzbekistan").answer
    assert answer is not None and len(answer.items) == len(counted)


def test_no_conflict_is_said(builtin: Store) -> None:
    outcome = ask(builtin, "do the sources disagree about moldova")
    assert outcome.status == SILENT
    assert "No conflict between the sources is recorded here" in message(outcome)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "why did turkmenistan leave",
            "The sources give no reason for this: Turkmenistan, “leave”. Turkmenistan: never",
        ),
        ("why did tajikistan quit", "The sources give no reason for this: Tajikistan, “quit”"),
        ("why was bordyuzha replaced", "The sources give no reason for this: Nikolai Bordyuzha"),
    ],
)
def test_no_reason_is_said_to_be_none(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == SILENT
    assert message(outcome).startswith(says)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("why did uzbekistan leave in 2012", "ran against its interests"),
        ("why did georgia leave", "Georgia had long resented Russian support for Abkhazia"),
        ("why did armenia freeze its participation", "Pashinyan gave as the reason"),
        ("why did pashinyan skip minsk", "For his absence from Minsk"),
        ("why did karimov refuse to sign", "over one of its clauses"),
    ],
)
def test_a_reason_comes_first(builtin: Store, typed: str, first: str) -> None:
    assert first in texts(builtin, ask(builtin, typed))[0]


def test_all_sides_of_a_number_stand_together_and_figures_come_first(builtin: Store) -> None:
    russian = texts(builtin, ask(builtin, "how many russian soldiers were sent to kazakhstan in 2022"))
    assert ("about 3,000" in russian[0], "2,030" in russian[1]) == (True, True)
    armenian = texts(builtin, ask(builtin, "how many troops did armenia send to kazakhstan"))
    assert "Armenia sent 100" in armenian[0] and any("put at 70" in text for text in armenian[:3])
    went = ask(builtin, "how many soldiers went to kazakhstan in 2022").answer
    assert went is not None and went.items[0].record == "kazakhstan-operation-2022"


def test_words_of_a_name_ask_for_nothing(builtin: Store) -> None:
    assert ask(builtin, "status of armenia").record == "armenia"
    named = ask(builtin, "status of formations protocol").answer
    assert named is not None and "status of formations" in named.read_as


@pytest.mark.parametrize("typed", ["lukashenko on armenia", "rahmon on ukraine"])
def test_a_headline_of_who_on_what_asks_for_what_was_said(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status == SILENT


def test_the_sources_are_nobody_in_particular(builtin: Store) -> None:
    answer = ask(builtin, "what do the sources say about khachaturov").answer
    assert answer is not None
    assert "source-in-russian-delegation" not in [item.record for item in answer.items]
