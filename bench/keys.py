"""From a key press to the complete screen, at 120 × 36, through a pseudo-terminal."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles

from . import skeleton
from .installed import Installed
from .table import Row
from .terminal import Terminal

RECORD = "russia"
"""A record with many statements, to move about in."""
TIMES = 12
"""How often each key is pressed."""
STEPS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "a row moved in the index": (("1",), ("down",)),
    "a statement moved, its passage lit": ((), ("down",)),
    "a source opened": ((), ("enter", "escape")),
    "a link followed": ((), ("o", "backspace")),
    "the as-of day stepped": ((), ("<",)),
    "a letter typed in find": (("/",), ("s", "u", "m", "m", "i", "t", "backspace")),
}
"""Keys that lead to where it is measured, and keys that are pressed in turn. The first of a pair is counted;
of several letters all are."""


def rows(place: Installed) -> list[Row]:
    """A row moved beside the skeleton's own, then everything by the clock."""
    floor = _pressed(
        [place.python, "-m", "bench.skeleton", "--list"], place, (skeleton.READY,), (), ("down",)
    )
    took = {
        what: _pressed([place.cstoref, "open", RECORD], place, ("Russia",), first, keys)
        for what, (first, keys) in STEPS.items()
    }
    moved = "a row moved in the index"
    found = [Row(f"key to screen: {moved}", median(took[moved]), "ms", "skeleton's list", median(floor), 2.0)]
    for what, times in took.items():
        found.append(Row(f"key to screen: {what}", median(times), "ms", bar=50))
        found.append(Row("  95 of 100 times within", quantiles(times, n=20)[-1], "ms", bar=100))
    return found


def _pressed(
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
