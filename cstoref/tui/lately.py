"""What was made last, so that going back to it costs nothing; for what depends on its key alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")

MOST = 2
"""What one came from, and what one went to: more would cost memory where pages are long."""


class Lately(Generic[Made]):
    """Holds the last few things by what they were made for."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Made] = {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made for the key, else what `make` makes now."""
        made = self._made.pop(key) if key in self._made else make()
        self._made[key] = made
        for oldest in list(self._made)[:-MOST]:
            del self._made[oldest]
        return made
