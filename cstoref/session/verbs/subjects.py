"""What a verb is about: the statement or record that is meant by a reference, or that the cursor is on."""

from __future__ import annotations

from cstoref.errors import UserError
from cstoref.model import Record, Statement
from cstoref.session.session import Session
from cstoref.session.target import Target
from cstoref.store.search.search_result import Options

THIS = "this"
"""Means what the cursor is on, or the page that is read."""


def target_of(session: Session, reference: str) -> Target:
    """What a reference names, or what the cursor is on. Raises UserError where nothing there has an id."""
    target = session.target("" if reference == THIS else reference)
    if target is None or not target.reference:
        if reference and reference != THIS:
            raise UserError(f"“{reference}” is not the id of anything here")
        raise UserError(
            "say which: the number of a line that leads somewhere"
            if session.paged
            else "there is nothing under the cursor"
        )
    return target


def statement_of(session: Session, reference: str) -> Statement:
    """The statement that is meant. Raises UserError where it is no statement."""
    target = session.target("" if reference == THIS else reference)
    if target is not None and target.what == "statement" and (listed := session.store.statement(target.of)):
        return listed.statement
    raise UserError(
        "this is not a statement; give the number of one"
        if session.paged
        else "there is no statement under the cursor"
    )


def record_of(session: Session, reference: str) -> Record:
    """The record that is meant, or that a statement is about. Raises UserError where there is none."""
    target = session.target("" if reference == THIS else reference)
    if not reference and not session.paged and session.state.pane != "index":
        target = Target("record", session.here.record) if session.here.record else None
    id = target.of if target else ""
    listed = session.store.statement(id) if target and target.what == "statement" else None
    record = session.store.record(listed.statement.subject if listed else id)
    if record is None:
        raise UserError("there is no record here; open one first")
    return record


def record_named(session: Session, words: str) -> str:
    """The id of the record that is called so, or has this id. Raises UserError with the closest names."""
    if session.store.record(words):
        return words
    if words == THIS or session.target(words):
        return record_of(session, words).id
    from cstoref.store.search.results import find

    results = find(session.store, words, Options(statements=False, limit=1))
    if not results.hits or results.hits[0].record is None:
        near = ", ".join(hit.name for hit in results.suggestions[:3])
        raise UserError(f"no record is found for “{words}”{f'; the closest are {near}' if near else ''}")
    return results.hits[0].record
