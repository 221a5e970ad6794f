"""What the program has written into a pack of one's own, so that it can be taken back.

A file that was made, or a text that was put into a file: never a whole file that a person edits, so that what
they wrote since stays when it is undone.
"""

from __future__ import annotations

from typing import Any

from cstoref.namedtuples import NamedTuple

from .files import FileForm

MOST = 100


class EditedFile(NamedTuple):
    """One file of an edit, by its name below the folder of the pack."""

    file: str
    added: str = ""
    """What was put into the file; empty where the whole file was made."""
    start: int = 0
    """Where it was put, in code points."""
    sha256: str = ""
    """Of a file that was made."""
    removed: str = ""
    """What stood there before, in place of which it was put."""


class Edit(NamedTuple):
    """One thing that was written, in one step."""

    what: str
    """A sentence without its full stop: `added the source herald-2024-03-05`."""
    parts: tuple[EditedFile, ...]


Edits = tuple[Edit, ...]
"""The last one last."""


def done(edits: Edits, edit: Edit) -> Edits:
    """With one more edit."""
    return (*edits, edit)[-MOST:]


def undone(edits: Edits, edit: Edit) -> Edits:
    """Without an edit: of several that are equal, the last."""
    for place in range(len(edits) - 1, -1, -1):
        if edits[place] == edit:
            return edits[:place] + edits[place + 1 :]
    return edits


def _read(content: dict[str, Any]) -> Edits:
    given = content.pop("edits", None)
    if content or not isinstance(given, list):
        raise ValueError("it is not a list of edits")
    try:
        return tuple(Edit(str(one["what"]), tuple(map(_part, one["parts"]))) for one in given)[-MOST:]
    except (TypeError, KeyError) as error:
        raise ValueError("an edit is not whole") from error


def _part(given: dict[str, Any]) -> EditedFile:
    part = EditedFile(**given)
    if not all(isinstance(text, str) for text in (part.file, part.added, part.sha256, part.removed)):
        raise TypeError
    if type(part.start) is not int or part.start < 0:
        raise TypeError
    return part


def _write(edits: Edits) -> dict[str, object]:
    return {"edits": [{"what": e.what, "parts": [part._asdict() for part in e.parts]} for e in edits]}


FORM: FileForm[Edits] = FileForm("edits.json", (), _read, _write)
