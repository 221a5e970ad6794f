"""What the explorer keeps for one pack: read when first asked for, saved on every change.

The explorer owns one. Where nothing can be saved it runs on with what is in memory and has one sentence about
that to show. Must not raise and must not show anything itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from functools import reduce
from typing import Any, TypeVar, cast

from cstoref import paths

from . import files
from .bookmarks import FORM as BOOKMARKS
from .bookmarks import Bookmarks, add, has, move, remove
from .files import Form
from .last_place import FORM as SESSION
from .last_place import Plain, Session
from .notes import FORM as NOTES
from .notes import Notes, put
from .pins import FORM as PINS
from .pins import Pins, pin, unpin
from .recent import FORM as RECENT
from .recent import Recent, opened

T = TypeVar("T")

FORMS: tuple[Form[Any], ...] = (BOOKMARKS, NOTES, PINS, RECENT, SESSION)


def files_of(pack: str) -> dict[str, str]:
    """The file of everything that is kept for a pack, by what it holds; none without a home."""
    folder = paths.data_dir()
    return (
        {form.name.partition(".")[0]: os.path.join(folder, pack, form.name) for form in FORMS}
        if folder
        else {}
    )


class UserData:
    """The bookmarks, notes, pins, recent records and last state of one pack."""

    def __init__(self, pack: str, edition: str) -> None:
        folder = paths.data_dir()
        self._folder = os.path.join(folder, pack) if folder else None
        self._edition = edition
        self._values: dict[str, Any] = {}
        self._unsaved: set[str] = set()
        self._news: list[str] = []
        self._told: set[str] = set()

    @property
    def bookmarks(self) -> Bookmarks:
        """In the person's order."""
        return self._get(BOOKMARKS)

    @property
    def notes(self) -> Notes:
        """Text by the id of a record or statement."""
        return self._get(NOTES)

    @property
    def pins(self) -> Pins:
        """Ids of statements gathered for a memo, the first pinned first."""
        return self._get(PINS)

    @property
    def recent(self) -> Recent:
        """Ids of records, the last opened first."""
        return self._get(RECENT)

    @property
    def session(self) -> Mapping[str, Plain] | None:
        """The state when the explorer was last left; None if there is none for this edition of the pack."""
        kept = self._get(SESSION)
        return kept.state if kept and kept.edition == self._edition else None

    def toggle_bookmark(self, id: str) -> bool:
        """Mark a record or statement, or no longer. Whether it is marked now."""
        marked = has(self.bookmarks, id)  # what the person saw, whatever another explorer did since
        self._change(BOOKMARKS, lambda kept: remove(kept, id) if marked else add(kept, id))
        return not marked

    def move_bookmark(self, id: str, step: int) -> None:
        """Move a bookmark down by `step` places, or up if negative."""
        self._change(BOOKMARKS, lambda kept: move(kept, id, step))

    def put_note(self, id: str, text: str) -> None:
        """Keep a note on a record or statement; an empty one clears it."""
        self._change(NOTES, lambda kept: put(kept, id, text))

    def pin(self, id: str) -> None:
        """Pin a statement."""
        self._change(PINS, lambda kept: pin(kept, id))

    def unpin(self, ids: Collection[str]) -> None:
        """Statements are pinned no longer."""
        self._change(PINS, lambda kept: unpin(kept, ids))

    def opened(self, *records: str) -> None:
        """Records were opened, in this order."""
        if records:
            self._change(RECENT, lambda kept: reduce(opened, records, kept))

    def leave(self, state: Mapping[str, Plain]) -> None:
        """Keep the state in which the explorer is left."""
        self._change(SESSION, lambda _: Session(self._edition, state))

    def take_news(self) -> tuple[str, ...]:
        """Sentences that a person should see, each given once; mostly none."""
        news, self._news = tuple(self._news), []
        return news

    def _get(self, form: Form[T]) -> T:
        if form.name not in self._values:
            loaded = files.load(self._folder, form)
            self._tell(loaded.problem, loaded.problem)
            self._values[form.name] = loaded.value
        return cast(T, self._values[form.name])

    def _change(self, form: Form[T], change: Callable[[T], T]) -> T:
        if form.name not in self._unsaved:
            self._values.pop(form.name, None)  # another explorer may have changed the file since
        old = self._get(form)
        new = self._values[form.name] = change(old)
        if new != old or form.name in self._unsaved:
            self._save(form, new)
        return new

    def _save(self, form: Form[T], value: T) -> None:
        problem = files.save(self._folder, form, value)
        if not problem:
            self._unsaved.discard(form.name)
            return
        self._unsaved.add(form.name)
        if problem not in self._told:
            self._tell("saving", f"What you mark, note and open is not saved: {problem}")

    def _tell(self, about: str, sentence: str) -> None:
        """Have a sentence ready, unless there was one about this before."""
        if sentence and about not in self._told:
            self._told.add(about)
            self._news.append(sentence)
