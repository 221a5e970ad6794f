"""Whether a pack says what was read: each key of each object, as the loaded pack has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cstoref.export import lines
from cstoref.model import Pack

from .content import Content, Line

WORKED_OUT = frozenset(
    ("type", "facts", "grade", "confirmed", "path", "grounding", "newest_source", "counts", "content")
)
"""Keys that follow from others when a pack is compiled, or are not of what a pack says."""
NOTHING: tuple[Any, ...] = (None, [], {}, "")
NOT_OF_TABLES = frozenset(("layer", "length", "start", "end", "paragraph"))


def lines_of(pack: Pack) -> dict[str, dict[str, Line]]:
    """The objects of a loaded pack by type and id."""
    return {
        "source": {source.id: lines.source(source) for source in pack.sources},
        "record": {record.id: lines.record(record) for record in pack.records},
        "statement": {statement.id: lines.statement(statement) for statement in pack.statements},
        "conflict": {conflict.id: lines.conflict(conflict) for conflict in pack.conflicts},
    }


def note_differences(content: Content, pack: Pack, *, layers: bool) -> None:
    """Note everything that was read and would not be in the pack as it was read. `layers` says whether it
    belongs to the same layers there."""
    ignored = WORKED_OUT if layers else WORKED_OUT | NOT_OF_TABLES
    for sort, there in lines_of(pack).items():
        for item in content.of(sort):
            got = there.get(item.id)
            if got is None:
                content.wrong(item.place, f'{sort} "{item.id}" would not be in the pack under this id')
                continue
            for key, was, now in _differences(item.line, got):
                if key not in ignored:
                    message = (
                        f"{_shown(was)} would become {_shown(now)}; it follows from other keys, correct both"
                    )
                    content.wrong(item.place, item.id, key, message)


def _differences(given: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Each key that was given and differs."""
    for key, value in given.items():
        there = got.get(key)
        if not same(value, there):
            yield key, value, there


def same(given: Any, got: Any) -> bool:
    """Whether what was given is there; an empty list is the same as none, and keys may be left out."""
    if isinstance(given, dict) and (got is None or isinstance(got, dict)):
        there = got or {}
        return all(same(value, there.get(key)) for key, value in given.items() if key not in NOT_OF_TABLES)
    if given in NOTHING or got in NOTHING:
        return given in NOTHING and got in NOTHING
    if isinstance(given, list) and isinstance(got, list):
        return len(given) == len(got) and all(map(same, given, got))
    return bool(given == got)


def _shown(value: Any) -> str:
    words = "nothing" if value in (None, [], "") else f'"{value}"' if isinstance(value, str) else str(value)
    return words if len(words) <= 120 else f"{words[:119]}…"
