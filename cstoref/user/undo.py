"""What can be undone: each change of what a user saves, with the change that takes it back. Lasts one run.

A step back is a pure change of what is saved by then, like every other: what another run did meanwhile stays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from cstoref.namedtuples import NamedTuple

from . import notes
from .bookmarks import FORM as BOOKMARKS
from .bookmarks import Bookmarks, has, remove
from .files import Form
from .notes import FORM as NOTES
from .notes import Notes
from .pins import FORM as PINS
from .pins import Pins, unpin


class Undo(NamedTuple):
    """One change that can be undone."""

    what: str
    """What was done: `bookmark added`."""
    id: str
    """The record or statement that it was done to; empty for several."""
    form: Form[Any]
    back: Callable[[Any], Any]
    """The change that takes it back."""


def of_bookmark(before: Bookmarks, id: str) -> Undo:
    """Of a bookmark that is added, removed or moved."""
    if not has(before, id):
        return Undo("bookmark added", id, BOOKMARKS, lambda now: remove(now, id))
    place = next(at for at, bookmark in enumerate(before) if bookmark.id == id)

    def back(now: Bookmarks) -> Bookmarks:
        others = remove(now, id)
        return (*others[:place], before[place], *others[place:])

    return Undo("bookmark changed", id, BOOKMARKS, back)


def of_note(before: Notes, after: Notes, id: str) -> Undo:
    """Of a note that is written, changed or removed."""
    text, seen = before.get(id, ""), after.get(id, "")
    return Undo(
        "note saved" if seen else "note removed", id, NOTES, lambda now: notes.put(now, id, text, seen)
    )


def of_pins(before: Pins, ids: Collection[str]) -> Undo:
    """Of statements that are pinned; of statements that are unpinned where all of them were pinned before."""
    fresh = [id for id in ids if id not in before]
    one = next(iter(ids), "") if len(ids) == 1 else ""
    if fresh:
        return Undo("pinned", one, PINS, lambda now: unpin(now, fresh))
    removed = [(place, id) for place, id in enumerate(before) if id in ids]

    def back(now: Pins) -> Pins:
        for place, id in removed:
            now = now if id in now else (*now[:place], id, *now[place:])
        return now

    return Undo("unpinned", one, PINS, back)
