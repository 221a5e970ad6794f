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
from .files import FileForm
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
    form: FileForm[Any]
    back: Callable[[Any], Any]
    """The change that takes it back."""


class Moment(NamedTuple):
    """What was changed by then."""

    steps: int
    undos: tuple[Undo, ...]


class UndoStack:
    """The changes of one run, of which the last is undone first."""

    def __init__(self, change: Callable[[FileForm[Any], Callable[[Any], Any]], None]) -> None:
        """`change` changes what is saved of a form."""
        self._change = change
        self._undos: list[Undo] = []
        self._steps: list[Callable[[], None]] = []
        """Takes back each change and each step back that was made."""

    @property
    def has_any(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._undos)

    def append(self, undo: Undo) -> None:
        """A change was made."""
        self._undos.append(undo)
        self._steps.append(lambda: self._change(undo.form, undo.back))

    def undo(self) -> Undo:
        """Take the last change back. There must be one."""
        last = self._undos.pop()
        seen: list[Any] = [None, None]

        def back(now: Any) -> Any:
            seen[:] = now, last.back(now)
            return seen[1]

        self._change(last.form, back)
        before, after = seen
        # What another run has changed meanwhile stays.
        self._steps.append(lambda: self._change(last.form, lambda now: before if now == after else now))
        return last

    def clear(self) -> None:
        """Nothing can be undone any more."""
        self._undos, self._steps = [], []

    @property
    def moment(self) -> Moment:
        """What was changed so far."""
        return Moment(len(self._steps), tuple(self._undos))

    def return_to(self, moment: Moment) -> None:
        """Take back what was changed or undone since a moment."""
        if len(self._steps) > moment.steps:
            while len(self._steps) > moment.steps:
                self._steps.pop()()
            self._undos = list(moment.undos)


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
