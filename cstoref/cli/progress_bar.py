"""A line on a terminal that says how far something has come, and goes when it is done."""

from __future__ import annotations

import sys
import time

CELLS = 20
SECONDS = 0.1
"""Between two drawings."""
PATIENCE = 1.0
"""Seconds for which nothing is drawn: what takes less needs no bar."""
CLEAR = "\r\x1b[K"


class ProgressBar:
    """Draws `compiling: names [#####               ]` on the terminal that takes errors."""

    def __init__(self, task: str) -> None:
        self._task = task
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
            sys.stderr.write(f"{CLEAR}{self._task}: {step} [{bar}]")
            sys.stderr.flush()

    def close(self) -> None:
        """Take it away."""
        if self._drawn:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()
