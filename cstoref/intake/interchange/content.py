"""What was read from files that are to become a pack: the objects of an export, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cstoref.authoring import limits
from cstoref.errors import PackError

Line = dict[str, Any]
SORTS = ("pack", "source", "record", "statement", "conflict", "silence", "exception", "retired_id")
"""The types of objects, in the order of an export."""


class ImportedItem(NamedTuple):
    """One object. A key that was not given is missing; one that was given empty is None."""

    place: str
    """Where it was read, for messages: `people.csv:12`."""
    line: Line

    @property
    def id(self) -> str:
        """What tells it from others of its type."""
        return str(self.line.get("id") or "")


class Content:
    """The objects that were read, by type, in their order, and the problems met on the way."""

    def __init__(self) -> None:
        self._items: dict[str, list[ImportedItem]] = {sort: [] for sort in SORTS}
        self.texts: dict[str, str] = {}
        """The texts of sources that came with them, by id."""
        self.fields: list[Mapping[str, Any]] = []
        """Fields that statements have and a pack must declare, as its vocabulary does."""
        self.layer: str | None = None
        """What its parts name as their layer, where they are those of one."""
        self.loose = False
        """Whether what is empty in something new was only left out, as in a sheet."""
        self.notes: list[str] = []
        """What a person should know of the reading: a sentence each."""
        self.problems: list[str] = []

    def add(self, sort: str, item: ImportedItem) -> None:
        """Add one object."""
        self._items[sort].append(item)

    def of(self, sort: str) -> list[ImportedItem]:
        """The objects of a type."""
        return self._items[sort]

    def replace(self, sort: str, items: list[ImportedItem]) -> None:
        """Have these objects of a type and no others."""
        self._items[sort] = items

    def __iter__(self) -> Iterator[tuple[str, ImportedItem]]:
        return ((sort, item) for sort, items in self._items.items() for item in items)

    def wrong(self, place: str, *words: str) -> None:
        """Note a problem: a place, what is meant there, and a sentence that says what to do."""
        if len(self.problems) < limits.PROBLEMS.most:
            self.problems.append(": ".join((place, *(word for word in words if word))))

    def raise_if_wrong(self) -> None:
        """Raise PackError with every problem."""
        if self.problems:
            raise PackError(list(dict.fromkeys(self.problems)))

    def refuse_doubles(self) -> None:
        """Note every id that two objects of a type have."""
        for sort in ("source", "record", "statement", "conflict"):
            seen: dict[str, str] = {}
            for item in self.of(sort):
                first = seen.setdefault(item.id, item.place) if item.id else item.place
                if first is not item.place:
                    self.wrong(item.place, f'a second {sort} "{item.id}"; the first is in {first}')
