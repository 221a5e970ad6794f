"""Which keys the footer shows: at most seven, what matters where the cursor is; help first."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.session.session import Session
from cstoref.session.views.base import View

Footer = Sequence[tuple[str, str]]
"""Verbs by id, each with its word."""

MOST = 7
FIRST: Footer = (("help", "help"), ("find", "find"))
START: Footer = (
    ("help", "help"), ("enter", "open"), ("down", "list"), ("next-pane", "panes"), ("palette", "commands"),
    ("quit", "quit"),
)  # fmt: skip
RESULTS: Footer = (
    ("help", "help"), ("enter", "open"), ("down", "list"), ("next-pane", "panes"), ("palette", "commands"),
    ("leave", "back to start"),
)  # fmt: skip
"""In the search box: only what is no letter."""
SECTION: Footer = (
    ("enter", "open"), ("find-here", "filter"), ("sort", "sort"), ("as-of", "as-of"), ("quit", "quit"),
)  # fmt: skip
SOURCE: Footer = (
    ("enter", "uses"), ("find-here", "in text"), ("next-cited", "next cited"), ("copy", "copy"),
    ("back", "back"),
)  # fmt: skip


GROUNDS: Footer = (("enter", "open"), ("uses", "uses"), ("copy", "copy"), ("pin", "pin"), ("back", "back"))
"""In a source pane without a text."""


def footer(session: Session) -> Footer:
    """The keys of the pane with the cursor, for what the cursor is on."""
    state, here = session.state, session.here
    if state.searching:
        return START if state.starting else RESULTS
    if state.pane == "source":
        keys = GROUNDS if here.grounds is not None else SOURCE
    elif state.pane == "index":
        keys = SECTION
    elif here.view is not None:
        keys = [*_enter(session, here.view), *here.view.footer]
        if here.statement is None:
            keys = [key for key in keys if key[0] != "pin"]
    else:
        keys = _of_record(session)
    return [*FIRST, *keys][:MOST]


def _of_record(session: Session) -> Footer:
    """On a record's page: where a statement leads, and how to find one among hundreds."""
    entry = session.here.entry
    if entry is None and session.here.grounds is not None:
        return (("enter", "source"), ("find-here", "filter"), ("timeline", "timeline"), ("back", "back"))
    if entry is None:
        return (("find-here", "filter"), ("timeline", "timeline"), ("back", "back"), ("quit", "quit"))
    return (
        ("enter", "source" if entry.statement.citations else "why"),
        *((("conflicts", "conflict"),) if entry.conflicts else ()),
        ("open-linked", "links"),
        ("find-here", "filter"),
        ("copy", "copy"),
        ("pin", "unpin" if entry.statement.id in session.user.pins else "pin"),
    )


def _enter(session: Session, view: View) -> Footer:
    """What Enter does on an item of a view."""
    key, target = session.state.at, session.here.target
    if key is None or (target is None and not view.opens(key)):
        return ()
    if len(view.statements(key)) > 1:
        return (("enter", "statements"),)
    if view.opens(key) or (target and target.what == "record"):
        return (("enter", "open"),)
    return (("enter", "source"),)
