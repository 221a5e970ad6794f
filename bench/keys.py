"""From a key press to the complete screen, at 120 × 36, through a pseudo-terminal."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple

from . import skeleton
from .installed import Installed
from .table import Row
from .terminal import Terminal

RECORD = "russia"
"""A record with many statements, to move about in."""
CONFLICT = "lukashenko-loyalist-2005-and-2009"
TIMES = 12
"""How often each key is pressed."""


class Step(NamedTuple):
    """Something that is measured."""

    what: str
    keys: Sequence[str]
    """Keys that are pressed in turn. The first of a pair is counted; of several letters all are."""
    first: Sequence[str] = ()
    """Keys that lead to where it is measured."""
    spot: str = RECORD
    """Where the explorer is opened."""
    ready: str = "Russia"
    """What stands on the screen then."""


MOVED = "a row moved in the index"
STEPS = (
    Step(MOVED, ("down",), ("1",)),
    Step("a statement moved, its passage lit", ("down",)),
    Step("a source opened", ("enter", "backspace")),
    Step("a link followed", ("o", "backspace")),
    Step("the as-of day stepped", ("<",)),
    Step("a letter typed in find", ("s", "u", "m", "m", "i", "t", "backspace"), ("/",)),
    Step("the timeline opened", ("t", "backspace")),
    Step("a matrix opened", ("x", "backspace")),
    Step("the conflicts opened", ("!", "backspace"), spot="timeline", ready="Timeline"),
    Step("timeline: a row moved", ("down",), spot="timeline", ready="Timeline"),
    Step("timeline: a term moved", ("right", "left"), (), "timeline", "Timeline"),
    Step("timeline: zoomed", ("s",), spot="timeline", ready="Timeline"),
    Step("attendance: a cell moved", ("right", "left"), spot="attendance", ready="Attendance"),
    Step("attendance: an event moved", ("down",), spot="attendance", ready="Attendance"),
    Step(
        "attendance: filtered", ("2", "0", "0", "9", *4 * ("backspace",)), ("f",), "attendance", "Attendance"
    ),
    Step("signatures: a cell moved", ("right", "left"), spot="signatures", ready="Signatures"),
    Step("contributions: a cell moved", ("right", "left"), spot="contributions", ready="Contributions"),
    Step("the coverage of offices opened", ("v", "backspace")),
    Step("coverage of offices: a year moved", ("right", "left"), ("down",), "coverage", "Coverage"),
    Step("conflicts: one moved, its passage shown", ("down",), spot="conflicts", ready="Conflicts"),
    Step("conflicts: one laid open", ("enter", "backspace"), spot="conflicts", ready="Conflicts"),
    Step("one conflict: a side moved", ("down", "up"), spot=CONFLICT, ready="change over time"),
    Step("comparison: a row moved", ("down",), ("=", "belarus", "enter")),
    Step("a statement pinned", ("space",)),
    Step("pins: a statement moved", ("down", "up"), ("space", "down", "space", "p")),
    Step("bookmarks: one moved", ("down", "up"), ("m", "down", "m", "'")),
)


def rows(place: Installed) -> list[Row]:
    """A row moved beside the skeleton's own, then everything by the clock."""
    floor = pressed([place.python, "-m", "bench.skeleton", "--list"], place, (skeleton.READY,), (), ("down",))
    took = {step.what: _of(step, place) for step in STEPS}
    found = [Row(f"key to screen: {MOVED}", median(took[MOVED]), "ms", "skeleton's list", median(floor), 2.0)]
    for what, times in took.items():
        found.append(Row(f"key to screen: {what}", median(times), "ms", bar=50))
        found.append(Row("  95 of 100 times within", quantiles(times, n=20)[-1], "ms", bar=100))
    return found


def _of(step: Step, place: Installed) -> list[float]:
    return pressed([place.cstoref, "open", step.spot], place, (step.ready,), step.first, step.keys)


def pressed(
    command: Sequence[str], place: Installed, ready: Sequence[str], first: Sequence[str], keys: Sequence[str]
) -> list[float]:
    """Milliseconds of each press that counts."""
    times: list[float] = []
    with Terminal(command, env=place.env) as terminal:
        terminal.until(*ready)
        for key in first:
            terminal.press(key)
        for _ in range(TIMES):
            took = [terminal.press(key) for key in keys]
            times += took if len(keys) > 2 else took[:1]
    return times
