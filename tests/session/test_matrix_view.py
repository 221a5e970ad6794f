"""The matrices as views: the newest event first, every cell in words, and only what is looked at is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from cstoref.render.text import Style
from cstoref.session.state import State
from cstoref.session.views import view_class
from cstoref.session.views.matrix import CHUNK, MatrixView
from cstoref.session.views.matrix_order import GAPS
from cstoref.store.matrix import MatrixQuery, cells, matrix
from cstoref.store.matrix_columns import MatrixColumn
from cstoref.store.queries import Store
from cstoref.tui.app import user_data

MODES = {"attendance": "attendance", "signatures": "signature", "contributions": "contribution"}


def view_of(store: Store, id: str) -> MatrixView:
    view = view_class(id)(store, user_data(store))
    assert isinstance(view, MatrixView)
    return view


def state(view: str, **changes: Any) -> State:
    return State(view=view, pane="record", **changes)


@pytest.mark.parametrize("id", MODES)
def test_events_stand_newest_first_and_members_as_on_the_command_line(builtin: Store, id: str) -> None:
    whole = matrix(builtin, MatrixQuery(mode=MODES[id]))
    keys = view_of(builtin, id).keys(state(id))
    days = [column.day for column in whole.columns if column.day]
    shown = {column.id: column.day for column in whole.columns}
    assert [shown[key] for key in keys.rows if shown[key]] == days[::-1]
    assert [key for key in keys.rows if not shown[key]] == [c.id for c in whole.columns if not c.day]
    assert keys.columns == [member.id for member in whole.members]
    assert view_of(builtin, id).keys(state(id, record_sort="oldest first")).rows == [
        c.id for c in whole.columns
    ]


def test_a_cell_is_said_in_words_below(builtin: Store) -> None:
    view = view_of(builtin, "attendance")
    view.keys(state("attendance"))
    head, basis = view.caption("matybulak-2009 belarus") or ("", "")
    assert head.startswith("Belarus: sent another · ")
    assert head.endswith(" 2009")
    statement = builtin.statement(view.statements("matybulak-2009 belarus")[0])
    assert statement is not None
    assert basis.startswith(statement.statement.text)
    head, words = view.caption("matybulak-2009") or ("", "")
    assert head.startswith("Exercise of the Collective Rapid Reaction Force at Matybulak, 2009 · ")
    assert "Belarus: sent another" in words
    assert "Armenia" in words.partition(": came")[0]
    assert view.caption("nothing") is None


def test_all_numbers_of_a_cell_are_in_the_words(builtin: Store) -> None:
    view = view_of(builtin, "contributions")
    view.keys(state("contributions"))
    head, _ = view.caption("west-2009 belarus") or ("", "")
    assert "about 6,500 servicemen, 7,000 to 8,000 servicemen" in head


@pytest.mark.parametrize("id", MODES)
def test_a_filter_that_matches_nothing_says_so(builtin: Store, id: str) -> None:
    view, asked = view_of(builtin, id), state(id, record_filter="zzzz")
    assert [row.text for row in view.rows(asked, Style())] == ["No lines match “zzzz”."]
    assert len(view.keys(asked)) == 0
    assert " 0 " in view.head(asked, Style())[0].text


def test_words_that_name_a_member_choose_it(builtin: Store) -> None:
    view = view_of(builtin, "attendance")
    assert view.keys(state("attendance", record_filter="belarus 2009")).columns == ["belarus"]
    assert all("2009" in row.text for row in view.rows(state("attendance", record_filter="2009"), Style()))


def test_summits_are_offered_first(builtin: Store) -> None:
    facets = view_of(builtin, "attendance").facets(state("attendance"))
    assert facets[0][0] == "type: summit"
    assert dict(facets)[GAPS] == len(matrix(builtin, MatrixQuery(gaps=True)).columns)


def test_only_the_rows_that_are_looked_at_are_read(builtin: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[MatrixColumn] = []

    def counted(store: Store, whole: Any, columns: Sequence[MatrixColumn]) -> Any:
        read.extend(columns)
        return cells(store, whole, columns)

    monkeypatch.setattr("cstoref.session.views.matrix.cells", counted)
    rows = view_of(builtin, "attendance").rows(state("attendance"), Style(120))
    assert len(rows) > CHUNK
    assert not read
    assert rows[0].text.strip()
    assert len(read) == CHUNK
