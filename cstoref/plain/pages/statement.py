"""A statement: everything about it, with its passages, records and conflicts to go on to."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates
from cstoref.mentions import mentioned, names_in
from cstoref.model import Statement
from cstoref.provenance import class_in_a_word
from cstoref.render.statements import facts
from cstoref.session.page_items import (
    ItemPage,
    PageItem,
    counted,
    record_items,
    statement_items,
    where,
    worded,
)
from cstoref.session.session import Session
from cstoref.session.target import Target


def make(session: Session) -> ItemPage:
    """One statement."""
    store = session.store
    listed = store.statement(session.state.view_of)
    assert listed is not None
    statement = listed.statement
    names = names_in(store, [statement])
    label = store.fields[statement.field].label
    items = [
        *(PageItem(f"{name}: {worded(words)}") for name, words in facts(statement, label, names)),
        *_passages(session, statement),
        *_basis(session, statement),
        PageItem("Records", heading=True),
        *record_items(store, mentioned(statement)),
        *_conflicts(session, statement),
    ]
    head = (statement.text, f"{statement.grounding.capitalize()}.", *_saved(session, statement.id))
    return ItemPage(f"Statement on {names.get(statement.subject, statement.subject)}", head, tuple(items))


def _passages(session: Session, statement: Statement) -> Iterator[PageItem]:
    citations = statement.citations
    shorts = session.store.shorts(cite.source for cite in citations)
    if citations:
        yield PageItem("Passages" if len(citations) > 1 else "Passage", heading=True)
    for cite in citations:
        quote = f"“{cite.quote}”" if cite.quote else ""
        confirms = f"confirms it for {dates.spoken(cite.confirms)}" if cite.confirms else ""
        words = [where(cite, shorts[cite.source]), quote, cite.says or "", confirms, cite.note or ""]
        text = ": ".join(part for part in words if part)
        source = session.store.source(cite.source)
        sort = "Quoted" if cite.quote or source is None else f"Referenced, {class_in_a_word(source)}"
        yield PageItem(f"{sort}, {text}", Target("source", cite.source, cite.start))


def _basis(session: Session, statement: Statement) -> Iterator[PageItem]:
    """What an inferred statement follows from."""
    listed = [item for id in statement.rests_on if (item := session.store.statement(id))]
    if listed:
        yield PageItem("It follows from", heading=True)
    yield from statement_items(session.store, session.user, listed, with_subject=True)


def _conflicts(session: Session, statement: Statement) -> Iterator[PageItem]:
    conflicts = session.store.conflicts(statement=statement.id)
    if conflicts:
        yield PageItem("Conflicts", heading=True)
    for conflict in conflicts:
        nature = conflict.nature.replace("-", " ")
        yield PageItem(f"{nature}: {conflict.topic}", Target("conflict", conflict.id))


def _saved(session: Session, id: str) -> Iterator[str]:
    """What the person saved on it."""
    user = session.user
    if id in user.pins:
        yield f"Pinned, number {user.pins.index(id) + 1}."
    if any(bookmark.id == id for bookmark in user.bookmarks):
        yield "Bookmarked."
    if note := user.notes.get(id):
        yield from f"Your note: {note}".split("\n")


def make_several(session: Session) -> ItemPage:
    """Several statements, by their ids."""
    store = session.store
    listed = [item for id in session.state.view_of.split() if (item := store.statement(id))]
    items = statement_items(store, session.user, listed, with_subject=True)
    return ItemPage(counted(len(listed), "statement"), (), tuple(items))
