"""Whatever is typed: nothing raises, nothing is syntax, and the work that it makes has a bound.

Time depends on the machine, work does not. On the one where the bounds were set, the worst of thousands of
queries like these took 70 ms, half of what they allow for; the wall clock is only there to tell a hang.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cstoref.store.queries import Store
from cstoref.store.search import fuzzy
from cstoref.store.search.results import Options, find

STATEMENTS = 300
STEPS = 1_000_000
"""Of SQLite's virtual machine."""
COMPARISONS = 10_000
"""Of one word or name with another, letter by letter."""
HANG = 2.0
"""Seconds of the processor."""
MATCH = re.compile(r'("[^\W_]+( [^\W_]+)*"\*?|[() ]|AND|OR|NOT|names :)*')
"""All that full text may be asked: quoted words and phrases, and what joins them."""


class Watched:
    """A database that notes what it is asked."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.steps = 0
        database.set_progress_handler(self._tick, 1000)

    def _tick(self) -> int:
        self.steps += 1000
        return 0

    def execute(self, sql: str, bound: Any = ()) -> sqlite3.Cursor:
        self.asked.append((sql, tuple(bound.values() if isinstance(bound, dict) else bound)))
        return self._database.execute(sql, bound)


@pytest.fixture
def watched(builtin: Store) -> Iterator[Store]:
    """The built-in store, watched."""
    database = builtin.database
    builtin.database = Watched(database)  # type: ignore[assignment]
    yield builtin
    database.set_progress_handler(None, 0)
    builtin.database = database


PIECES = """
belarus минск lukashnko president of the minister russia 2009 june 14 summit csto "joint staff" !igor m: s:
tajikistan " * ( ) NEAR AND OR NOT - + ^ : ; ' -- /* ?1 :id % _ \\ x ab abc Հայաստան łukašenka s:!
"""
WORDS = st.sampled_from(PIECES.split())
TYPED = (
    st.text(max_size=60)
    | st.lists(WORDS, max_size=30).map(" ".join)
    | st.lists(st.text("abekilmnorstuv", min_size=4, max_size=11), max_size=9).map(" ".join)
    | st.builds(
        lambda part, times: (part * times)[:10_000], st.text(min_size=1, max_size=9), st.integers(1, 5000)
    )
)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(TYPED)
def test_no_query_raises_or_is_syntax_or_makes_work_without_end(watched: Store, typed: str) -> None:
    database = watched.database
    assert isinstance(database, Watched)
    database.asked, database.steps, compared = [], 0, 0

    def counted(one: str, other: str, most: int) -> int:
        nonlocal compared
        compared += 1
        return distance(one, other, most)

    distance = fuzzy.distance
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fuzzy, "distance", counted)
        started = time.process_time()
        found = find(watched, typed, Options(limit=60))
        took = time.process_time() - started
    assert found.query == typed
    assert bool(found.hits) is (found.status in ("found", "ambiguous"))
    assert len(found.hits) <= 60
    assert len(database.asked) <= STATEMENTS
    assert database.steps <= STEPS
    assert compared <= COMPARISONS
    assert took < HANG
    for sql, bound in database.asked:
        if "MATCH" in sql:
            expressions = [value for value in bound if isinstance(value, str) and '"' in value]
            assert expressions
            assert all(MATCH.fullmatch(value) for value in expressions)


@pytest.mark.parametrize(
    "typed", ["zqxjkvb", "zqxjkvb belarus", '"zqxjkvb belarus"', "!zqxjkvb s:minsk", "m:zqxjkvb"]
)
def test_what_was_typed_is_bound_and_never_part_of_sql(watched: Store, typed: str) -> None:
    database = watched.database
    assert isinstance(database, Watched)
    database.asked = []
    find(watched, typed)
    assert database.asked
    assert not [sql for sql, _ in database.asked if "zqxj" in sql or "belarus" in sql or "minsk" in sql]
