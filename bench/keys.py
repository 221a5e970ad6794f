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
    """Keys that are pressed in turn, again and again. Each must change the screen."""
    first: Sequence[str] = ()
    """Keys that lead to where it is measured."""
    spot: str = RECORD
    """Where the explorer is opened."""
    ready: str = "Russia"
    """What stands on the screen then."""
    says: str = ""
    """What must stand on the screen after each counted key."""
    counted: Sequence[int] = (0,)
    """The places in `keys` of those that are counted."""


MOVED = "a row moved in the index"
STEPS = (
    Step(MOVED, ("down",), ("1",)),
    Step("a statement moved, its passage lit", ("down",)),
    Step("a source opened", ("enter", "backspace"), says="Russia › Voice of Russia"),
    Step("a link followed", ("o", "enter", "["), says="› Vladimir Putin", counted=(1,)),
    Step("the as-of day stepped", ("<",), says="as of"),
    Step(
        "a letter typed in find",
        ("s", "u", "m", "m", "i", "t", *("backspace",) * 6),
        ("/",),
        says="Find › “s",
        counted=range(6),
    ),
    Step("the timeline opened", ("t", "backspace"), says="Timeline · Russia"),
    Step("a matrix opened", ("x", "backspace"), says="● came"),
    Step("the conflicts opened", ("!", "backspace"), spot="timeline", ready="Timeline", says="Conflicts"),
    Step("timeline: a row moved", ("down",), spot="timeline", ready="Timeline"),
    Step("timeline: a term moved", ("right", "left"), (), "timeline", "Timeline"),
    Step("timeline: zoomed", ("s",), spot="timeline", ready="Timeline"),
    Step("attendance: a cell moved", ("right", "left"), spot="attendance", ready="Attendance"),
    Step("attendance: an event moved", ("down",), spot="attendance", ready="Attendance"),
    Step(
        "attendance: filtered",
        ("2", "0", "0", "9", *4 * ("backspace",)),
        ("f",),
        "attendance",
        "Attendance",
        says="Attendance",
        counted=range(8),
    ),
    Step("signatures: a cell moved", ("right", "left"), spot="signatures", ready="Signatures"),
    Step("contributions: a cell moved", ("right", "left"), spot="contributions", ready="Contributions"),
    Step("the coverage of offices opened", ("V", "backspace"), says="Coverage of offices"),
    Step("coverage of offices: a year moved", ("right", "left"), ("down",), "coverage", "Coverage"),
    Step("conflicts: one moved, its passage shown", ("down",), spot="conflicts", ready="Conflicts"),
    Step("conflicts: one laid open", ("enter", "backspace"), (), "conflicts", "Conflicts", "› Conflict · "),
    Step("one conflict: a side moved", ("down", "up"), spot=CONFLICT, ready="change over time"),
    Step("comparison: a row moved", ("down",), ("=", "belarus", "enter")),
    Step("a statement pinned", ("space",)),
    Step("pins: a statement moved", ("down", "up"), ("space", "down", "space", "p")),
    Step("bookmarks: one moved", ("down", "up"), ("m", "down", "m", "'")),
)


def rows(place: Installed) -> list[Row]:
    """A row moved beside the skeleton's own, then everything by the clock."""
    listed = Step("", ("down",), ready=skeleton.READY)
    floor = pressed([place.python, "-m", "bench.skeleton", "--list"], place, listed)
    took = {step.what: pressed([place.cstoref, "open", step.spot], place, step) for step in STEPS}
    found = [Row(f"key to screen: {MOVED}", median(took[MOVED]), "ms", "skeleton's list", median(floor), 2.0)]
    for what, times in took.items():
        found.append(Row(f"key to screen: {what}", median(times), "ms", bar=50))
        found.append(Row("  95 of 100 times within", quantiles(times, n=20)[-1], "ms", bar=100))
    return found


def pressed(command: Sequence[str], place: Installed, step: Step) -> list[float]:
    """Milliseconds of each press that counts. Raises RuntimeError for one that does nothing, or leads to
    something else than it must."""
    times: list[float] = []
    with Terminal(command, env=place.env) as terminal:
        terminal.until(step.ready)
        for key in step.first:
            terminal.press(key)
        before = terminal.drawing
        for _ in range(TIMES):
            for at, key in enumerate(step.keys):
                took = terminal.press(key)
                after = terminal.drawing
                if after == before:
                    raise RuntimeError(f"{step.what}: {key!r} changed nothing:\n{terminal.text}")
                before = after
                if at in step.counted:
                    times.append(took)
                    if step.says not in terminal.text:
                        raise RuntimeError(f"{step.what}: no “{step.says}” after {key!r}:\n{terminal.text}")
    return times
