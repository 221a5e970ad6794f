"""The timeline as a view: its filter meets what a row says, and its zoom leads to the events."""

from __future__ import annotations

from typing import Any

import pytest

from cstoref.render.grid import KeyedRows
from cstoref.render.spine import WRAPPED, spine
from cstoref.render.text import Style, width
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.views.timeline import TimelineView
from cstoref.store.queries import Store
from cstoref.store.timeline import ZOOMS, Point, TimelineQuery, narrowed, timeline
from cstoref.tui.app import user_data


def of(**changes: Any) -> State:
    return State(view="timeline", pane="record", **{"record_sort": "year", **changes})


def keys(store: Store, **changes: Any) -> list[str]:
    return list(TimelineView(store, user_data(store)).keys(of(**changes)))


def texts(store: Store, **changes: Any) -> str:
    rows = TimelineView(store, user_data(store)).rows(of(**changes), Style(120))
    return "\n".join(row.text for row in rows)


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("matybulak", "matybulak-2009"), ("zapad 2009", "west-2009"), ("borovoye", "borovoye-2008-12"),
        ("almaty", "kazakhstan-operation-2022"), ("16 oct", "matybulak-2009"),
    ],
)  # fmt: skip
def test_the_filter_meets_names_places_types_and_dates(builtin: Store, words: str, id: str) -> None:
    ids = {point.id for point in timeline(builtin, TimelineQuery()).points}
    assert id in ids
    assert id in keys(builtin, record_filter=words)


def test_the_filter_meets_who_was_in_office(builtin: Store) -> None:
    shown = texts(builtin, record_filter="lukashenko")
    assert "Belarus  " in shown
    assert "Chair  " in shown
    assert "Kazakhstan  " not in shown
    assert "Nazarbayev" not in shown.split("┬")[0]


def test_a_year_shows_that_year_only(builtin: Store) -> None:
    points = {point.id: point for point in timeline(builtin, TimelineQuery()).points}
    shown = [points[key] for key in keys(builtin, record_filter="2009") if key in points]
    assert shown
    assert all(point.earliest <= "2009-12-31" and point.latest >= "2009-01-01" for point in shown)  # type: ignore[operator]


def test_a_filter_that_matches_nothing_says_so(builtin: Store) -> None:
    assert texts(builtin, record_filter="zzzz") == "No lines match “zzzz”."
    assert keys(builtin, record_filter="zzzz") == []


@pytest.mark.parametrize("by", ZOOMS)
@pytest.mark.parametrize("cells", [57, 77, 117])
def test_keys_are_known_before_the_rows_are_made(builtin: Store, by: str, cells: int) -> None:
    rows = TimelineView(builtin, user_data(builtin)).rows(of(record_sort=by), Style(cells))
    assert isinstance(rows, KeyedRows)
    assert [row.key for row in rows][len(rows.there) :] == list(rows.keys)
    assert max(width(row.text) for row in rows) <= cells
    assert rows[-1] == rows[len(rows) - 1]


def test_zooming_leads_from_the_bars_to_the_events(builtin: Store) -> None:
    session = Session(builtin, user_data(builtin), State(view="timeline", pane="record"))
    assert session.state.at == "armenia"
    session.sort("", ZOOMS)
    first = timeline(builtin, TimelineQuery()).points[0].id
    assert (session.state.record_sort, session.state.at) == ("year", first)
    session.move("record", "matybulak-2009")
    session.sort("", ZOOMS)
    assert (session.state.record_sort, session.state.at) == ("month", "matybulak-2009")


def test_what_is_narrowed_is_what_is_read_so(builtin: Store) -> None:
    whole = timeline(builtin, TimelineQuery())
    for wanted in (
        TimelineQuery(type="summit"),
        TimelineQuery(since="2009-01-01", until="2009-12-31"),
        TimelineQuery(since="2030-01-01"),
    ):
        assert narrowed(whole, wanted) == timeline(builtin, wanted)


def test_of_many_points_each_blurb_is_one_line(builtin: Store) -> None:
    read = timeline(builtin, TimelineQuery())
    many = read._replace(points=tuple(_numbered(read.points[0], number) for number in range(WRAPPED + 1)))
    rows = spine(many, "month", Style(60))
    assert rows.keys.count("point-7") == 2
    made = list(rows)
    assert [row.key for row in made] == rows.keys
    assert made == [rows.row(at) for at in range(len(made))]


def _numbered(point: Point, number: int) -> Point:
    return point._replace(id=f"point-{number}", blurb="what it was, in many words " * 9)


def test_a_drawn_view_is_not_drawn_again_for_its_keys(
    builtin: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = TimelineView(builtin, user_data(builtin))
    rows = view.rows(of(), Style(117))
    assert view.rows(of(at="matybulak-2009"), Style(117)) is rows
    view.keys(of())
    assert view.rows(of(), Style(117)) is rows
