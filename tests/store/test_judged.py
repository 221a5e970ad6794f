"""Finding, held to the judged queries: the figures may rise and must not fall."""

from __future__ import annotations

import pytest

from bench.judge import NOS, Judged, Verdict, figures, judge, miss_lines, read_judged, unknown
from cstoref.store.queries import Store
from cstoref.store.search.outcome import CARD

FIRST = 0.99
WITHIN = 0.98
STATUS = 0.98
ANSWERED = 0.95
"""Of the questions, on the first screen."""
WRONG = 0.002
"""Answers to all queries that look right and are not."""
SORTS = [
    "code",
    "name",
    "other-name",
    "prefix",
    "word",
    "script",
    "misspelt",
    "swapped",
    "role",
    "role-dated",
    "demonym",
    "abbreviation",
    "spelling",
    "punctuation",
    "date",
    "ambiguous",
    "phrase",
    "statement",
    "scope",
    "silent",
    "outside",
    "not-found",
    "question",
    "negative",
]


@pytest.fixture(scope="module")
def queries() -> list[Judged]:
    """The judged queries."""
    return read_judged()


@pytest.fixture(scope="module")
def verdicts(builtin: Store, queries: list[Judged]) -> list[Verdict]:
    """What came of each."""
    return [judge(builtin, query) for query in queries]


def test_file_is_sound(queries: list[Judged]) -> None:
    """Enough queries of every sort, each asked once, each with something to be right about."""
    count = {sort: sum(query.sort == sort for query in queries) for sort in SORTS}
    assert len(queries) >= 700
    assert (count["question"] >= 120, count["negative"] >= 200) == (True, True)
    assert {query.sort for query in queries} == {*SORTS}
    assert len({query.text for query in queries}) == len(queries)
    for query in queries:
        assert query.status in ("", "found", "ambiguous", "suggested", *NOS), query
        assert bool(query.first) != (query.status in NOS), query
        assert bool(query.about) == (query.status == "silent"), query
        assert len(query.within) <= 3, query


def test_wanted_records_exist(builtin: Store, queries: list[Judged]) -> None:
    assert unknown(builtin, queries) == []


def test_first_hit_is_right(verdicts: list[Verdict]) -> None:
    got = figures(verdicts)
    assert got.first >= FIRST, report(verdicts)


def test_wanted_are_among_the_foremost(verdicts: list[Verdict]) -> None:
    got = figures(verdicts)
    assert got.within >= WITHIN, report(verdicts)


def test_status_is_as_judged(verdicts: list[Verdict]) -> None:
    """Found, ambiguous and the three kinds of no are told apart."""
    got = figures(verdicts)
    assert got.status >= STATUS, report(verdicts)


def test_questions_are_answered_on_the_first_screen(verdicts: list[Verdict]) -> None:
    questions = [verdict for verdict in verdicts if verdict.query.sort == "question"]
    assert figures(questions).answered >= ANSWERED, report(questions)


def test_wrong_answers_are_rare(verdicts: list[Verdict]) -> None:
    """An answer that looks right and is not is worse than none."""
    assert figures(verdicts).wrong <= WRONG * len(verdicts), report([v for v in verdicts if v.wrong])


def test_no_card_is_shown_for_what_is_not_here(verdicts: list[Verdict]) -> None:
    negatives = [verdict for verdict in verdicts if verdict.query.sort == "negative"]
    assert [v.query.text for v in negatives if v.outcome.status == CARD] == []


def report(verdicts: list[Verdict]) -> str:
    """The figures and the misses, for a failed assertion."""
    got = figures(verdicts)
    head = f"first {got.first:.1%}, answered {got.answered:.1%}, wrong {got.wrong}, within {got.within:.1%}"
    return "\n".join((head, *miss_lines(verdicts)))
