"""The coverage of offices as one view: every year is an item, and a gap says what is not known."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from cstoref.export.lines import versioned
from cstoref.render.office_coverage import GAP
from cstoref.render.text import Style, width
from cstoref.session.state import State
from cstoref.session.views.coverage import GAPS, ORDERS, Coverage
from cstoref.store.office_coverage import NOTHING, OUTSIDE, gaps_of, narrowed, office_coverage
from cstoref.store.queries import Store
from cstoref.tui.app import user_data
from tests.conftest import Result


def of(**changes: Any) -> State:
    return State(view="coverage", pane="record", **changes)


def texts(store: Store, cells: int = 77, **changes: Any) -> list[str]:
    view = Coverage(store, user_data(store))
    return [
        row.text for row in (*view.head(of(**changes), Style(cells)), *view.rows(of(**changes), Style(cells)))
    ]


@pytest.mark.parametrize("cells", [37, 57, 77, 157])
@pytest.mark.parametrize("order", ORDERS)
def test_every_year_of_every_office_can_be_chosen(builtin: Store, cells: int, order: str) -> None:
    view, found = Coverage(builtin, user_data(builtin)), office_coverage(builtin)
    rows = view.rows(of(record_sort=order), Style(cells))
    assert max(width(row.text) for row in rows) <= cells
    keys = {part.key for row in rows for part in row.parts}
    for one in found.rows:
        for cell in one.cells:
            assert not cell.statements or cell.statements[0] in keys
    gaps = {key for key in keys if key and key.startswith(GAP)}
    wanted = {(one.state, one.post) for one in found.rows for cell in one.cells if cell.known == NOTHING}
    assert {tuple(key.removeprefix(GAP).split(":")[:2]) for key in gaps} == wanted


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("words", ["", "armenia", "foreign 1999-2003", "zzzz"])
def test_the_keys_are_those_of_the_rows_in_their_order(builtin: Store, order: str, words: str) -> None:
    view, state = Coverage(builtin, user_data(builtin)), of(record_sort=order, record_filter=words)
    rows = view.rows(state, Style(157))
    keys = (key for row in rows for key in (row.key, *(part.key for part in row.parts)) if key)
    assert list(view.keys(state)) == list(dict.fromkeys(keys))


def test_a_gap_says_whose_years_are_not_known_and_leads_to_the_office(builtin: Store) -> None:
    view = Coverage(builtin, user_data(builtin))
    found = office_coverage(builtin)
    keys = [key for key in view.keys(of()) if key.startswith(GAP)]
    assert keys
    for key in keys:
        head, words = view.caption(key) or ("", "")
        state, post, year = key.removeprefix(GAP).split(":")
        one = next(row for row in found.rows if (row.state, row.post) == (state, post))
        assert head.startswith(f"{one.name} · {one.label} · {year}")
        assert words
        assert builtin.record(view.reference(key)) is not None
    assert view.caption("armenia") is None


@pytest.mark.parametrize("words", ["armenia", "foreign", "belarus defence 1999-2003", "2009"])
def test_the_filter_leaves_states_offices_and_years(builtin: Store, words: str) -> None:
    view = Coverage(builtin, user_data(builtin))
    data: Any = view.json(of(record_filter=words))
    whole = office_coverage(builtin)
    named = [word for word in words.split() if word.isalpha()]
    assert {(row["state"], row["post"]) for row in data["rows"]} == {
        (row.state, row.post)
        for row in whole.rows
        if all(word in f"{row.name} {row.label}".lower() for word in named)
    }
    if words == "2009":
        assert data["years"] == [2009, 2009]


def test_a_filter_that_matches_nothing_says_so(builtin: Store) -> None:
    assert texts(builtin, record_filter="zzzz") == ["No lines match “zzzz”."]


def test_only_offices_with_gaps(builtin: Store) -> None:
    view = Coverage(builtin, user_data(builtin))
    shown: Any = view.json(of(record_facet=GAPS))
    whole = office_coverage(builtin)
    assert 0 < len(shown["rows"]) < len(whole.rows)
    assert dict(view.facets(of()))[GAPS] == len(shown["rows"])
    assert dict(view.facets(of()))["state: Armenia"] == sum(row.state == "armenia" for row in whole.rows)


def test_gaps_are_runs_of_years_that_are_not_known(builtin: Store) -> None:
    for one in office_coverage(builtin).rows:
        years = [year for first, last in gaps_of(one) for year in range(first, last + 1)]
        known = {cell.year: cell.known for cell in one.cells}
        assert all(known[year] in (NOTHING, "last-known") for year in years)
        assert len(years) == sum(known[year] in (NOTHING, "last-known") for year in known)


def test_shares_are_those_of_what_is_left(builtin: Store) -> None:
    whole = office_coverage(builtin)
    rows = [row for row in whole.rows if row.state == "belarus"]
    left = narrowed(whole, rows, 2000, 2009)
    assert (left.first, left.last) == (2000, 2009)
    assert all(share.wanted == 10 for share in left.shares)
    assert all(len(row.cells) == 10 for row in left.rows)
    assert narrowed(whole, whole.rows) == whole


def test_the_page_says_in_words_what_is_not_known(builtin: Store) -> None:
    page = Coverage(builtin, user_data(builtin)).page(of())
    whole = office_coverage(builtin)
    lines = [item.text for item in page.items if item.target]
    assert len(lines) == len(whole.rows)
    for one, line in zip(whole.rows, lines, strict=True):
        wanted = sum(cell.known != OUTSIDE for cell in one.cells)
        assert line.startswith(f"{one.name}, {one.label.lower()}: ")
        assert f"of {wanted} years" in line
        assert ("; not " in line) == bool(gaps_of(one))


def test_the_command_line_prints_the_view(builtin: Store, run: Callable[..., Result]) -> None:
    assert run("coverage", "--offices", "--width", "77").out.rstrip().split("\n") == [
        line.rstrip() for line in texts(builtin)
    ]
    view = Coverage(builtin, user_data(builtin))
    printed = json.loads(run("coverage", "--offices", "--json").out)
    assert printed == json.loads(json.dumps(versioned(view.json(of()))))
