"""The conflicts as a view: filtered by what they are about, whom they concern, and the years of it."""

from __future__ import annotations

from typing import Any

import pytest

from cstoref.render.text import Style, width
from cstoref.session.state import State
from cstoref.session.views.conflicts import NONE, Conflicts
from cstoref.store.conflict_days import concerns, conflict_days, years
from cstoref.store.queries import Store
from cstoref.tui.app import user_data


def keys(store: Store, **changes: Any) -> list[str]:
    view = Conflicts(store, user_data(store))
    found = view.keys(State(view="conflicts", pane="record", **changes))
    return [key.removeprefix("conflict:") for key in found]


def texts(store: Store, cells: int = 77, **changes: Any) -> list[str]:
    view = Conflicts(store, user_data(store))
    return [row.text for row in view.rows(State(view="conflicts", pane="record", **changes), Style(cells))]


@pytest.mark.parametrize("year", range(1992, 2027, 3))
def test_a_year_leaves_what_is_about_it(builtin: Store, year: int) -> None:
    days = conflict_days(builtin)
    wanted = {
        conflict.id
        for conflict in builtin.conflicts()
        if any(first[:4] <= str(year) <= last[:4] for first, last in days.get(conflict.id, ()))
    }
    shown = keys(builtin, record_filter=str(year))
    assert set(shown) == wanted
    assert len(shown) < len(builtin.conflicts()) / 2


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("seat", "csto-headquarters-in-bishkek"), ("joint staff", "csto-headquarters-in-bishkek"),
        ("wps seat", "csto-headquarters-in-bishkek"), ("2005 seat", "csto-headquarters-in-bishkek"),
    ],
)  # fmt: skip
def test_words_of_topic_explanation_and_sources_are_found(builtin: Store, words: str, id: str) -> None:
    assert id in keys(builtin, record_filter=words)


def test_the_records_that_a_conflict_concerns_are_found(builtin: Store) -> None:
    conflict = next(one for one in builtin.conflicts() if one.records)
    name = builtin.named([conflict.records[0]])[conflict.records[0]].name
    assert conflict.id in keys(builtin, record_filter=name)


def test_no_match_is_not_no_conflicts(builtin: Store, small: Store) -> None:
    assert texts(builtin, record_filter="zzzz") == ["No lines match “zzzz”."]
    assert texts(builtin, record_filter="1900") == ["No lines match “1900”."]
    calm = next(r.id for r in builtin.records() if not builtin.conflicts(r.id))
    assert texts(builtin, view_of=calm) == [NONE]


@pytest.mark.parametrize("cells", [40, 57, 77, 117])
def test_sources_are_named_whole_and_no_id_is_shown(builtin: Store, cells: int) -> None:
    lines = texts(builtin, cells)
    assert max(map(width, lines)) <= cells
    ids = {conflict.id for conflict in builtin.conflicts()}
    assert not any(word in ids for line in lines for word in line.split())


def test_what_lasts_long_is_about_its_ends(builtin: Store) -> None:
    assert concerns([("2005-01-01", "2005-12-31")], "2005-06-01", "2009-01-01")
    assert not concerns([("2005-01-01", "2005-12-31")], "2006-01-01", "2009-01-01")
    assert years([("2009-01-01", "2009-02-01"), ("2005-01-01", "2005-01-01")]) == "2005–2009"
    assert years([("2009-01-01", "2009-02-01")]) == "2009"
    assert years([]) == ""
    # Belarus has been a party since 1993: that is about the year in which it began.
    assert concerns(conflict_days(builtin)["csto-headquarters-in-bishkek"], "2005-01-01", "2005-12-31")
