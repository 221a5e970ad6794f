"""The explorer walked through sizes of its terminal: none raises, and no line is longer than it is wide."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cstoref.session.state import State
from cstoref.store.cache import open_store
from tests.conftest import SOAK
from tests.mini_pack import write_pack
from tests.tally import count
from tests.tui.helpers import Driver, Size, explore, press, screen_strips

WIDEST, TALLEST = 300, 100
PAGES = {
    "record": (State(record="meeting", pane="record"), ()),
    "source": (State(source="news", section="sources", pane="source"), ()),
    "matrix": (State(view="attendance", pane="record"), ()),
    "find": (State(), ("b", "o")),
    "help": (State(record="meeting", pane="record"), ("f1",)),
}


def sizes(page: str) -> list[Size]:
    """In the long form every width at some heights and every height at some widths; else a few by chance."""
    chance = random.Random(page)
    if not SOAK:
        return [(chance.randint(1, WIDEST), chance.randint(1, TALLEST)) for _ in range(4)]
    walked = [(width, height) for height in (1, 10, 24, 50) for width in range(1, WIDEST + 1)]
    walked += [(width, height) for width in (1, 40, 80, 140, WIDEST) for height in range(1, TALLEST + 1)]
    chance.shuffle(walked)
    return walked


@pytest.mark.parametrize("page", PAGES)
def test_no_size_raises(tmp_path: Path, page: str) -> None:
    state, keys = PAGES[page]

    async def scenario(pilot: Driver) -> None:
        await press(pilot, *keys)
        for width, height in sizes(page):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            strips = screen_strips(pilot)
            assert len(strips) == height
            assert all(strip.cell_length <= width for strip in strips)
            count("sizes walked")

    explore(open_store(str(write_pack(tmp_path / "pack"))), scenario, (80, 24), state)
