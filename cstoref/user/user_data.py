"""What a user saves for one pack: read when first asked for, saved on every change.

A front end owns one. Where nothing can be saved it runs on with what is in memory, tries again with each
change, and has one sentence about it to show. Must not raise and must not show anything itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from functools import reduce
from typing import Any

from cstoref.errors import UserError
from cstoref.namedtuples import NamedTuple

from . import drafts, file_lock, notes
from .bookmarks import FORM as BOOKMARKS
from .bookmarks import Bookmarks, add, has, move, remove
from .drafts import FORM as DRAFTS
from .drafts import Drafts, SavedDraft
from .edits import FORM as EDITS
from .edits import Edit, Edits, done, undone
from .files import NO_HOME, FileForm
from .last_place import FORM as SESSION
from .last_place import LastPlace, Plain
from .notes import FORM as NOTES
from .notes import Notes
from .pack_folder import pack_folder
from .pins import FORM as PINS
from .pins import Pins, pin, unpin
from .recent import FORM as RECENT
from .recent import Recent, opened
from .saved_values import SavedValues
from .undo import Moment, Undo, UndoStack, of_bookmark, of_note, of_pins

FORMS: tuple[FileForm[Any], ...] = (BOOKMARKS, DRAFTS, EDITS, NOTES, PINS, RECENT, SESSION)
WRITTEN = (BOOKMARKS, NOTES, PINS)
"""What a user made on purpose: if any of it is not saved, the exit code must say so too."""
NOT_SAVED = "Not saved: it lasts until you leave."


class NoteText(NamedTuple):
    """What stands in the box when a user begins to write a note."""

    text: str
    """The note, or the text of a draft that was never saved."""
    seen: str
    """The note as it was when that text was begun."""
    drafts: Drafts = ()
    """The drafts that the text was taken from; none if it is the note."""


def files_of(id: str, pack: str | None = None) -> dict[str, str]:
    """The file of everything that is saved for a pack, by what it holds; none without a home.

    Raises UserError where they cannot be determined.
    """
    folder, _, _, problem = pack_folder(id, pack)
    if problem and problem != NO_HOME:
        raise UserError(problem)
    if not folder:
        return {}
    files = {form.name.partition(".")[0]: form.name for form in FORMS} | {"lock": file_lock.NAME}
    return {what: os.path.join(folder, name) for what, name in files.items()}


class UserData:
    """The bookmarks, notes, pins, recent records and last state of one pack."""

    def __init__(self, id: str, edition: str, pack: str | None = None) -> None:
        """`id` and `edition` of a pack, and the folder it is read from; None is the built-in pack."""
        self._edition = edition
        self._drafted: set[str] = set()
        # A random name and not the process id, which the system gives again.
        self._run = os.urandom(6).hex()
        self._saved = SavedValues(id, pack, FORMS)
        self._undos = UndoStack(self._saved.change)

    # What there is

    @property
    def bookmarks(self) -> Bookmarks:
        """In the user's order."""
        return self._saved.get(BOOKMARKS)

    @property
    def notes(self) -> Notes:
        """Text by the id of a record or statement."""
        return self._saved.get(NOTES)

    @property
    def pins(self) -> Pins:
        """Ids of statements gathered for a memo, the first pinned first."""
        return self._saved.get(PINS)

    @property
    def recent(self) -> Recent:
        """Ids of records, the last opened first."""
        return self._saved.get(RECENT)

    @property
    def edits(self) -> Edits:
        """What the program has written into the pack, the last one last."""
        return self._saved.get(EDITS)

    @property
    def session(self) -> Mapping[str, Plain] | None:
        """The state when the explorer was last left; None if there is none for this edition of the pack."""
        left = self._saved.get(SESSION)
        return left.state if left and left.edition == self._edition else None

    @property
    def has_unsaved(self) -> bool:
        """Whether something that the user made on purpose could not be saved."""
        return self._saved.are_unsaved(WRITTEN)

    @property
    def has_unread(self) -> bool:
        """Whether pins or notes could not be read: what is asked of them is not all that there is."""
        return self._saved.are_unread((PINS, NOTES))

    def outcome(self, done: str) -> str:
        """The sentence `done` about the last change, which also says if it is not saved."""
        return f"{done} {NOT_SAVED}" if self.has_unsaved else done

    def refresh(self) -> None:
        """Read again what is asked for next: another run may have changed it."""
        self._saved.refresh()

    def take_news(self) -> tuple[str, ...]:
        """Sentences that a user should see, each given once; mostly none."""
        return self._saved.take_news()

    # What changes it

    def toggle_bookmark(self, id: str) -> bool:
        """Add a bookmark on a record or statement, or remove it. Whether there is one now."""
        marked = has(self.bookmarks, id)  # what the user saw, whatever another run did since
        self._undos.append(of_bookmark(self.bookmarks, id))
        self._saved.change(BOOKMARKS, lambda kept: remove(kept, id) if marked else add(kept, id))
        return not marked

    def move_bookmark(self, id: str, step: int) -> None:
        """Move a bookmark down by `step` places, or up if negative."""
        self._undos.append(of_bookmark(self.bookmarks, id))
        self._saved.change(BOOKMARKS, lambda kept: move(kept, id, step))

    def put_note(self, id: str, text: str, seen: str | None = None) -> None:
        """Save a note on a record or statement; an empty one clears it.

        Where the note is no longer as it was `seen`, both versions are kept; None replaces whatever there is.
        """
        self._change_note(id, lambda kept: notes.put(kept, id, text, seen))

    def add_to_note(self, id: str, line: str) -> None:
        """Add a line to the note on a record or statement, or begin one."""
        self._change_note(id, lambda kept: notes.add_line(kept, id, line))

    def _change_note(self, id: str, change: Callable[[Notes], Notes]) -> None:
        # As with pins, the notes before are not asked for ahead of the change.
        seen: list[Notes] = [{}]

        def changed(kept: Notes) -> Notes:
            seen[0] = kept
            return change(kept)

        self._saved.change(NOTES, changed)
        if self.notes.get(id) != seen[0].get(id):
            self._undos.append(of_note(seen[0], self.notes, id))

    def begin_note(self, id: str) -> NoteText:
        """What to write on: the note as it is now, or what was written on it and never saved."""
        self.refresh()
        now = self.notes.get(id, "")
        begun = drafts.of(self._saved.get(DRAFTS), id)
        if not begun:
            return NoteText(now, now)
        return NoteText(reduce(notes.both, (draft.text for draft in begun)), begun[0].seen, begun)

    def keep_draft(self, id: str, text: str, begun: NoteText) -> None:
        """Save the text that is being typed as a draft, in case it is never saved as a note.

        Nothing, or the note itself, is no draft.
        """
        if not text.strip() or text == begun.seen:
            self.drop_draft(id, begun)
        else:
            draft = SavedDraft(id, text, begun.seen, self._run)
            self._drafted.add(id)
            self._saved.change(DRAFTS, lambda kept: drafts.put(kept, draft, begun.drafts))

    def drop_draft(self, id: str, begun: NoteText) -> None:
        """Remove the draft of a note that was saved or given up."""
        if not begun.drafts and id not in self._drafted:
            return
        self._drafted.discard(id)
        self._saved.change(DRAFTS, lambda kept: drafts.drop(kept, id, self._run, begun.drafts))

    def pin(self, *ids: str) -> None:
        """Pin statements, in this order."""
        self._change_pins(lambda kept: reduce(pin, ids, kept), lambda kept: ids)

    def unpin_all(self) -> None:
        """Remove every pin."""
        self._change_pins(lambda kept: (), lambda kept: kept)

    def unpin(self, ids: Collection[str]) -> None:
        """Remove the pins of statements."""
        self._change_pins(lambda kept: unpin(kept, ids), lambda kept: ids)

    def _change_pins(self, change: Callable[[Pins], Pins], ids: Callable[[Pins], Collection[str]]) -> None:
        """Change the pins; `ids` are the statements that it is about, of those that were pinned before."""
        # Not asked for ahead of the change: a damaged file, which the change sets aside, would be told of as
        # one that cannot be read.
        seen: list[Pins] = [()]

        def changed(kept: Pins) -> Pins:
            seen[0] = kept
            return change(kept)

        self._saved.change(PINS, changed)
        self._undos.append(of_pins(seen[0], ids(seen[0])))

    @property
    def undoes_own(self) -> bool:
        """Whether the last change of this run that can be undone is one of what is saved here, and not one of
        the pack."""
        return self._undos.has_any

    def undo(self) -> Undo:
        """Take the last change of this run back. There must be one: see `undoes_own`."""
        return self._undos.undo()

    @property
    def moment(self) -> Moment:
        """What was changed so far, for `return_to`."""
        return self._undos.moment

    def return_to(self, moment: Moment) -> None:
        """Take back what was changed since a moment of this run, also what was undone."""
        self._undos.return_to(moment)

    def opened(self, *records: str) -> None:
        """Records were opened, in this order."""
        if records:
            self._saved.change(RECENT, lambda kept: reduce(opened, records, kept))

    def edited(self, edit: Edit) -> None:
        """The program has written something into the pack: that is what is undone before all else."""
        self._undos.clear()
        self._saved.change(EDITS, lambda kept: done(kept, edit))

    def took_back(self, edit: Edit) -> None:
        """Something that the program has written into the pack was undone."""
        self._saved.change(EDITS, lambda kept: undone(kept, edit))

    def leave(self, state: Mapping[str, Plain]) -> None:
        """Save the state in which the explorer is left."""
        self._saved.change(SESSION, lambda _: LastPlace(self._edition, state))
