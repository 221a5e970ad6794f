"""Pins: statements gathered for a memo, in the order in which they were pinned. Must know ids only."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .files import FileForm

Pins = tuple[str, ...]
"""Ids of statements, the first pinned first, each once."""


def pin(pins: Pins, id: str) -> Pins:
    """With this statement at the end; unchanged if it is pinned already."""
    return pins if id in pins else (*pins, id)


def unpin(pins: Pins, ids: Collection[str]) -> Pins:
    """Without these statements."""
    return tuple(id for id in pins if id not in ids)


def _read(content: dict[str, Any]) -> Pins:
    given = content.pop("pins", None)
    if content or not isinstance(given, list) or not all(isinstance(id, str) for id in given):
        raise ValueError("it is not a list of pins")
    return tuple(dict.fromkeys(given))


def _write(pins: Pins) -> dict[str, object]:
    return {"pins": list(pins)}


FORM: FileForm[Pins] = FileForm("pins.json", (), _read, _write)
