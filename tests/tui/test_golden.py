"""What every page and view looks like at four sizes, whole, letter by letter, on the built-in pack.

A frame that is meant to change is written anew with `GOLDEN=1 pytest tests/tui/test_golden.py`; then read it.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest

from cstoref import dates
from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui.app import CstorefApp

from .helpers import Driver, Size, drive, explorer, frame, press

FOLDER = Path(__file__).parents[1] / "golden" / "explorer"
RENEW = bool(os.environ.get("GOLDEN"))
TODAY = "2026-11-30"
SIZES: tuple[Size, ...] = ((160, 50), (120, 36), (80, 24), (60, 20))
RECORD = State(
    section="agreement", record="crrf-agreement", pane="record",
    statement="crrf-agreement/refused/belarus-june-2009",
)  # fmt: skip
LEADER = State(section="leader", record="lukashenko", pane="record")
PINS = ("crrf-agreement/refused/belarus-june-2009", "matybulak-2009/represented/maltsev")
PAGES: dict[str, tuple[State, str]] = {
    "home": (State(), ""),
    "index": (State(section="event", record="matybulak-2009", pane="index"), ""),
    "find": (LEADER, "slash d a i r y space b a n"),
    "record": (RECORD, ""),
    "as-of": (State(section="member", record="belarus", pane="record", as_of="2009-06-14"), ""),
    "source": (RECORD, "enter"),
    "timeline": (State(view="timeline", pane="record"), ""),
    "timeline-of": (LEADER, "t"),
    "attendance": (State(view="attendance", at="matybulak-2009 belarus", pane="record"), ""),
    "signatures": (State(view="signatures", at="crrf-agreement belarus", pane="record"), ""),
    "contributions": (State(view="contributions", at="matybulak-2009 tajikistan", pane="record"), ""),
    "conflicts": (State(view="conflicts", view_of="lukashenko", pane="record"), ""),
    "conflict": (State(view="conflict", view_of="lukashenko-loyalist-2005-and-2009", pane="record"), ""),
    "compare": (State(view="compare", record="karimov", view_of="lukashenko", pane="record"), ""),
    "pins": (State(view="pins", pane="record"), ""),
    "bookmarks": (State(view="bookmarks", pane="record"), ""),
    "copying": (RECORD, "y"),
    "details": (RECORD, "d"),
    "help": (RECORD, "question_mark"),
}
"""Where one is, and the keys that lead on from there."""


async def steady_frame(pilot: Driver) -> str:
    """The frame once nothing changes in it any more."""
    before, now = "", frame(pilot)
    while now != before:
        await pilot.pause()
        before, now = now, frame(pilot)
    return now


async def photograph(pilot: Driver, state: State, keys: str) -> str:
    """The frames of a page at every size, each under its size. Every page is come to in the same app."""
    screen = explorer(pilot)
    await pilot.resize_terminal(*SIZES[0])
    await steady_frame(pilot)
    screen.widgets.find.fill("")
    screen.session.go(**state._asdict())
    await steady_frame(pilot)
    await press(pilot, *keys.split())
    frames = []
    for size in SIZES:
        await pilot.resize_terminal(*size)
        frames.append(f"═══ {size[0]} × {size[1]}\n{without_count(await steady_frame(pilot))}")
    while len(pilot.app.screen_stack) > 1:
        await press(pilot, "escape")
    return "".join(frames)


def without_count(text: str) -> str:
    """A frame with nines for how many quotes are verified, which stands on every page: any new one would
    change them all."""
    return re.sub(r"[\d,]+ quotes verified", lambda count: re.sub(r"\d", "9", count[0]), text)


@pytest.fixture(scope="module")
def frames(builtin: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page at every size."""
    found: dict[str, str] = {}

    async def scenario(pilot: Driver) -> None:
        kept = explorer(pilot).session.user
        for id in PINS:
            kept.pin(id)
        kept.toggle_bookmark(PINS[0])
        kept.toggle_bookmark("lukashenko")
        kept.put_note("lukashenko", "Compare with the article of June 2005.")
        for page, (state, keys) in PAGES.items():
            found[page] = await photograph(pilot, state, keys)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CONFIG"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name)))
        patch.setattr(dates, "today", lambda: TODAY)
        drive(CstorefApp(builtin), scenario, SIZES[0])
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_looks_as_it_did(frames: dict[str, str], page: str) -> None:
    file = FOLDER / f"{page}.txt"
    if RENEW:
        FOLDER.mkdir(parents=True, exist_ok=True)
        file.write_text(frames[page], encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    changed = difflib.unified_diff(
        before.split("\n"), frames[page].split("\n"), "before", "now", n=1, lineterm=""
    )
    assert before == frames[page], "\n".join(["not as it was; if it is meant so: GOLDEN=1", *changed])
