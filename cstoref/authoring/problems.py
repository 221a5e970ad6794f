"""Everything that is wrong with a pack, gathered in one run: each problem names file, record and field."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from cstoref.errors import PackError
from cstoref.sanitize import line

from . import limits

LOOKED_AT, COMPARED = 5_000, 50
"""Known words that are looked at where one is misspelt, and those of like letters compared with it."""


class Spot(NamedTuple):
    """Where in the files something is written."""

    file: str
    record: str = ""
    field: str = ""

    def at(self, field: str) -> Spot:
        """The same record, one field deeper."""
        return self._replace(field=f"{self.field}.{field}" if self.field else field)


class Problem(NamedTuple):
    """One thing to mend, in a sentence that says what to do."""

    spot: Spot
    message: str

    def __str__(self) -> str:
        parts = [self.spot.file]
        if self.spot.record:
            parts.append(f'"{self.spot.record}"')
        if self.spot.field:
            parts.append(self.spot.field)
        return line(f"{': '.join(parts)}: {self.message}")


class Problems:
    """Collects problems, so that one run reports all of them."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, spot: Spot, message: str) -> None:
        """Note one problem and go on; with too many of them, raise PackError here and now."""
        if len(self.found) == limits.PROBLEMS.most:
            self.found.append(Problem(Spot(spot.file), f"{limits.PROBLEMS}; mend these first"))
            self.raise_if_any()
        self.found.append(Problem(spot, message))

    def raise_if_any(self) -> None:
        """Raise PackError with every problem, in the order of the files."""
        if self.found:
            raise PackError([str(problem) for problem in self.found])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "belarus"?` for the nearest known word, or nothing."""
    letters = set(word)

    def alike(other: str) -> int:
        return len(letters.intersection(other)) - abs(len(word) - len(other))

    closest = nlargest(COMPARED, islice(known, LOOKED_AT), key=alike)
    near = get_close_matches(word[: limits.ID.most], closest, n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
