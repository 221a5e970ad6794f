"""No size of the terminal raises, on any page; and no line is longer than the terminal is wide."""

from __future__ import annotations

import pytest

from cstoref.session.state import State
from cstoref.store.queries import Store

from .helpers import Driver, explore, explorer, press, screen_strips

SIZES = (
    (1, 1), (300, 1), (3, 3), (1, 100), (39, 10), (40, 9), (40, 10), (59, 12), (60, 19), (80, 24), (99, 20),
    (100, 11), (120, 36), (139, 15), (140, 20), (300, 100),
)  # fmt: skip
FEW = ((1, 1), (3, 3), (40, 10), (60, 12), (140, 20))
"""Where a list or a question is open over the explorer."""
PAGES = {
    "home": (State(), ()),
    "find": (State(), ("b", "o")),
    "index": (State(section="event", pane="index"), ()),
    "record": (State(record="pact", pane="record"), ("f9",)),
    "source": (State(source="news", section="sources", pane="source"), ("f9", "f9")),
    "reference": (State(source="register", section="sources", pane="source"), ()),
    "inferred": (State(record="xanadu", pane="source"), ("z",)),
    "bookmarks": (State(view="bookmarks", pane="record"), ()),
    "day": (State(record="pact", as_of="2002-01-01", pane="record"), ("a",)),
    "choice": (State(record="pact", pane="record"), ("d",)),
    "facets": (State(record="pact", pane="record"), ("F",)),
    "help": (State(record="pact", pane="record"), ("f1",)),
    "filter": (State(record="pact", pane="record"), ("f", "b")),
    "palette": (State(record="pact", pane="record"), ("ctrl+p",)),
}


@pytest.mark.parametrize("page", PAGES)
def test_no_size_raises(small: Store, page: str) -> None:
    state, keys = PAGES[page]

    async def scenario(pilot: Driver) -> None:
        await press(pilot, *keys)
        explorer(pilot).session.user.toggle_bookmark("pact/signed/anna")
        for width, height in SIZES if len(pilot.app.screen_stack) == 1 else FEW:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            strips = screen_strips(pilot)
            assert len(strips) == height
            assert all(strip.cell_length <= width for strip in strips)
        await press(pilot, "j", "escape", "escape")

    explore(small, scenario, (80, 24), state)


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (300, 100)])
def test_no_size_raises_at_the_start(small: Store, size: tuple[int, int]) -> None:
    async def scenario(pilot: Driver) -> None:
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

    explore(small, scenario, size, State(record="pact", pane="record"))
    explore(small, scenario, size)
