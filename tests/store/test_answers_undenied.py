"""No denial stands before a statement that meets the question; one stays where none does."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.results import SILENT

from .answers import ask, message, texts


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        # A word for the dead stands for another, and an event need not name its place again.
        ("how many died in osh", "count of the dead was 117"),
        ("number of dead in andijan", "the dead of Andijan at 173"),
        # A cause in the statement of what was done, though the host is named only by the exercise.
        ("why did armenia miss the belarus drill in 2020", "because of the fighting in Karabakh"),
        # A reason beside how somebody left.
        ("why did georgia drop out of the treaty", "Russian support for Abkhazia"),
        ("why did uzbekistan drop out of the treaty", "against closer integration"),
        # What the body itself is there for, by whatever field.
        ("what is the joint staff for", "in charge of building and leading"),
        # The votes counted, before those of single states.
        ("how many states opposed the un resolution on ukraine in 2014", "100 votes to 11"),
        # Other words for the same act.
        ("when did the csto break off its dialogue with nato", "suspending its efforts"),
        ("when did the csto halt its talks with nato", "suspending its efforts"),
        # No money, but who took no part in it.
        ("did armenia pay its csto dues in 2025", "took no part in financing"),
        ("csto budget 2024", "CSTO budget for 2024"),
        ("armenia's dues in 2024", "CSTO budget for 2024"),
        # Who accuses is the speaker.
        ("who accused csto members of planning a war together with azerbaijan", "Nikol Pashinyan said"),
        # Who speaks of the fighting need not name the place.
        ("putin's remark on the fighting in karabakh in october 2020", "not on the territory of Armenia"),
        # The first of its kind, by where it was held.
        ("first reaction force exercise held in russia", "Interaction-2010 was the first"),
        ("which president chaired the csto in 2015", "Emomali Rahmon chaired"),
        ("which president held the csto chair in january 2016", "Serzh Sargsyan chaired"),
    ],
)
def test_a_statement_that_meets_the_question_is_first_and_not_denied(
    builtin: Store, typed: str, says: str
) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER and message(outcome) == ""
    assert says in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("how many times has rahmon chaired the csto", "Twice"),
        ("which was bigger, rubezh 2016 or rubezh 2004", "By the numbers known here Rubezh-2004"),
        ("was cobalt 2018 larger than cobalt 2022", "Yes."),
    ],
)
def test_what_is_counted_or_compared_is_told(builtin: Store, typed: str, begins: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER and message(outcome).startswith(begins)


@pytest.mark.parametrize(
    "typed",
    [
        "how many died in the tajik civil war",
        "how many were killed in karabakh",
        "why did kazakhstan skip the exercise in 2020",
        "did kazakhstan pay for the exercise in 2022",
        "csto budget in 2010",
        "what was the csto budget in 2012",
        "which members were accused of planning a war against armenia",
        "which was bigger, interaction 2014 or interaction 2016",
    ],
)
def test_what_no_statement_says_is_denied(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status == SILENT
