"""Questions of which only a part is understood: nothing is said with certainty, or left out in silence."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.results import NOT_FOUND, OUTSIDE, SILENT

from .answers import ask, message, texts


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("did kazakhstan veto the budget", "veto"),
        ("did armenia sabotage the summit", "sabotage"),
        ("did belarus bomb kazakhstan", "bomb"),
        ("who invaded armenia", "invaded"),
    ],
)
def test_an_unmatched_verb_is_never_certain(builtin: Store, typed: str, left: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert left in outcome.unknown
    assert left in message(outcome)


@pytest.mark.parametrize(
    "typed",
    [
        "who won the 2026 world cup",
        "treaty of versailles",
        "treaty of rome",
        "charter of the united nations",
        "secretary general of opec",
        "secretary general of the un",
        "parliamentary assembly of the council of europe",
        "102nd airborne division",
        "50th airborne brigade",
    ],
)
def test_a_name_of_which_only_the_common_part_is_known_is_not_ours(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (OUTSIDE, NOT_FOUND)
    assert not outcome.certain and outcome.answer is None


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("98th airborne division", "98th-airborne-division"),
        ("treaty of tashkent", "collective-security-treaty"),
        ("secretary general of nato", "nato-secretary-general"),
        ("parliamentary assembly of the csto", "csto-parliamentary-assembly"),
    ],
)
def test_a_whole_name_stays_one(builtin: Store, typed: str, record: str) -> None:
    assert ask(builtin, typed).record == record


def test_a_mere_word_hit_is_never_certain(builtin: Store) -> None:
    assert not ask(builtin, "camp david accords").certain


def test_what_says_just_that_answers_where_no_shape_does(builtin: Store) -> None:
    outcome = ask(builtin, "who appoints the secretary-general and for how many years")
    assert outcome.status == ANSWER
    assert "for three years" in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    "typed", ["when will russia withdraw", "why was bordyuzha dismissed", "did kyrgyzstan veto the charter"]
)
def test_a_few_common_words_are_no_answer(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status == SILENT


@pytest.mark.parametrize(
    "typed",
    [
        "what did zelensky say about the csto",
        "when did turkey apply for csto membership",
        "csto reaction to the crocus city hall attack",
    ],
)
def test_a_name_that_nothing_here_has_is_not_left_out_in_silence(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status in (SILENT, OUTSIDE, NOT_FOUND)
