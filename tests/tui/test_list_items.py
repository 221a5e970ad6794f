"""The items of a long list are those that its lines have, although only the lines on the screen are made."""

from __future__ import annotations

import pytest

from cstoref.session.sections import sections
from cstoref.store.queries import Store
from cstoref.store.section_list import Listed
from cstoref.store.section_rows import SOURCES
from cstoref.tui.pages.index import index_lines
from cstoref.tui.widgets.grid_items import MadeLines
from cstoref.tui.widgets.items import Items


@pytest.mark.parametrize("order", ["", "name"])
@pytest.mark.parametrize(("words", "filtered"), [("", ""), ("a", "“a” · Esc all"), ("zzz", "None. " * 20)])
@pytest.mark.parametrize("section", ["member", "event", SOURCES])
def test_items_are_those_of_the_lines(
    builtin: Store, section: str, words: str, filtered: str, order: str
) -> None:
    listed = sections(builtin)
    lines = index_lines(listed, section, Listed(builtin, section, None).rows(words, "", order), 40, filtered)
    assert isinstance(lines, MadeLines)
    made, known = Items(list(lines)), lines.items
    assert (list(known.first.items()), len(known)) == (list(made.first.items()), len(made))
    assert (known.start, known.has_cells) == (made.start, made.has_cells)
    keys = list(made.first)
    for key in (*keys[:: max(1, len(keys) // 40)], keys[-1], None, "nothing-of-this-id"):
        assert (key in known, known.is_last(key)) == (key in made, made.is_last(key))
        assert [known.moved(key, step) for step in (-99, -1, 1, 9, 999)] == [
            made.moved(key, step) for step in (-99, -1, 1, 9, 999)
        ]
        assert known.beside(key, 1) is made.beside(key, 1) is None
    for at in range(-2, len(lines) + 3):
        assert known.from_line(at, None) == made.from_line(at, None)
