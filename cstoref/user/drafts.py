"""Drafts: notes that are being written and are not saved yet, so that a closed terminal loses none of them.

Each run of the explorer has its own draft of a note. What another run left behind, or is writing still, is
never changed here before somebody has seen it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cstoref.namedtuples import NamedTuple

from .files import FileForm


class SavedDraft(NamedTuple):
    """A text that somebody is writing on a record or statement."""

    id: str
    text: str
    seen: str
    """The note as it was when the writing began."""
    run: str
    """Which run of the explorer it belongs to."""


Drafts = tuple[SavedDraft, ...]


def of(drafts: Drafts, id: str) -> Drafts:
    """The drafts of one note, the oldest first."""
    return tuple(draft for draft in drafts if draft.id == id)


def put(drafts: Drafts, draft: SavedDraft, instead_of: Collection[SavedDraft] = ()) -> Drafts:
    """With a draft instead of the same run's one before, and instead of others as they were taken over."""
    return (*drop(drafts, draft.id, draft.run, instead_of), draft)


def drop(drafts: Drafts, id: str, run: str, taken_over: Collection[SavedDraft] = ()) -> Drafts:
    """Without a run's draft of a note, and without others as they were taken over."""
    return tuple(one for one in drafts if (one.id, one.run) != (id, run) and one not in taken_over)


def _read(content: dict[str, Any]) -> Drafts:
    given = content.pop("drafts", None)
    if content or not isinstance(given, list):
        raise ValueError("it is not a list of drafts")
    drafts: list[SavedDraft] = []
    for entry in given:
        if not isinstance(entry, dict) or set(entry) != set(SavedDraft._fields):
            raise ValueError(f"a draft has {', '.join(SavedDraft._fields)}, nothing else")
        if not all(isinstance(value, str) for value in entry.values()):
            raise ValueError("everything in a draft is a text")
        drafts.append(SavedDraft(**entry))
    return tuple(drafts)


def _write(drafts: Drafts) -> dict[str, object]:
    return {"drafts": [draft._asdict() for draft in drafts]}


FORM: FileForm[Drafts] = FileForm("drafts.json", (), _read, _write)
