"""The view under every pane: its cursor goes from item to item and is always seen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import overload

import pytest
from textual.app import App, ComposeResult

from cstoref.tui.line import Key, Line, blank, paragraph, plain
from cstoref.tui.themes import DARK, LIGHT
from cstoref.tui.widgets.line_strips import POINTER, THUMB
from cstoref.tui.widgets.pane import Pane

from .helpers import Driver, Size, screen_strips, seen

LONG = "word " * 30


class OneView(App[None]):
    """A pane by itself, with the moves that it asked for; it is its own owner."""

    def __init__(self, maker: Callable[[int], Sequence[Line]]) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.maker = maker
        self.moves: list[Key] = []
        self.clicks = 0

    def compose(self) -> ComposeResult:
        yield Pane(self.move, id="view")

    def move(self, key: Key) -> None:
        self.moves.append(key)
        self.view.point(key)

    def on_mount(self) -> None:
        self.view.put_lines(self.maker)
        self.view.focus()

    @property
    def view(self) -> Pane:
        return self.query_one(Pane)

    def on_line_view_chosen(self) -> None:
        self.clicks += 1


def show(
    maker: Callable[[int], Sequence[Line]],
    scenario: Callable[[OneView, Driver], Awaitable[None]],
    size: Size = (30, 10),
) -> None:
    """Run a scenario on a pane that shows what `maker` makes."""

    async def run() -> None:
        app = OneView(maker)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await scenario(app, pilot)

    asyncio.run(run())


def items(cells: int) -> list[Line]:
    """A heading, three items of several lines with a heading between, and an end."""
    return [
        plain("Heading", "heading"),
        *paragraph(LONG, cells, indent=2, key="first"),
        blank(),
        plain("Another heading", "heading"),
        *paragraph(LONG, cells, indent=2, key="second"),
        plain("  short", key="third"),
        plain("the end", "dim"),
    ]


class Counted(Sequence[Line]):
    """A hundred thousand lines that note which of them are looked at after they were put."""

    def __init__(self) -> None:
        self.drawn: set[int] = set()

    def __len__(self) -> int:
        return 100_000

    def __iter__(self) -> Iterator[Line]:
        return (Line((), key) for key in range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        assert isinstance(at, int)
        self.drawn.add(at)
        return plain(f" line {at}", key=at)


def test_the_cursor_goes_by_items_and_stops_at_the_ends() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        met: list[Key] = [app.view.cursor]
        for step in (1, 1, 1, -1, -5, 1_000_000):
            app.view.move(step)
            await pilot.pause()
            met.append(app.view.cursor)
        assert met == ["first", "second", "third", "third", "second", "first", "third"]

    show(items, scenario)


def test_each_move_is_asked_for_once() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.move(1)
        app.view.move(1)
        app.view.move(1)
        await pilot.pause()
        assert app.moves == ["second", "third"]

    show(items, scenario)


@pytest.mark.parametrize("step", [1, -1])
def test_the_whole_item_under_the_cursor_is_seen(step: int) -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.move(-1_000_000 * step)
        for _ in range(3):
            await pilot.pause()
            shown = seen(pilot, "view")
            assert POINTER in shown
            if app.view.cursor != "third":
                assert shown.count("word") >= 30
            app.view.move(step)

    show(items, scenario)


def test_at_the_first_item_what_stands_above_it_is_seen_too() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.move(2)
        await pilot.pause()
        assert "Heading" not in seen(pilot, "view").splitlines()[0]
        app.view.move(-2)
        await pilot.pause()
        assert seen(pilot, "view").startswith("Heading")

    show(items, scenario)


def test_the_place_is_kept_when_the_size_changes() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.move(1)
        for width, height in ((60, 8), (17, 20), (90, 3), (30, 12)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert app.view.cursor == "second"
            assert POINTER in seen(pilot, "view")
            assert all(len(line) <= width for line in seen(pilot, "view").splitlines())

    show(items, scenario)


def test_the_cursor_stays_on_its_key_when_other_lines_are_put() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.put("second")
        app.view.put_lines(lambda cells: items(cells)[::-1])
        assert app.view.cursor == "second"
        app.view.put_lines(lambda cells: [plain("x", key="other"), plain("y", key="last")])
        assert app.view.cursor == "other"
        app.view.put_lines(lambda cells: [plain("x", key="other"), plain("y", key="last")], "last")
        assert app.view.cursor == "last"
        app.view.put_lines(lambda cells: [])
        assert app.view.cursor is None

    show(items, scenario)


def test_without_items_moving_scrolls() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.move(3)
        await pilot.pause()
        assert app.view.scroll_offset.y == 3
        app.view.page(1)
        await pilot.pause()
        assert app.view.scroll_offset.y == 12
        assert (app.moves, app.clicks) == ([], 0)

    show(lambda cells: [plain(str(number)) for number in range(100)], scenario)


def test_pages_go_by_the_height_of_the_view() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.page(1)
        assert app.view.cursor == 9
        app.view.page(1)
        app.view.page(-1)
        assert app.view.cursor == 9
        for _ in range(20):
            app.view.page(1)
        assert app.view.cursor == 99

    show(lambda cells: [plain(str(number), key=number) for number in range(100)], scenario)


def test_only_lines_on_the_screen_are_drawn() -> None:
    counted = Counted()

    async def scenario(app: OneView, pilot: Driver) -> None:
        for key in (50_000, 99_999, 0):
            app.view.put(key)
            await pilot.pause()
            assert f"{POINTER}line {key}" in seen(pilot, "view").replace(" ", "").replace("line", "line ")
        assert len(counted.drawn) <= 6 * 10

    show(lambda cells: counted, scenario)


def test_what_a_key_leaves_on_the_screen_is_what_a_whole_drawing_shows() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        kept = anew = screen_strips(pilot)
        for step in (1, 1, 1, 1, -1, 2, -3, 9, -1, -9):
            app.view.move(step)
            await pilot.pause()
            kept = screen_strips(pilot)
            for theme in (LIGHT.name, DARK.name):
                app.theme = theme
                await pilot.pause()
            anew = screen_strips(pilot)
            assert [list(strip) for strip in kept] == [list(strip) for strip in anew]

    show(lambda cells: [line for n in range(9) for line in paragraph(LONG, cells, indent=2, key=n)], scenario)


def test_lines_that_are_put_in_the_place_of_others_show_at_once() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        for words in ("one", "two"):
            lines = [*lines_of[:2], plain(f"  {words}", key=2), *lines_of[3:]]
            app.view.restyle(lambda cells, lines=lines: lines, 0)  # type: ignore[misc]
            await pilot.pause()
            shown = [line.rstrip(f" {THUMB}") for line in seen(pilot, "view").split("\n")]
            assert shown[:4] == [f"{POINTER} line 0", "  line 1", f"  {words}", "  line 3"]

    lines_of = [plain(f"  line {key}", key=key) for key in range(30)]
    show(lambda cells: lines_of, scenario)


def test_a_click_puts_the_cursor_there_and_a_second_one_chooses() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        await pilot.click("#view", offset=(3, 2))
        await pilot.pause()
        assert app.view.cursor == 2
        await pilot.click("#view", offset=(3, 2))
        await pilot.pause()
        assert (app.moves, app.clicks) == ([2], 1)

    show(lambda cells: [plain(str(number), key=number) for number in range(5)], scenario)


def test_a_click_where_nothing_can_be_chosen_does_nothing() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        for y in (0, 1, 9):
            await pilot.click("#view", offset=(3, y))
        await pilot.pause()
        assert app.view.cursor == "one"
        assert (app.moves, app.clicks) == ([], 0)

    show(lambda cells: [plain("heading"), blank(), plain(" one", key="one")], scenario)


def test_a_click_meets_what_is_seen_after_scrolling() -> None:
    async def scenario(app: OneView, pilot: Driver) -> None:
        app.view.put(99)
        await pilot.pause()
        await pilot.click("#view", offset=(3, 0))
        await pilot.pause()
        assert app.view.cursor == 90

    show(lambda cells: [plain(str(number), key=number) for number in range(100)], scenario)
