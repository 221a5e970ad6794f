"""Which keys the line below the panes shows: at most seven, what matters where the cursor is; help first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .state import ViewState
from .views.base import View

if TYPE_CHECKING:
    from .showing import Showing

Footer = Sequence[tuple[str, str]]
"""Commands by id, each with its word."""

MOST = 7
FIRST: Footer = (("help", "help"), ("find", "find"))
BEGINNING: Footer = (
    ("enter", "open"), ("timeline", "timeline"), ("matrix", "matrix"), ("conflicts", "conflicts"),
    ("quit", "quit"),
)  # fmt: skip
"""In an index of which no section is open."""
SECTION: Footer = (
    ("enter", "open"), ("find-here", "filter"), ("sort", "sort"), ("as-of", "as-of"), ("quit", "quit"),
)  # fmt: skip
SOURCE: Footer = (
    ("enter", "uses"), ("find-here", "in text"), ("next-cited", "next cited"), ("copy", "copy"),
    ("back", "back"),
)  # fmt: skip


def footer(showing: Showing, state: ViewState) -> Footer:
    """The keys of the pane that has the cursor, for what the cursor is on."""
    view = showing.view(state)
    if state.pane == "source":
        keys = SOURCE
    elif state.pane == "index":
        keys = SECTION if state.section and not state.finding else BEGINNING
    elif view is not None:
        keys = [*_enter(showing, state, view), *view.keys]
        if showing.statement(state) is None:
            keys = [key for key in keys if key[0] != "pin"]
    else:
        keys = _of_record(showing, state)
    return [*FIRST, *keys][:MOST]


def _of_record(showing: Showing, state: ViewState) -> Footer:
    """On a record's page a conflict comes before the timeline."""
    entry = showing.entry(state)
    if entry is None:
        return (("timeline", "timeline"), ("as-of", "as-of"), ("back", "back"), ("quit", "quit"))
    return (
        ("enter", "source" if entry.statement.citations else "why"),
        ("conflicts", "conflict") if entry.conflicts else ("timeline", "timeline"),
        ("copy", "copy"),
        ("pin", "unpin" if showing.is_pinned(entry.statement.id) else "pin"),
        ("as-of", "as-of"),
    )


def _enter(showing: Showing, state: ViewState, view: View) -> Footer:
    """What Enter does on an item of a view."""
    spot = showing.spot(state)
    if state.at is None or (spot is None and not view.leads(state.at)):
        return ()
    if len(view.behind(state.at)) > 1:
        return (("enter", "statements"),)
    if view.leads(state.at) or (spot and spot.record and not spot.statement):
        return (("enter", "open"),)
    return (("enter", "source"),)
