"""A conflict laid open: nothing of its head or of its passages is cut, at any width."""

from __future__ import annotations

import pytest

from cstoref.render.conflicts import collision_rows
from cstoref.render.text import Style, width
from cstoref.store.conflict_detail import conflict_detail
from cstoref.store.queries import Store


@pytest.mark.parametrize("cells", [37, 57, 77, 117])
def test_no_title_is_cut(builtin: Store, cells: int) -> None:
    for conflict in builtin.conflicts():
        detail = conflict_detail(builtin, conflict.id)
        assert detail is not None
        rows = list(collision_rows(detail, Style(cells)))
        assert max(width(row.text) for row in rows) <= cells
        head = " ".join(row.text for row in rows[: len(conflict.topic) // 20 + 2])
        assert "".join(conflict.topic.split()) in "".join(head.split())


def test_a_passage_that_begins_within_brackets_gets_no_blank(builtin: Store) -> None:
    detail = conflict_detail(builtin, "csto-headquarters-in-bishkek")
    assert detail is not None
    assert "(▐far" in "".join(row.text for row in collision_rows(detail, Style(157)))
