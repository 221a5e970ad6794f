"""Reads an export as JSON Lines, or as one JSON object: every line is an object of a known form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cstoref.authoring.problems import did_you_mean
from cstoref.errors import PackError
from cstoref.paths import shown

from .content import SORTS, Content, ImportedItem
from .line_forms import faults

BYTE_ORDER_MARK = "\ufeff"


class _Refused(ValueError):
    """JSON that Python reads and the format does not allow. The message follows the place."""


def read(name: str, raw: bytes) -> Content:
    """The objects of a file. Raises PackError with every line that is not one."""
    content = Content()
    text = _text(name, raw)
    found = _whole(name, text, content) if text.lstrip()[:2] == "{\n" else _lines(name, text, content)
    for place, value in found:
        _take(place, value, content)
    if not content.of("pack") and not content.problems:
        content.wrong(shown(name), 'no line of the type "pack"; export it again with cstoref export')
    content.refuse_doubles()
    content.raise_if_wrong()
    return content


def _text(name: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackError([f"{shown(name)}:{line}: not UTF-8; save it as UTF-8"]) from None


def _lines(name: str, text: str, content: Content) -> Iterator[tuple[str, Any]]:
    # Only line feeds end a line: within a text JSON allows other separators as they are.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield from _parsed(f"{shown(name)}:{number}", line, content)


def _whole(name: str, text: str, content: Content) -> Iterator[tuple[str, Any]]:
    """The objects of `export --format json`, which are gathered by type."""
    for _, whole in _parsed(shown(name), text, content):
        parts = [("pack", whole.get("pack"))]
        parts += [
            (f"{key}.{number}", value)
            for key, values in whole.items()
            if isinstance(values, list)
            for number, value in enumerate(values)
        ]
        yield from ((f"{shown(name)}: {key}", value) for key, value in parts)


def _parsed(place: str, text: str, content: Content) -> Iterator[tuple[str, Any]]:
    try:
        yield place, json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except _Refused as error:
        content.wrong(place, str(error))
    except json.JSONDecodeError as error:
        content.wrong(place, f"not JSON: {error.msg} (column {error.colno})")
    except (ValueError, RecursionError):
        content.wrong(place, "not JSON that can be read: a number is too long, or it is nested too deeply")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(f'the key "{twice}" stands twice in one object; keep one')
    return found


def _no_constant(word: str) -> Any:
    raise _Refused(f"{word} is no number of JSON")


def _take(place: str, value: Any, content: Content) -> None:
    sort = value.get("type") if isinstance(value, dict) else None
    if not isinstance(sort, str) or sort not in SORTS:
        near = did_you_mean(sort, SORTS) if isinstance(sort, str) else ""
        content.wrong(place, "type", f"must be one of {', '.join(SORTS)}{near}")
        return
    wrong = list(faults(sort, value))
    label = value["id"] if isinstance(value.get("id"), str) else sort
    for key, message in wrong:
        content.wrong(place, label, key, message)
    if wrong:
        return
    if sort == "pack" and content.of("pack"):
        content.wrong(
            place, f'a second line of the type "pack"; the first is in {content.of("pack")[0].place}'
        )
        return
    text = value.get("content")
    if sort == "source" and text is not None:
        content.texts[value["id"]] = text
    content.add(sort, ImportedItem(place, value))
