"""Drives the explorer without a terminal: `drive` runs a scenario, `frame` is what a person would see."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui.app import CstorefApp
from cstoref.tui.screens.explorer import Explorer
from cstoref.tui.widgets.line_view import LineView

Driver: TypeAlias = Pilot[None]
Scenario: TypeAlias = Callable[[Driver], Awaitable[None]]
Size: TypeAlias = tuple[int, int]

NARROW, SINGLE, DOUBLE, WIDE = (50, 24), (80, 24), (120, 36), (160, 50)


def drive(app: App[None], scenario: Scenario, size: Size = DOUBLE) -> None:
    """Run a scenario in a terminal of a size. Nothing moves or blinks; an error in the app is raised here."""

    async def run() -> None:
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            for box in app.screen.query(Input):
                box.cursor_blink = False
            await pilot.pause()
            await scenario(pilot)

    asyncio.run(run())


def explore(store: Store, scenario: Scenario, size: Size = DOUBLE, state: State | None = None) -> None:
    """Run a scenario on an explorer of its own."""
    drive(CstorefApp(store, state), scenario, size)


async def press(pilot: Driver, *keys: str) -> None:
    """Press keys one after the other, each when the one before has had its effect."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def type_text(pilot: Driver, text: str) -> None:
    """Type into the box that has the cursor."""
    await press(pilot, *("space" if char == " " else char for char in text))


def explorer(pilot: Driver) -> Explorer:
    """The explorer, also where a list or a question is open over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, Explorer)
    return screen


def state(pilot: Driver) -> State:
    """Where the explorer is."""
    return explorer(pilot).session.state


def lines(pilot: Driver, id: str) -> LineView:
    """The lines of a pane: `index`, `record`, `source`, or `dialog-list` of what is open over them."""
    return pilot.app.screen.query_one(f"#{id}", LineView)


def focused(pilot: Driver) -> str | None:
    """The id of what has the focus."""
    return pilot.app.focused.id if pilot.app.focused else None


def screen_strips(pilot: Driver) -> list[Strip]:
    """The lines of the whole screen. The one access of these tests to what Textual keeps to itself."""
    return pilot.app.screen._compositor.render_strips()


def frame(pilot: Driver) -> str:
    """The whole screen as plain text, without the blanks at the ends of lines."""
    return "\n".join(strip.text.rstrip() for strip in screen_strips(pilot)) + "\n"


def seen(pilot: Driver, id: str) -> str:
    """What a person sees of one part of the screen, as plain text; nothing where it is not shown."""
    screens = [screen for screen in reversed(pilot.app.screen_stack) if screen.query(f"#{id}")]
    region = screens[0].query_one(f"#{id}").region
    strips = screen_strips(pilot)[region.y : region.bottom]
    return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in strips)
