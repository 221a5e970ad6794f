"""The explorer on packs with hostile texts in every field: it shows them and obeys none."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref import sanitize
from cstoref.store.cache import open_store
from tests.conftest import SOAK
from tests.tally import count
from tests.tui.helpers import DOUBLE, NARROW, SINGLE, WIDE, Driver, explore, press, screen_strips, state

from .test_every_field import make
from .texts import HOSTILE

SIZES = (WIDE, SINGLE, DOUBLE, NARROW)
KEYS = (
    *(
        "1",
        "down",
        "2",
        "down",
        "down",
        "enter",
        "escape",
        "3",
        "4",
        "down",
        "enter",
        "r",
        "escape",
        "o",
        "escape",
    ),
    *("7", "down", "enter", "down", "escape", "t", "escape", "x", "escape", "exclamation_mark", "escape"),
    *(
        "/",
        "a",
        "[",
        "/",
        "enter",
        "?",
        "escape",
        "ctrl+p",
        "w",
        "escape",
        "z",
        "s",
        "Q",
        "left_square_bracket",
    ),
)


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 8 if SOAK else len(HOSTILE)))
def test_nothing_on_the_screen_is_obeyed(tmp_path: Path, first: int) -> None:
    folder, _, _ = make(tmp_path, first)
    store = open_store(str(folder))

    async def scenario(pilot: Driver) -> None:
        for key in KEYS:
            await press(pilot, key)
            count("keys pressed on hostile packs")
            assert pilot.app.is_running
            for strip in screen_strips(pilot):
                shown = strip.text.replace(sanitize.ISOLATE, "").replace(sanitize.POP, "")
                assert shown == sanitize.line(shown)
        assert state(pilot) is not None

    explore(store, scenario, SIZES[first % len(SIZES)])
