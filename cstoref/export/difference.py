"""What differs between two packs, or two editions of one: what was added, changed and withdrawn, by id.

The lines of an export are compared, so that whatever a program can read is compared. What is worked out from
the whole pack when it is compiled is left out: it follows from what is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from cstoref.attributes import ATTRIBUTES
from cstoref.model import Conflict, Edition, Record, Source, Statement

from . import lines

Line = dict[str, Any]
WORKED_OUT = frozenset({"value_number", *(attribute.name for attribute in ATTRIBUTES if attribute.computed)})
"""Keys that follow from others."""
PLACE = ("start", "end", "paragraph")


class ComparedPack(Protocol):
    """A pack that can be compared: what is in it, and what its retired ids mean now."""

    @property
    def edition(self) -> Edition: ...

    def sources(self) -> Sequence[Source]: ...

    def whole_records(self) -> Iterable[Record]: ...

    def all_statements(self) -> Iterable[Statement]: ...

    def conflicts(self) -> Sequence[Conflict]: ...

    def retired_ids(self) -> Mapping[str, str]: ...


class ChangedItem(NamedTuple):
    """Something that both packs have: each key that differs, with what it was and is."""

    id: str
    keys: Mapping[str, tuple[Any, Any]]


class DifferingPart(NamedTuple):
    """What differs among the records, sources, statements or conflicts."""

    added: tuple[Line, ...]
    changed: tuple[ChangedItem, ...]
    moved: tuple[str, ...]
    """Ids of what is the same but for the places of its passages in their texts."""
    withdrawn: tuple[tuple[str, str | None], ...]
    """Each id that is gone, with the one that is meant now."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not any(self)


class Difference(NamedTuple):
    """What differs between two packs."""

    before: Edition
    after: Edition
    parts: Mapping[str, DifferingPart]
    """By `records`, `sources`, `statements` and `conflicts`."""


READERS: dict[str, Callable[[ComparedPack], Iterable[Line]]] = {
    "records": lambda pack: map(lines.record, pack.whole_records()),
    "sources": lambda pack: map(lines.source, pack.sources()),
    "statements": lambda pack: map(lines.statement, pack.all_statements()),
    "conflicts": lambda pack: map(lines.conflict, pack.conflicts()),
}


def difference(before: ComparedPack, after: ComparedPack) -> Difference:
    """What differs from one pack to another."""
    retired = after.retired_ids()
    parts = {name: _part(list(read(before)), list(read(after)), retired) for name, read in READERS.items()}
    return Difference(before.edition, after.edition, parts)


def _part(before: list[Line], after: list[Line], retired: Mapping[str, str]) -> DifferingPart:
    was, now = {line["id"]: line for line in before}, {line["id"]: line for line in after}
    changed: list[ChangedItem] = []
    moved: list[str] = []
    for id in (id for id in was if id in now):
        keys = dict(_keys(was[id], now[id]))
        if keys:
            changed.append(ChangedItem(id, keys))
        elif _comparable(was[id]) != _comparable(now[id]):
            moved.append(id)
    return DifferingPart(
        tuple(line for id, line in now.items() if id not in was),
        tuple(changed),
        tuple(moved),
        tuple((id, _successor(id, retired)) for id in was if id not in now),
    )


def _keys(was: Line, now: Line) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """The keys that differ, also where all passages have the same words elsewhere in their texts."""
    old, new = _comparable(was), _comparable(now)
    for key in {**old, **new}:
        one, other = old.get(key), new.get(key)
        if key == "citations":
            one, other = _placeless(one or []), _placeless(other or [])
        if one != other:
            yield key, (one, other)


def _comparable(line: Line) -> Line:
    return {key: value for key, value in line.items() if key not in WORKED_OUT}


def _placeless(citations: list[Line]) -> list[Line]:
    return [{key: part for key, part in cite.items() if key not in PLACE} for cite in citations]


def _successor(id: str, retired: Mapping[str, str]) -> str | None:
    """What is meant by an id now: its own successor, or the same statement of its record's."""
    if id in retired:
        return retired[id]
    record, slash, rest = id.partition("/")
    return f"{retired[record]}/{rest}" if slash and record in retired else None


def difference_json(found: Difference) -> Line:
    """The difference as a JSON value: ids and the lines of what was added, the keys of what was changed."""
    return {
        "before": _edition(found.before),
        "after": _edition(found.after),
        **{name: _part_json(part) for name, part in found.parts.items()},
    }


def _edition(edition: Edition) -> Line:
    return {"id": edition.id, "edition": edition.edition, "checked_until": edition.checked_until}


def _part_json(part: DifferingPart) -> Line:
    return {
        "added": list(part.added),
        "changed": [
            {"id": one.id, "keys": {key: {"was": a, "is": b} for key, (a, b) in one.keys.items()}}
            for one in part.changed
        ],
        "moved": list(part.moved),
        "withdrawn": [{"id": id, "now": now} for id, now in part.withdrawn],
    }
