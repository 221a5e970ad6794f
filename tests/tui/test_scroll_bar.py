"""The bar beside lines that scroll: what it tells, and what the mouse does with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from textual.events import MouseScrollDown

from cstoref.tui.line import Line, plain
from cstoref.tui.widgets.line_strips import THUMB
from cstoref.tui.widgets.scroll_bar import thumb_of

from .helpers import Driver
from .test_line_view import OneView, show


def hundred(cells: int) -> list[Line]:
    """More lines than the ten that are seen, each an item."""
    return [plain(str(number), key=number) for number in range(100)]


def bar(app: OneView) -> str:
    """The last column of what is seen, `#` for the thumb."""
    view = app.view
    column = [strip.text[-1] for strip in view.render_lines(view.size.region)]
    return "".join("#" if cell == THUMB else "." for cell in column)


@given(some.integers(1, 300), some.integers(1, 10**6), some.floats(0, 1))
def test_the_thumb_stands_where_what_is_seen_stands(height: int, more: int, part: float) -> None:
    lines = height + more
    thumb = thumb_of(height, lines, round(more * part))
    assert 1 <= len(thumb) <= height
    assert thumb[0] >= 0
    assert thumb[-1] < height
    assert thumb_of(height, lines, 0)[0] == 0
    assert thumb_of(height, lines, more)[-1] == height - 1


@pytest.mark.parametrize(("height", "lines"), [(0, 10), (10, 10), (10, 0)])
def test_there_is_no_thumb_where_all_is_seen(height: int, lines: int) -> None:
    assert not thumb_of(height, lines, 0)


def test_the_bar_tells_how_far_down_one_is() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        assert bar(app) == "#........."
        app.view.put(99)
        await pilot.pause()
        assert bar(app) == ".........#"
        app.view.put_lines(lambda cells: hundred(cells)[:10])
        await pilot.pause()
        assert bar(app) == ".........."
        assert app.view.scroll_offset.y == 0

    show(hundred, scenario)


def test_the_mouse_takes_the_bar_and_lets_it_go() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        last = app.view.size.width - 1
        await pilot.hover("#view", offset=(last, 0))
        await pilot.mouse_down("#view", offset=(last, 9))
        assert app.view.scroll_offset.y == 90
        await pilot.hover("#view", offset=(2, 0))
        assert app.view.scroll_offset.y == 0
        await pilot.mouse_up("#view", offset=(2, 0))
        await pilot.hover("#view", offset=(2, 8))
        assert app.view.scroll_offset.y == 0
        assert app.screen.get_selected_text() is None
        assert app.view.cursor == 0

    show(hundred, scenario)


def test_the_wheel_scrolls_and_the_cursor_stays() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        await pilot._post_mouse_events([MouseScrollDown], "#view", (2, 2), button=0)
        await pilot.pause()
        assert app.view.scroll_offset.y > 0
        assert app.view.cursor == 0

    show(hundred, scenario)
