"""An answer of bounded size: fewer items and a cursor where all would be too many, never a text cut short.

An answer is one JSON object: its head, then lists. Items fill it in order, list after list; `next_cursor` is
the place of the first that is left. An item that alone is too large loses the end of its longest list, and
says so in `left_out`; one that is too large even so is named with its size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from functools import partial
from typing import Any

from cstoref.errors import UserError
from cstoref.export.json_document import json_of
from cstoref.export.lines import SCHEMA

MOST = 8000
"""Characters of an answer."""
Object = dict[str, Any]
Labels = Callable[[Iterable[str]], Mapping[str, str]]
"""How a footnote names each of some sources, by id."""


def bounded(head: Object, lists: Mapping[str, Sequence[Object]], cursor: str, labels: Labels) -> Object:
    """The answer from `cursor` on (empty: the beginning), with at most MOST characters as JSON.

    It ends with `sources` (how the sources of its items are called), `grounding` (how many of its statements
    are quoted, referenced or inferred), `totals` (items of each list in all), `schema` (the version of its
    form) and `next_cursor` (None at the end). Raises UserError for a cursor that no answer gave.
    """
    queue = [(name, item) for name, items in lists.items() for item in items]
    first = _place(cursor, len(queue))
    answer: Object = {
        **_shortened(head, lambda value: len(json_of(value)) <= MOST // 2),
        **{name: [] for name in lists},
    }
    end: Object = {
        "sources": {},
        "grounding": {},
        "totals": {name: len(items) for name, items in lists.items()},
        "schema": SCHEMA,
    }
    named = labels(dict.fromkeys(id for _, item in queue[first:] for id in _sources_of(item)))
    # What stands at the end for certain, with the widest cursor and every figure of `grounding`.
    room = MOST - len(json_of({**answer, **end, "next_cursor": "0" * 9})) - 60
    sources: dict[str, str] = {}
    place = first
    for name, item in queue[first:]:
        cost, new = _cost(item, named, sources)
        if cost > room:
            if place > first:
                break
            item = _shortened(item, partial(_fits, room, named, sources))
            cost, new = _cost(item, named, sources)
        answer[name].append(item)
        sources.update(new)
        room -= cost
        place += 1
        if room <= 0:
            break
    shown = [item for name in lists for item in answer[name]]
    end |= {"sources": sources, "grounding": _grounding(shown)}
    return {**answer, **end, "next_cursor": str(place) if place < len(queue) else None}


def _place(cursor: str, count: int) -> int:
    if not cursor:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and int(cursor) < count):
        raise UserError(f"no answer gave the cursor “{cursor}” here; ask the same without a cursor")
    return int(cursor)


def _cost(item: Object, named: Mapping[str, str], known: Mapping[str, str]) -> tuple[int, dict[str, str]]:
    """The characters that an item adds, and the labels of sources that it adds."""
    new = {id: named[id] for id in _sources_of(item) if id in named and id not in known}
    return len(json_of(item)) + 1 + sum(len(json_of({id: label})) for id, label in new.items()), new


def _fits(room: int, named: Mapping[str, str], known: Mapping[str, str], item: Object) -> bool:
    return _cost(item, named, known)[0] <= room


def _sources_of(value: object) -> Iterable[str]:
    """The sources of everything in an item that is a citation."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "citations" and isinstance(part, list):
                yield from (
                    cited["source"] for cited in part if isinstance(cited, dict) and "source" in cited
                )
            elif isinstance(part, dict | list):
                yield from _sources_of(part)
    elif isinstance(value, list):
        for part in value:
            if isinstance(part, dict | list):
                yield from _sources_of(part)


def _grounding(items: Sequence[Object]) -> dict[str, int]:
    counted: dict[str, int] = {}

    def count(value: object) -> None:
        if isinstance(value, dict):
            if value.get("type") == "statement" and isinstance(value.get("grounding"), str):
                counted[value["grounding"]] = counted.get(value["grounding"], 0) + 1
            for part in value.values():
                count(part)
        elif isinstance(value, list):
            for part in value:
                count(part)

    for item in items:
        count(item)
    return counted


def _shortened(item: Object, fits: Callable[[Object], bool]) -> Object:
    """An item that fits: with the ends of its longest lists left out, else only its id and size."""
    if fits(item):
        return item
    copy = deepcopy(item)  # what the store gave is not ours to change
    while not fits(copy):
        lists = {len(json_of(owner[key])): (owner, key) for owner, key in _lists(copy)}
        if not lists:
            return {
                **{key: item[key] for key in ("type", "id") if key in item},
                "too_large": len(json_of(item)),
            }
        owner, key = lists[max(lists)]
        values = owner[key]
        owner[key] = values[: len(values) // 2]
        left_out = owner.setdefault("left_out", {})
        left_out[key] = left_out.get(key, 0) + len(values) - len(owner[key])
    return copy


def _lists(value: object) -> Iterable[tuple[Object, str]]:
    """Every list in an item that is not empty, as the object that has it and its key."""
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, list) and part:
                yield value, key
            yield from _lists(part)
    elif isinstance(value, list):
        for part in value:
            yield from _lists(part)
