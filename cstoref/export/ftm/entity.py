"""One entity of FollowTheMoney, and the names that the things of a pack have there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

PACK, RECORD, DOCUMENT, STATEMENT, CITATION, CONFLICT = (
    "pack", "record", "document", "statement", "citation", "conflict",
)  # fmt: skip
_NOT_IN_DATASETS = re.compile(r"[^a-z0-9]+")
Given = str | Iterable[str] | None


class Entity(NamedTuple):
    """An entity. Every value is text, as the model has it; a property that has none is left out."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    dataset: str
    origin: str
    """The id in the pack of what it is made from."""


class EntityMaker:
    """Makes ids and entities of a pack. An id has letters, digits, dots and hyphens, no more."""

    def __init__(self, pack: str) -> None:
        self._root = pack.replace("+", ".")
        self.dataset = _NOT_IN_DATASETS.sub("_", pack)

    def id(self, what: str, id: str = "") -> str:
        """The id of a thing: `csto.statement.belarus.membership.since-1993`."""
        # No id of a pack has a dot or two hyphens in a row: two ids never come to one.
        return ".".join(filter(None, (self._root, what, id.replace("/", ".").replace("_", "--"))))

    def ids(self, what: str, ids: Iterable[str]) -> list[str]:
        """The ids of several things of one sort."""
        return [self.id(what, id) for id in ids]

    def entity(self, what: str, of: str, schema: str, **properties: Given) -> Entity:
        """An entity for the thing `of` of the pack, with the properties that have a value."""
        listed = {name: _values(given) for name, given in properties.items()}
        known = {name: values for name, values in listed.items() if values}
        return Entity(self.id(what, of), schema, known, self.dataset, of)


def _values(given: Given) -> list[str]:
    """Each value once; what is empty or blank is none."""
    values = [given] if isinstance(given, str) else given or ()
    return [value for value in dict.fromkeys(values) if value.strip()]
