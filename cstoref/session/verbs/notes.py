"""Verbs for what a person saves on records and statements: bookmarks and notes."""

from __future__ import annotations

from collections.abc import Iterable

from cstoref.errors import UserError
from cstoref.session.outcomes import Message, Outcome, Question
from cstoref.session.session import Session
from cstoref.store.queries import Store
from cstoref.store.references import resolve

from .base import EXPLORER, verb
from .subjects import THIS

GROUP = "Bookmarks and notes"
SAVED = ("record", "statement")
"""What can have a bookmark or a note."""
ONLY = "only records and statements can have bookmarks and notes"


@verb(GROUP, "m", ("bookmark",), "NUMBER", former=("mark",))
def bookmark(session: Session, typed: str) -> Outcome:
    """Add or remove a bookmark."""
    id = _saveable(session, typed)
    saved = _saved_id(session, id, _bookmarks(session))
    if session.paged and saved in _bookmarks(session):
        raise UserError("it has a bookmark already")
    added = session.user.toggle_bookmark(saved)
    return Message(done(session, "Bookmark added." if added else "Bookmark removed."))


@verb(
    GROUP,
    words=("unbookmark",),
    takes="NUMBER",
    former=("unmark",),
    without={EXPLORER: "m removes a bookmark"},
)
def unbookmark(session: Session, typed: str) -> Outcome:
    """Remove a bookmark."""
    session.user.toggle_bookmark(_bookmarked(session, typed))
    return Message(session.user.outcome("Bookmark removed."))


@verb(GROUP, "e", ("note",), "[NUMBER] WORDS")
def note(session: Session, typed: str) -> Outcome:
    """Write a note on a record or statement, or add a line to it; without words, show or edit it."""
    reference, _, words = typed.partition(" ")
    id = _saveable(session, "" if reference == THIS else reference)
    now = session.user.notes.get(id, "")
    if words:
        session.user.add_to_note(id, words)
        done = "Added to your note on" if now else "Note saved on"
        return Message(session.user.outcome(f"{done} {name_of(session.store, id)}."))
    if session.paged:
        return Message(f"Your note: {now}" if now else "It has no note; type its words after note.")
    record = session.state.record if not session.state.view else None
    return Question("note", "Note", about=id, instead=record if record and record != id else "")


@verb(GROUP, words=("unnote",), takes="NUMBER", without={EXPLORER: "an empty note removes it"})
def unnote(session: Session, typed: str) -> Outcome:
    """Remove a note."""
    id = _saved_id(session, _saveable(session, typed), session.user.notes)
    if id not in session.user.notes:
        raise UserError("it has no note")
    session.user.put_note(id, "")
    return Message(session.user.outcome("Note removed."))


def name_of(store: Store, id: str) -> str:
    """What a note is on: the name of a record, the sentence of a statement; else the id."""
    listed, record = store.statement(id), store.record(id)
    if listed is not None:
        return f"“{listed.statement.text.rstrip('.')}”"
    return record.name if record else id


def done(session: Session, sentence: str) -> str:
    """The sentence about a change, which also says if it is not saved, and how to undo it."""
    how = "" if session.paged else " u undoes it."
    return f"{session.user.outcome(sentence)}{how}"


@verb(GROUP, "J", ("down",), "NUMBER", ("record",))
def bookmark_down(session: Session, typed: str) -> Outcome:
    """Move a bookmark down in its list."""
    return _move(session, typed, 1)


@verb(GROUP, "K", ("up",), "NUMBER", ("record",))
def bookmark_up(session: Session, typed: str) -> Outcome:
    """Move a bookmark up in its list."""
    return _move(session, typed, -1)


def _move(session: Session, reference: str, step: int) -> Outcome:
    if not session.paged and (session.state.view != "bookmarks" or session.state.at is None):
        raise UserError("bookmarks are moved in their own list")
    session.user.move_bookmark(_bookmarked(session, reference), step)
    if session.paged:
        session.open_view("bookmarks")
    return None


def _saveable(session: Session, reference: str) -> str:
    """The id of the record or statement that is meant. Raises UserError where it is neither."""
    if not session.paged and not reference and session.state.view == "bookmarks" and session.state.at:
        return session.state.at  # also of what this edition does not have
    target = session.target(reference)
    if target is None or target.what not in SAVED:
        raise UserError(f"{ONLY}; give the number of one" if session.paged else ONLY)
    return target.of


def _bookmarks(session: Session) -> list[str]:
    return [bookmark.id for bookmark in session.user.bookmarks]


def _bookmarked(session: Session, reference: str) -> str:
    id = _saved_id(session, _saveable(session, reference), _bookmarks(session))
    if id not in _bookmarks(session):
        raise UserError("it has no bookmark")
    return id


def _saved_id(session: Session, id: str, saved: Iterable[str]) -> str:
    """The id under which something was saved, which may be one that is retired."""
    return next((other for other in saved if resolve(session.store, other).id == id), id)
