"""Notes: a person's own words on a record or statement. The one thing kept that cannot be made again.

A note is plain text of any number of lines, never markup, and is shown only through `sanitize`. Must not
change what was typed beyond blanks at its ends, and must not drop the note of a record that the pack no
longer has.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from .files import FileForm

Notes = Mapping[str, str]
"""Text by id, the first noted first. Read-only: a change is a new mapping."""


APART = "[changed in two places; the other version:]"
"""Stands between two versions of a note that was changed in two places at once."""


def put(notes: Notes, id: str, text: str, seen: str | None = None) -> Notes:
    """With this note on an id; an empty text clears it.

    `seen` is the note that the user had before them. Where that has changed since, both versions are kept;
    None replaces whatever there is.
    """
    text = text.strip()
    now = notes.get(id, "")
    if seen is not None and now != seen:
        text = both(now, text)
    return MappingProxyType({**notes, id: text}) if text else clear(notes, id)


def add_line(notes: Notes, id: str, line: str) -> Notes:
    """With a further line at the end of the note on an id."""
    return put(notes, id, f"{notes.get(id, '')}\n{line.strip()}")


def both(first: str, second: str) -> str:
    """Two versions of a text in one, or the one that holds the other."""
    # One version often is the other with a line added: then the longer one is enough.
    if second in first:
        return first
    return second if first in second else f"{first}\n\n{APART}\n{second}"


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


FORM: FileForm[Notes] = FileForm("notes.json", MappingProxyType({}), _read, _write)
