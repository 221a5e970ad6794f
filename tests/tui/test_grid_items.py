"""The items of a grid do what those of the same lines, all made, would do."""

from __future__ import annotations

import pytest

from cstoref.render.grid import Grid, GridKeys
from cstoref.render.rows import Part, Row
from cstoref.tui.view_lines import lines_of
from cstoref.tui.widgets.grid_items import MadeLines
from cstoref.tui.widgets.items import Items

KEYS = GridKeys(["a", "b", "c"], ["x", "y"])
MADE: list[int] = []


def made(at: int) -> Row:
    MADE.append(at)
    id = KEYS.rows[at]
    return Row((Part(f" {id}  ", "text", id), *(Part(f"{c}   ", "text", f"{id} {c}") for c in KEYS.columns)))


GRID = Grid(KEYS, made, [Row((Part("legend"),))])
LINES = lines_of(GRID)
ALL = Items(list(LINES))


def test_the_keys_are_those_of_the_rows() -> None:
    assert list(KEYS) == list(ALL.first)
    assert [key in KEYS for key in ("a", "c y", "d", "a z", "a ", 3)] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert KEYS[-1] == "c y"
    assert KEYS[1:3] == ["a x", "a y"]


@pytest.mark.parametrize("key", list(KEYS))
@pytest.mark.parametrize("step", [-9, -1, 0, 1, 9])
def test_every_move_is_the_same(key: str, step: int) -> None:
    assert isinstance(LINES, MadeLines)
    items = LINES.items
    assert items.moved(key, step) == ALL.moved(key, step)
    assert items.beside(key, step) == ALL.beside(key, step)
    assert items.first[key] == ALL.first[key]
    assert items.last[key] == ALL.last[key]
    assert items.is_last(key) == ALL.is_last(key)
    assert items.from_line(max(0, step), key) == ALL.from_line(max(0, step), key)
    assert (items.start, len(items), items.has_cells) == (ALL.start, len(ALL), True)


def test_a_row_is_made_when_it_is_drawn() -> None:
    lines = lines_of(Grid(KEYS, made))
    MADE.clear()
    assert len(lines) == 3
    assert MADE == []
    assert lines[1].pieces[0].text == " b  "
    assert lines[1].pieces[0].text == " b  "
    assert MADE == [1]
