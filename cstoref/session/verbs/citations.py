"""Verbs that take something out of a session: copies, citations, pins and memos.

What writes them is imported when it is asked for: the first screen does not wait for it.
"""

from __future__ import annotations

from cstoref.errors import UserError
from cstoref.session.grounds import DocumentGround
from cstoref.session.outcomes import Message, Outcome, Question, TakenText, TextChoices
from cstoref.session.session import Session
from cstoref.session.target import Target
from cstoref.store.references import resolve

from .base import EXPLORER, PLAIN, verb
from .notes import done
from .subjects import statement_of, target_of

GROUP = "Copy and cite"
COPIED = {EXPLORER: "y copies it"}


@verb(GROUP, "y", without={PLAIN: "cite, link and json print it: there is no clipboard"})
def copy(session: Session, typed: str) -> Outcome:
    """Copy the statement, its quote, a citation, a link, JSON, the whole card or all pins."""
    from cstoref.session.copies import address_of, copies_of
    from cstoref.session.memo import pins_text

    target = _under_cursor(session)
    record = None if target.what == "source" else session.here.record
    copies = copies_of(session.store, target, record, session.state.as_of)
    if session.state.pane == "source" and isinstance(grounds := session.here.grounds, DocumentGround):
        copies = {**address_of(grounds.source), **copies}
    if session.user.pins:
        copies["all pins"] = lambda: pins_text(session.store, session.user)
    return TextChoices("Copy", tuple(copies), tuple(copies.values()))


@verb(GROUP, "Y", drawn=True, without={PLAIN: "what would be copied is printed"})
def show_copied(session: Session, typed: str) -> Outcome:
    """Show the last copied text in a box, to be selected by hand."""


@verb(GROUP, words=("cite",), takes="[NUMBER] [STYLE]", without=COPIED)
def cite(session: Session, typed: str) -> Outcome:
    """Print a citation; the styles are plain, markdown, bibtex, ris and csl-json."""
    from cstoref.citing import STYLES
    from cstoref.session import copies

    words = typed.split()
    style = words.pop() if words and words[-1] in STYLES else "plain"
    return TakenText("citation", copies.cite(session.store, target_of(session, " ".join(words)), style))


@verb(GROUP, words=("link",), takes="[NUMBER]", without=COPIED)
def link(session: Session, typed: str) -> Outcome:
    """Print the command that opens this again."""
    from cstoref.session import copies

    return TakenText("link", copies.link(session.store, target_of(session, typed)))


@verb(GROUP, words=("json",), takes="[NUMBER]", without=COPIED)
def json(session: Session, typed: str) -> Outcome:
    """Print a record, statement or source as the export has it."""
    from cstoref.session.copies import json_of

    return TakenText("JSON", json_of(session.store, target_of(session, typed)))


@verb(GROUP, "space", ("pin",), "NUMBER")
def pin(session: Session, typed: str) -> Outcome:
    """Pin a statement for a memo, or unpin it."""
    id = _statement_id(session, typed)
    if id in session.user.pins and not session.paged:
        return unpin.run(session, id)
    session.user.pin(id)
    return Message(done(session, f"Pinned, number {session.user.pins.index(id) + 1}."))


@verb(GROUP, words=("unpin",), takes="NUMBER", without={EXPLORER: "Space unpins what is pinned"})
def unpin(session: Session, typed: str) -> Outcome:
    """Unpin a statement."""
    id = _statement_id(session, typed)
    pinned = next((pin for pin in session.user.pins if resolve(session.store, pin).id == id), None)
    if pinned is None:
        raise UserError("it is not pinned")
    session.user.unpin([pinned])
    return Message(done(session, f"Unpinned; {len(session.user.pins)} left."))


@verb(GROUP, "W", ("memo",), "FILE")
def memo(session: Session, typed: str) -> Outcome:
    """Write the pinned statements with footnotes into a new file, or their sources into one in .bib."""
    if not session.user.pins and not session.user.has_unread:
        raise UserError("nothing is pinned; pin statements first")
    if not typed:
        hint = "A new file: memo.bib has the bibliography. Nothing is overwritten. Esc cancels."
        return Question("file", "Write the memo to", "memo.md", hint)
    from cstoref.session.memo import BIBTEX, write_memo

    path = write_memo(session.store, session.user, typed)
    count = len(session.user.pins)
    if path.endswith(BIBTEX):
        return Message(f"The sources of what is pinned are written to {path}.")
    return Message(f"{count} {'statement' if count == 1 else 'statements'} written to {path}.")


def _statement_id(session: Session, reference: str) -> str:
    try:
        return statement_of(session, reference).id
    except UserError as error:
        if reference or session.paged:
            raise UserError("only statements can be pinned; give the number of one") from None
        raise error


def _under_cursor(session: Session) -> Target:
    """What the cursor is on: where a source is shown by itself, the sentence in it."""
    here = session.here
    if session.state.source is not None:
        return Target("source", session.state.source, here.sentence.start if here.sentence else None)
    target = session.target()
    if target is None:
        raise UserError("there is nothing to copy here")
    return target
