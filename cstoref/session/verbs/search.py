"""Verbs that search, filter and sort."""

from __future__ import annotations

from cstoref.errors import UserError
from cstoref.session.outcomes import FacetChoices, Outcome
from cstoref.session.session import Session
from cstoref.session.state import FACETS

from .base import EXPLORER, PLAIN, verb
from .passages import hop

GROUP = "Search and filters"
LINES = {PLAIN: "filter shows only the lines with the words"}


@verb(GROUP, "slash", ("/", "find"), "WORDS")
def find(session: Session, typed: str) -> Outcome:
    """Search for records, statements and passages; with nothing typed, show the first screen."""
    if typed or session.paged:
        session.search(typed)
    else:
        session.find()
    return None


@verb(GROUP, "f", ("filter",), "[WORDS]", former=("only",))
def find_here(session: Session, typed: str) -> Outcome:
    """Filter the list or page by words or years such as 2005-2014; in a source, search its text."""
    session.filter(typed)
    return None


@verb(GROUP, "n", panes=("source",), without=LINES)
def next_hit(session: Session, typed: str) -> Outcome:
    """Go to the next place of the words that are searched for in the text."""
    hop(session, _with_hit(session), 1, around=True)
    return None


@verb(GROUP, "N", panes=("source",), without=LINES)
def previous_hit(session: Session, typed: str) -> Outcome:
    """Go to the previous place of the words that are searched for in the text."""
    hop(session, _with_hit(session), -1, around=True)
    return None


@verb(GROUP, "F", ("facet",), "[VALUE]", ("index", "record"), ("narrow",))
def facets(session: Session, typed: str) -> Outcome:
    """Filter by one year, type, state or stance, or clear that filter."""
    here, pane = session.here, session.state.pane
    if typed:
        session.set_facet(typed)
        return None
    counts = here.facets if pane != "source" else []
    if not counts:
        raise UserError("there is nothing to filter by here")
    return FacetChoices("Show only", counts, getattr(session.state, FACETS[pane]))


@verb(GROUP, words=("clear",), former=("widen",), without={EXPLORER: "Escape clears a filter"})
def clear(session: Session, typed: str) -> Outcome:
    """Clear the filter."""
    session.go(quoted_only=False)
    session.clear_filter()
    return None


@verb(GROUP, "s", ("sort",), "[ORDER]", ("index", "record"))
def sort(session: Session, typed: str) -> Outcome:
    """Sort the list or page in the next order; on the timeline, change the granularity."""
    session.sort(typed.lower(), session.here.orders)
    return None


@verb(GROUP, "Q", ("quoted only",))
def quoted_only(session: Session, typed: str) -> Outcome:
    """Show only statements with a quoted passage, or all."""
    session.go(quoted_only=not session.state.quoted_only, part=None)
    return None


def _with_hit(session: Session) -> list[int]:
    text = session.here.text
    return session.here.search.sentences(text) if text else []
