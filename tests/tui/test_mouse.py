"""The mouse: left to the terminal and taken back while the explorer runs; the keys of the last line are
buttons."""

from __future__ import annotations

import pytest

from cstoref.errors import UserError
from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui.mouse import MODES, Mouse

from .helpers import SINGLE, Driver, explore, explorer, press, seen, state

PACT = State(section="agreement", record="pact", pane="record")


def test_the_mouse_is_left_to_the_terminal_and_taken_back() -> None:
    written: list[str] = []
    mouse = Mouse()
    with pytest.raises(UserError, match="cannot be switched"):
        mouse.toggle()
    mouse.attach(written.append)
    assert "left to the terminal" in mouse.toggle()
    assert not mouse.captured
    mouse.toggle()
    assert written == ["".join(f"\x1b[?{mode}{end}" for mode in MODES) for end in "lh"]


def test_the_key_of_the_mouse_says_what_it_did(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        explorer(pilot).runner.mouse.attach(lambda data: None)
        await press(pilot, "f8")
        assert "left to the terminal" in seen(pilot, "keys")
        await press(pilot, "j")
        assert "? help" in seen(pilot, "keys")

    explore(small, scenario, SINGLE, PACT)


def test_a_key_in_the_last_line_can_be_clicked(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        line = seen(pilot, "keys")
        await pilot.click("#keys", offset=(line.index("source") + 2, 0))
        await pilot.pause()
        assert state(pilot).pane == "source"
        await pilot.click("#keys", offset=(seen(pilot, "keys").index("/"), 0))
        await pilot.pause()
        assert state(pilot).searching

    explore(small, scenario, SINGLE, PACT)
