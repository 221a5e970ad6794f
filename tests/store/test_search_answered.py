"""A list of results begins with what answers the words, and is a plain search where nothing does."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.answered import find_answered
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import ANSWER, CARD
from cstoref.store.search.results import Options, find


@pytest.mark.parametrize(
    ("words", "record", "read_as"),
    [
        ("who leads kyrgyzstan now", "japarov", "who leads Kyrgyzstan, now"),
        ("current secretary general", "masadykov", ""),
        ("last summit", "csto-summit-2025-11", ""),
        ("exercises in armenia", "interaction-2017", "exercises, Armenia"),
        ("members of the CSTO", "armenia", "members of Collective"),
    ],
)
def test_the_answer_comes_first(builtin: Store, words: str, record: str, read_as: str) -> None:
    outcome = look_up(builtin, words, builtin.default_day)
    results = find_answered(builtin, words, Options(limit=60))
    assert outcome.status in (ANSWER, CARD)
    assert results.hits[0].record == record
    assert (results.read_as or results.hits[0].why).startswith(read_as)
    keys = [(hit.record, hit.statement, hit.source, hit.start) for hit in results.hits]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("words", ["belar", "belarus", "zzzz qqqq", "nazar", "dairy ban", "putni", ""])
def test_without_an_answer_it_is_the_search(builtin: Store, words: str) -> None:
    options = Options(limit=60)
    assert find_answered(builtin, words, options) == find(builtin, words, options)


def test_the_answer_is_of_the_day(builtin: Store) -> None:
    results = find_answered(builtin, "who leads belarus", Options(limit=60, day="1993-01-01"))
    assert results.hits[0].record == "shushkevich"
