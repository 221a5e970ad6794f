"""What the sources do not say is said not to be there, before what comes nearest to it."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.results import SILENT

from .answers import ask, message


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("what does membership cost", "The sources do not say what it cost."),
        ("how much did the mission to kazakhstan cost", "The sources do not say what it cost."),
        ("who financed rubezh 2008", "The sources do not say who paid for it."),
        ("who paid for the headquarters in moscow", "The sources do not say who paid for it."),
        ("who voted for the crimea resolution", "The sources do not name those that voted in favour."),
        ("which countries did pashinyan accuse", "The sources do not name the accused."),
        (
            "which countries sent observers to indestructible brotherhood 2016",
            "The sources name no observers there.",
        ),
        (
            "how many soldiers did kyrgyzstan send to rubezh 2008",
            "The sources give no such number for Kyrgyzstan in Rubezh-2008.",
        ),
        ("kyrgyz general who led an exercise", "The sources name nobody of Kyrgyzstan there."),
    ],
)
def test_a_near_statement_is_said_to_be_no_more(builtin: Store, typed: str, said: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == SILENT
    assert message(outcome).startswith(said)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("how much does russia pay", "Russia paid half of the budget"),
        ("who pays for the csto", "Russia paid half of the budget"),
        ("how did armenia vote on crimea", "Armenia voted against"),
        ("how many soldiers did belarus send to zapad 2009", "Belarus put 6,500 servicemen"),
        ("which state was bypassed for the chair in 2005", "Kyrgyzstan was passed over"),
        ("who did lukashenko accuse", "accused Putin"),
        ("armenian general who led an exercise", "Kamo Kochunts of Armenia"),
    ],
)
def test_what_is_said_is_plainly_answered(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER
    assert outcome.answer is not None
    assert not message(outcome)
    (row,) = builtin.statements_numbered(outcome.answer.numbers[:1])
    assert says in row.statement.text


@pytest.mark.parametrize(
    "typed",
    [
        "armenian foreign minister who speaks french",
        "kyrgyz president who fled",
        "belarus foreign minister who was once ambassador",
        "president of serbia when it became an observer",
    ],
)
def test_the_present_holder_is_no_answer_to_what_tells_one_from_others(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status != ANSWER
