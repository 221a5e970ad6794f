"""Changes keys of a table in a TOML text that people also edit: all other lines stay letter for letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cstoref.errors import UserError

from .file_lines import lines_of
from .toml_edit import Insertion, means, parsed
from .toml_text import value_text

Path = tuple[str | int, ...]
"""A table: `("event", 3)`, or `("event", 3, "statement", 0)` below it."""
BELOW = "statement"
"""The tables below one that are no keys of it."""


def with_changes(text: str, path: Path, changes: Mapping[str, Any], name: str) -> list[Insertion]:
    """The text with other values of some keys of a table, one step a key; None takes a key away. Raises
    UserError, which begins with the `name` of the file, where its form does not allow that."""
    steps: list[Insertion] = []
    for key, value in changes.items():
        before = steps[-1].text if steps else text
        expected = parsed(before, name)
        table = _at(expected, path)
        step = _replaced(before, path, table, key, value)
        table.pop(key, None)
        if value is not None:
            table[key] = value
        if not means(step.text, expected):
            raise UserError(
                f"{name} is written in a form in which “{key}” cannot be changed; edit it by hand"
            )
        steps.append(step)
    return steps


def _at(whole: dict[str, Any], path: Path) -> dict[str, Any]:
    place: Any = whole
    for part in path:
        place = place[part]
    assert isinstance(place, dict)
    return place


def _replaced(text: str, path: Path, table: Mapping[str, Any], key: str, value: Any) -> Insertion:
    """The text with the lines of one key replaced; a new key stands after the last one."""
    lines = text.split("\n")
    keys = {one: (*path, one) for one in table if one != BELOW}
    following = [(*path[:-1], int(path[-1]) + 1), (path[0], int(path[1]) + 1), (*path, BELOW, 0)]
    places = lines_of(text, [path, *keys.values(), *following])
    starts = sorted(places[one] for one in keys.values())
    # A path that the text does not have is found in the line of the table above it.
    ends = [places[one] for one in following if places[one] > places[path]]
    bounds = [*starts, min(ends, default=len(lines) + 1)]
    if key in keys:
        first = places[keys[key]]
        last = _last(lines, first, next(bound for bound in bounds if bound > first))
    else:
        first = _last(lines, bounds[-2] if starts else places[path], bounds[-1]) + 1
        last = first - 1
    start = min(len(text), sum(len(line) + 1 for line in lines[: first - 1]))
    end = min(len(text), sum(len(line) + 1 for line in lines[:last]))
    added = "" if value is None else f"{key} = {value_text(value)}\n"
    if start and text[start - 1] != "\n":  # the last line has no end
        added = f"\n{added}"
    if "\r\n" in text:
        added = added.replace("\n", "\r\n")
    return Insertion(text[:start] + added + text[end:], start, added, text[start:end])


def _last(lines: list[str], first: int, bound: int) -> int:
    """The last line of what begins in one line and ends before another, but for blank lines and comments."""
    last = bound - 1
    while last > first and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return last
