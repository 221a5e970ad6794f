"""Lines between columns: drawn where the terminal has them, else of ASCII."""

from __future__ import annotations

import pytest

from cstoref.render.comparison import comparison_rows
from cstoref.render.text import ASCII, UNICODE, Marks, Style
from cstoref.store.comparison import compare
from cstoref.store.queries import Store


@pytest.mark.parametrize(("marks", "bar", "other"), [(UNICODE, "│", "|"), (ASCII, "|", "│")])
def test_two_records_stand_beside_each_other(small: Store, marks: Marks, bar: str, other: str) -> None:
    read = compare(small, "anna", "boris", None)
    assert read is not None
    text = "\n".join(row.text for row in comparison_rows(read, Style(80, marks)))
    assert f" {bar} " in text
    assert other not in text
