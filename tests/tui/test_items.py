"""Items among lines: whole lines below each other, cells beside each other."""

from __future__ import annotations

import pytest

from cstoref.tui.line import Key, Line, Piece, plain
from cstoref.tui.widgets.items import Items

ROWS = [plain("heading"), plain("one", key="a"), plain("goes on", key="a"), plain("two", key="b")]
CELLS = [
    Line((Piece("name      "), Piece(" 1  ", key="a1"), Piece(" 2  ", key="a2"), Piece(" 3  ", key="a3"))),
    plain("between"),
    Line((Piece("name      "), Piece("    "), Piece(" 5  ", key="b2"))),
    Line((Piece("имя       "), Piece(" 7  ", key="c1"), Piece(" 8  ", key="c2"), Piece(" 9  ", key="c3"))),
]


@pytest.mark.parametrize(
    ("key", "step", "then"),
    [
        ("a", 1, "b"),
        ("b", 1, "b"),
        ("b", -1, "a"),
        ("a", -1, "a"),
        ("a", 99, "b"),
        (None, 1, "a"),
        ("x", 0, "a"),
    ],
)
def test_lines_go_one_by_one_and_stop_at_the_ends(key: Key, step: int, then: Key) -> None:
    assert Items(ROWS).moved(key, step) == then


@pytest.mark.parametrize(
    ("key", "step", "then"),
    [("a1", 1, "b2"), ("a3", 1, "b2"), ("b2", 1, "c2"), ("b2", -1, "a2"), ("a3", 2, "c3"), ("c1", -2, "a1")],
)
def test_from_cell_to_cell_the_column_is_kept(key: Key, step: int, then: Key) -> None:
    assert Items(CELLS).moved(key, step) == then


@pytest.mark.parametrize(
    ("key", "step", "then"),
    [("a1", 1, "a2"), ("a1", -1, None), ("a3", 1, None), ("c3", -2, "c1"), ("none", 1, None)],
)
def test_beside_is_in_the_same_row(key: Key, step: int, then: Key) -> None:
    assert Items(CELLS).beside(key, step) == then


def test_lines_are_not_beside_each_other() -> None:
    assert Items(ROWS).beside("a", 1) is None
    assert not Items(ROWS).has_cells
    assert Items(CELLS).has_cells


@pytest.mark.parametrize(("x", "key"), [(0, None), (9, None), (10, "c1"), (13, "c1"), (14, "c2"), (40, None)])
def test_a_click_meets_the_cell_that_is_seen(x: int, key: Key) -> None:
    assert Items(CELLS).under(CELLS[3], x) == key


def test_without_items_there_is_nowhere_to_begin() -> None:
    none = Items([plain("only text")])
    assert none.start is None
    assert len(none) == 0
    assert "a" not in none


@pytest.mark.parametrize(("line", "key"), [(0, "a"), (1, "a"), (2, "b"), (3, "b"), (99, "b")])
def test_paging_comes_to_the_first_item_at_a_line_or_below(line: int, key: Key) -> None:
    assert Items(ROWS).from_line(line, None) == key


def test_lines_of_which_only_the_keys_are_known_are_items_like_the_others() -> None:
    above = [
        Line((Piece("a", "text", "one"), Piece("b", "text", "two"))),
        plain("head"),
        plain("c", "text", "x"),
    ]
    below = [None, "y", "y", "z", None, "x", "w"]
    known = Items(above, below)
    made = Items([*above, *(Line((), key) for key in below)])
    assert list(known.first.items()) == list(made.first.items())
    assert dict(known.last) == dict(made.last)
    keys = list(made.first)
    for key in keys:
        assert known.lines_of(key) == made.lines_of(key)
        assert known.is_last(key) == made.is_last(key)
        assert [known.moved(key, step) for step in range(-3, 4)] == [
            made.moved(key, step) for step in range(-3, 4)
        ]
    assert [known.from_line(line, None) for line in range(12)] == [
        made.from_line(line, None) for line in range(12)
    ]


def test_a_cell_of_several_lines_has_all_of_them() -> None:
    items = Items(
        [
            Line((Piece("left ", key="a"), Piece("right", key="b"))),
            Line((Piece("goes "), Piece("on   ", key="b"))),
            Line((Piece("below", key="c"),)),
        ]
    )
    assert [items.lines_of(key) for key in ("a", "b", "c")] == [range(1), range(2), range(2, 3)]
    assert items.moved("b", 1) == "c"
