"""Views among the results of a search, and verbs by words."""

from __future__ import annotations

import pytest

from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.session.verbs import VERBS
from cstoref.session.verbs.lookup import verbs_matching
from cstoref.store.queries import Store

from .conftest import session_over


def found(session: Session, words: str) -> list[Target | None]:
    """What the results for some words open, in order."""
    session.search(words)
    results = session.index.results(session.state)
    assert results is not None
    return [session.index.target(session.state, place) for place in range(len(results.hits))]


@pytest.mark.parametrize(
    ("typed", "views"),
    [
        ("timeline", ["timeline"]),
        ("Timel", ["timeline"]),
        ("conflicts", ["conflicts"]),
        ("matrix", ["attendance", "signatures", "contributions"]),
        ("signatures", ["signatures"]),
        ("marks", ["bookmarks"]),
        ("coverage", ["coverage"]),
    ],
)
@pytest.mark.parametrize("paged", [False, True])
def test_a_view_is_found_by_its_name_and_opens(
    small: Store, typed: str, views: list[str], paged: bool
) -> None:
    session = session_over(small, paged=paged)
    assert found(session, typed)[: len(views)] == [Target(view) for view in views]
    session.open(Target(views[0]))
    assert session.state.view == views[0]


@pytest.mark.parametrize("typed", ["tim", "boris", "conflict of words", "compare"])
def test_other_words_find_no_view(small: Store, typed: str) -> None:
    assert all(target is None or target.what in ("record", "statement", "source") for target in
               found(session_over(small), typed))  # fmt: skip


def test_a_record_of_the_same_name_comes_before_a_view(small: Store) -> None:
    assert found(session_over(small, State()), "boris")[0] == Target("record", "boris")


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("note", "note"),
        ("notes", "bookmarks"),
        ("undo", "undo"),
        ("bookmark", "bookmark"),
        ("time", "timeline"),
        ("copy", "copy"),
        ("peek", "peek"),
        ("sort", "sort"),
    ],
)
def test_the_surest_verb_comes_first(typed: str, best: str) -> None:
    ranked = verbs_matching(typed, VERBS)
    assert ranked[0][1].id == best
    assert [sure for sure, _ in ranked] == sorted((sure for sure, _ in ranked), reverse=True)


def test_no_words_match_no_verb() -> None:
    assert verbs_matching(" ", VERBS) == []
    assert verbs_matching("frobnicate", VERBS) == []
