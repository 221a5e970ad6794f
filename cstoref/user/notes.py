"""Notes: a person's own words on a record or statement. The one thing kept that cannot be made again.

A note is plain text, never markup, and is shown only through `sanitize`. Must not change what was typed
beyond blanks at its ends, and must not drop the note of a record that the pack no longer has.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from .files import Form

Notes = Mapping[str, str]
"""Text by id, the first noted first. Read-only: a change is a new mapping."""


def put(notes: Notes, id: str, text: str) -> Notes:
    """With this note on an id, instead of the one before; an empty text clears it."""
    text = text.strip()
    return MappingProxyType({**notes, id: text}) if text else clear(notes, id)


def clear(notes: Notes, id: str) -> Notes:
    """Without the note on this id."""
    return MappingProxyType({key: text for key, text in notes.items() if key != id})


def _read(content: dict[str, Any]) -> Notes:
    given = content.pop("notes", None)
    if content or not isinstance(given, dict):
        raise ValueError("it is not a table of notes")
    if not all(isinstance(text, str) for text in given.values()):
        raise ValueError("a note is a text")
    return MappingProxyType(given)


def _write(notes: Notes) -> dict[str, object]:
    return {"notes": dict(notes)}


FORM: Form[Notes] = Form("notes.json", MappingProxyType({}), _read, _write)
