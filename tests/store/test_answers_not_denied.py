"""What the data has is not denied: a word that says little is left out and named, and the denial stays for
what is not there."""

from __future__ import annotations

import pytest

from cstoref.render.answer import answer_lines
from cstoref.render.answer_notes import AnswerContext
from cstoref.render.text import Style
from cstoref.store.queries import Store
from cstoref.store.search.answers import Answer
from cstoref.store.search.outcome import ANSWER, CARD
from cstoref.store.search.results import SILENT

from .answers import ask, texts

SHARES = "share of the budget each member pays"


@pytest.mark.parametrize(
    ("typed", "says", "left"),
    [
        ("who occupies the post of secretary general", "Masadykov", "occupies"),
        (
            "who filled the office of chief of the joint staff in 2013",
            "chief of the CSTO Joint Staff",
            "filled",
        ),
        ("when did the chairmanship pass to belarus", "chaired the Collective Security Council", "pass"),
        ("when was the chairmanship passed to tajikistan", "Rahmon chaired", "passed"),
    ],
)
def test_a_word_that_says_little_is_left_out_and_named(
    builtin: Store, typed: str, says: str, left: str
) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (ANSWER, CARD)
    assert outcome.answer is not None and outcome.answer.complete
    assert left in outcome.unknown
    assert says in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    "typed",
    [
        "population of the members of the csto",
        "who won the world cup in armenia",
        "what did turing give armenia",
    ],
)
def test_what_is_not_there_is_still_denied(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status not in (ANSWER, CARD) or not (outcome.answer and outcome.answer.complete)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("how many vehicles had the csto force in kazakhstan", "250 vehicles"),
        ("death toll of andijan 2005", "173"),
        ("deaths in the fighting on the kyrgyz tajik border in september 2022", "dead on the"),
        ("csto exercises autumn 2022", "Rubezh-2022"),
        ("first commander of the central asian rapid deployment forces", "Chernomordin"),
        ("why did nazarbayev miss the moscow meeting of may 2014", "William Burns"),
        ("why was kyrgyzstan delayed in sending soldiers to kazakhstan", "lacked a quorum"),
        ("kyrgyz troops in kazakhstan 2022, 150 or 200", "Kyrgyzstan sent 150"),
    ],
)
def test_what_the_data_has_is_found(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER and outcome.answer is not None and outcome.answer.complete
    assert any(says in text for text in texts(builtin, outcome)[:3])


@pytest.mark.parametrize(
    "typed",
    ["how many drones had the csto force in kazakhstan", "why did putin skip the moscow meeting of may 2014"],
)
def test_a_number_or_reason_that_is_not_given_is_denied(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status == SILENT


@pytest.mark.parametrize("typed", ["nagorno-karabah", "nagorno karabah"])
def test_another_spelling_of_a_name_is_found_though_each_word_is_known(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record, outcome.certain) == (CARD, "nagorno-karabakh", False)


def _lines(store: Store, answer: Answer, everything: bool) -> list[str]:
    rows = dict(zip(answer.numbers, store.statements_numbered(answer.numbers), strict=True))
    shorts = store.shorts(cite.source for row in rows.values() for cite in row.statement.citations)
    shown = AnswerContext(rows, {}, shorts)
    return list(answer_lines(answer, shown, (), "", Style(80), everything))


def test_all_statements_of_an_answer_are_shown_and_those_left_out_are_counted(builtin: Store) -> None:
    answer = ask(builtin, SHARES).answer
    assert answer is not None
    whole = " ".join(" ".join(_lines(builtin, answer, True)).split())
    for state in ("Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Tajikistan"):
        assert f"{state} had a share of 10 percent" in whole
    assert "Russia paid half of the budget" in whole and "--all" not in whole
    short = _lines(builtin, answer, False)
    more = next(int(line.split()[1]) for line in short if line.endswith("more: --all"))
    joined = " ".join(" ".join(short).split())
    starts = [" ".join(text.split()[:6]) for text in texts(builtin, ask(builtin, SHARES))]
    assert more == sum(start not in joined for start in starts) > 0
