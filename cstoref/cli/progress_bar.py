"""A line on a terminal that says how far something has come, and goes when it is done."""

from __future__ import annotations

import time
from collections.abc import Callable

CELLS = 20
SECONDS = 0.1
"""Between two drawings."""
PATIENCE = 1.0
"""Seconds for which nothing is drawn: what takes less needs no bar."""


class ProgressBar:
    """Draws `compiling: names [#####               ]`. `redraw` puts a text in place of the last one."""

    def __init__(self, task: str, redraw: Callable[[str], None]) -> None:
        self._task = task
        self._redraw = redraw
        self._next = time.monotonic() + PATIENCE
        self._drawn = False

    def __call__(self, step: str, done: int, of: int) -> None:
        """Draw it anew, if the last time was a while ago."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + SECONDS
            self._drawn = True
            full = CELLS * done // max(1, of)
            bar = ("#" * full).ljust(CELLS)
            self._redraw(f"{self._task}: {step} [{bar}]")

    def close(self) -> None:
        """Take it away."""
        if self._drawn:
            self._redraw("")
