"""What a proof says of itself: what was done and how long it took, and what could not be done here."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class Failure(Exception):
    """Something is not as it must be."""


def must(holds: bool, what: str) -> None:
    """Raises Failure, with what is wrong, unless it holds."""
    if not holds:
        raise Failure(what)


class Teller:
    """Prints a line for everything; `strict` makes a failure of whatever is left out."""

    def __init__(self, strict: bool = False) -> None:
        self._strict = strict
        self._started = time.perf_counter()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.perf_counter() - self._started

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Say what was done, and how long it took."""
        started = self.seconds
        yield
        print(f"  {self.seconds - started:5.1f} s  {what}", flush=True)

    def left_out(self, what: str) -> None:
        """Say plainly what was not proved, and why. Raises Failure where nothing may be left out."""
        must(not self._strict, f"left out, though everything was required: {what}")
        print(f"  left out: {what}", flush=True)


def proved(prove: Callable[[Path], None]) -> int:
    """0 if a proof that is given a folder for its files holds, 1 and the reason if not."""
    try:
        with tempfile.TemporaryDirectory() as name:
            prove(Path(name))
    except Failure as failure:
        sys.stderr.write(f"not proved: {failure}\n")
        return 1
    return 0
