"""Keys without sense, one after the other: nothing raises, and Escape always leads home."""

from __future__ import annotations

import random

import pytest

from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui.keyboard import OFFERED
from tests.conftest import SOAK

from .helpers import DOUBLE, SINGLE, WIDE, Driver, Size, explore, explorer

LEFT_OUT = {"q", "ctrl+q", "й", "W"}
"""Keys that end the explorer, and the one that asks for a file to write."""
KEYS = sorted({key for command in OFFERED.values() for key in command.keys.split(",")} - LEFT_OUT)
TYPED = [*"abrisyo0279", "space", "delete", "ctrl+a", "ctrl+w", "ctrl+k", "Я", "é", "f5", "insert"]
LENGTH = 2_000 if SOAK else 60
SIZES = (WIDE, SINGLE, (50, 12), (30, 5), DOUBLE)


@pytest.mark.parametrize("size", SIZES)
def test_mashed_keys_raise_nothing_and_escape_leads_home(small: Store, size: Size) -> None:
    chance = random.Random(size[0])

    async def scenario(pilot: Driver) -> None:
        for _ in range(LENGTH):
            await pilot.press(chance.choice(KEYS if chance.random() < 0.7 else TYPED))
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        for _ in range(14):
            await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.is_running
        assert len(pilot.app.screen_stack) == 1
        state = explorer(pilot).session.state
        assert (state.searching, state.starting, state.zoomed) == (True, True, False)

    explore(small, scenario, size, State(record="boris", pane="record"))
