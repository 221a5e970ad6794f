"""Everything that is wrong with a pack, gathered in one run: each problem names file,
line, record and field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from cstoref.authoring.toml.file_lines import lines_of
from cstoref.errors import PackError
from cstoref.sanitize import line

from . import limits
from .pack_tree import text_in

LOOKED_AT, COMPARED = 5_000, 50
"""Known words that are looked at where one is misspelt, and those of like letters compared with it."""


class Spot(NamedTuple):
    """Where in the files something is written."""

    file: str
    record: str = ""
    field: str = ""
    path: tuple[str | int, ...] = ()
    """The same in the words of the file: names of tables and keys, and places in lists from 0. What the file
    does not have, such as a key that is missing, stands for the nearest part above it."""
    line: int = 0
    """The line of the file, from 1, where it is known already; else `located` finds it."""

    def at(self, field: str, *path: str | int) -> Spot:
        """The same record, one field deeper. `path` is the field as the file has it, where that differs."""
        deeper = path or tuple(field.split("."))
        within = f"{self.field}.{field}" if self.field else field
        return Spot(self.file, self.record, within, self.path + deeper, self.line)


class Problem(NamedTuple):
    """One thing to mend, in a sentence that says what to do."""

    spot: Spot
    message: str

    def __str__(self) -> str:
        parts = [f"{self.spot.file}:{self.spot.line}" if self.spot.line else self.spot.file]
        if self.spot.record:
            parts.append(f'"{self.spot.record}"')
        if self.spot.field:
            parts.append(self.spot.field)
        return line(f"{': '.join(parts)}: {self.message}")


class LocatedPackError(PackError):
    """A pack does not verify; `located` are its problems with their places."""

    def __init__(self, located: list[Problem]) -> None:
        super().__init__([str(problem) for problem in located])
        self.located = located


class Problems:
    """Collects problems, so that one run reports all of them. `root` is the folder of the pack; `shown`
    stands before the names of its files where several packs are read; `overlay` has the texts of files that
    are read in place of those there, by their names below `root`."""

    def __init__(
        self, root: Path, shown: str = "", overlay: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._shown = shown
        self.found: list[Problem] = []
        self._noted: set[Problem] = set()
        self._root = root
        self.overlay = overlay
        self._limits: dict[str, tuple[int, str]] = {}
        self._more: Counter[str] = Counter()

    def add(self, spot: Spot, message: str) -> None:
        """Note one problem, if it is new, and go on; with too many of them, raise PackError here and now."""
        problem = Problem(spot, message)
        if problem in self._noted:
            return
        if len(self.found) == limits.PROBLEMS.most:
            self.found.append(Problem(Spot(spot.file), f"{limits.PROBLEMS}; mend these first"))
            self.raise_if_any()
        self.found.append(problem)
        self._noted.add(problem)

    def beyond(self, spot: Spot, limit: limits.Limit, before: str = "has", after: str = "") -> None:
        """Note that a limit is exceeded: once, however often it is, with the number of further places. Where
        nothing more is to be read, raise PackError here and now."""
        if limit.name in self._limits:
            self._more[limit.name] += 1
            return
        self.add(spot, f"{before} {limit}{after}".lstrip())
        self._limits[limit.name] = len(self.found) - 1, self.found[-1].message
        if limit.ends:
            self.raise_if_any()

    def raise_if_any(self) -> None:
        """Raise PackError with every problem, in the order in which they were met."""
        if not self.found:
            return
        for name, more in self._more.items():
            at, message = self._limits[name]
            places = "1 more place" if more == 1 else f"{more:,} more places"
            self.found[at] = self.found[at]._replace(message=f"{message} (and in {places})")
        self._more.clear()
        lines = located(self._root, [problem.spot for problem in self.found], self.overlay)
        if self._shown:
            lines = [spot._replace(file=f"{self._shown}/{spot.file}") for spot in lines]
        raise LocatedPackError(
            [problem._replace(spot=spot) for problem, spot in zip(self.found, lines, strict=True)]
        )


def located(
    root: Path, spots: Sequence[Spot], overlay: Mapping[str, str] = MappingProxyType({})
) -> list[Spot]:
    """The same spots with their lines, as far as their files can be read."""
    wanted: dict[str, set[tuple[str | int, ...]]] = defaultdict(set)
    for spot in spots:
        if spot.path and not spot.line:
            wanted[spot.file].add(spot.path)
    lines = {
        file: lines_of(overlay.get(file) or text_in(root, file), paths) for file, paths in wanted.items()
    }
    return [
        spot._replace(line=lines[spot.file].get(spot.path, 0)) if spot.path and not spot.line else spot
        for spot in spots
    ]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "belarus"?` for the nearest known word, or nothing."""
    letters = set(word)

    def alike(other: str) -> int:
        return len(letters.intersection(other)) - abs(len(word) - len(other))

    closest = nlargest(COMPARED, islice(known, LOOKED_AT), key=alike)
    near = get_close_matches(word[: limits.ID.most], closest, n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
