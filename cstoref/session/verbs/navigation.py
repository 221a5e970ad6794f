"""Verbs that move the cursor, change the pane, open things, and go back and forward."""

from __future__ import annotations

from cstoref import sanitize
from cstoref.errors import UserError
from cstoref.mentions import names_in
from cstoref.session.grounds import ADDRESS, DocumentGround
from cstoref.session.outcomes import Message, Outcome, StatementChoices, TakenText
from cstoref.session.session import Session
from cstoref.session.target import Target, target_of_hit
from cstoref.store.references import resolve
from cstoref.store.search.exact import STATEMENT
from cstoref.store.search.search_result import Options

from . import passages
from .base import EXPLORER, PLAIN, verb
from .subjects import statement_of

GROUP = "Navigation"
NO_CURSOR = {PLAIN: "there is no cursor: a number names its line"}
NO_PANES = {PLAIN: "there are no panes: one page is read at a time"}
SCROLLS = {EXPLORER: "a pane scrolls"}


@verb("Reading", "enter", ("NUMBER",))
def enter(session: Session, typed: str) -> Outcome:
    """Open a record, the passage of a statement, or the uses of a sentence."""
    if session.state.pane == "index":
        session.enter_row()
        return None
    if session.state.pane == "source":
        return _enter_source(session, typed)
    here, key = session.here, session.state.at
    if here.view is not None and key is not None:
        if other := here.view.opens(key):
            session.open_view(*other)
            return None
        listed = [item for id in here.view.statements(key) if (item := session.store.statement(id))]
        if len(listed) > 1:
            names = names_in(session.store, (item.statement for item in listed))
            return StatementChoices(f"{len(listed)} statements", listed, names, None)
        if here.target and here.target.what == "record":
            session.open(here.target)
            return None
    session.go_pane("source")
    return None


def _enter_source(session: Session, typed: str) -> Outcome:
    """What rests on the sentence; of a document elsewhere its address, or where the item leads."""
    grounds = session.here.grounds
    if grounds is None:
        return passages.uses.run(session, typed)
    if session.here.source_item == ADDRESS and isinstance(grounds, DocumentGround):
        from cstoref.session.copies import ADDRESS as ADDRESS_OF

        return TakenText(ADDRESS_OF, sanitize.line(grounds.source.url or ""))
    session.enter_ground()
    return None


@verb(GROUP, "left_square_bracket,backspace,alt+left", ("b", "back"))
def back(session: Session, typed: str) -> Outcome:
    """Go back to where you were, with its cursor and filter."""
    session.travel(-1)
    return None


@verb(GROUP, "right_square_bracket,alt+right", ("f", "forward"))
def forward(session: Session, typed: str) -> Outcome:
    """Go forward again."""
    session.travel(1)
    return None


@verb(GROUP, "escape", without={PLAIN: "back and clear lead up: there are no panes"})
def leave(session: Session, typed: str) -> Outcome:
    """Go up one level: out of the search, the filter, the zoom, the passage, the record."""
    session.leave()
    return None


@verb(GROUP, words=("open",), takes="NAME", without={EXPLORER: "the search box opens anything by name"})
def open_(session: Session, typed: str) -> Outcome:
    """Open a record by name, or anything by its id or reference."""
    reference = resolve(session.store, typed)
    if reference.sort:
        session.open(Target(reference.sort, reference.id, reference.start))
        return (
            Message(". ".join(f"{news[:1].upper()}{news[1:]}" for news in reference.news) + ".")
            if (reference.news)
            else None
        )
    from cstoref.store.search.results import find

    results = find(session.store, typed, Options(limit=2))
    best = results.hits[0] if results.hits else None
    target = target_of_hit(best) if best and results.status == "found" and best.tier < STATEMENT else None
    session.open(target or Target("results", typed))
    return None


@verb(GROUP, "tab", without=NO_PANES)
def next_pane(session: Session, typed: str) -> Outcome:
    """Go to the next pane."""
    session.next_pane(1)
    return None


@verb(GROUP, "shift+tab", without=NO_PANES)
def previous_pane(session: Session, typed: str) -> Outcome:
    """Go to the previous pane."""
    session.next_pane(-1)
    return None


@verb(GROUP, "0", ("source",), "[NUMBER]")
def source_pane(session: Session, typed: str) -> Outcome:
    """Go to the source of the statement."""
    if not session.paged:
        session.go_pane("source")
        return None
    target = session.target(typed)
    if target is not None and target.what == "source":
        session.open(target)
        return None
    statement = statement_of(session, typed)
    if not statement.citations:
        raise UserError("it is inferred; its page lists the statements that it follows from")
    cite, count = statement.citations[0], len(statement.citations)
    session.open(Target("source", cite.source, cite.start))
    return (
        Message(f"This is the first of {count} passages; the statement's page lists all.")
        if (count > 1)
        else None
    )


@verb(GROUP, "z", without=NO_PANES)
def zoom(session: Session, typed: str) -> Outcome:
    """Give the pane the whole screen, or give it back."""
    session.go(zoomed=not session.state.zoomed)
    return None


@verb(GROUP, "up,k", drawn=True, without=NO_CURSOR)
def up(session: Session, typed: str) -> Outcome:
    """Move the cursor up."""


@verb(GROUP, "down,j", drawn=True, without=NO_CURSOR)
def down(session: Session, typed: str) -> Outcome:
    """Move the cursor down."""


@verb(GROUP, "right,l", drawn=True, without=NO_CURSOR)
def right(session: Session, typed: str) -> Outcome:
    """Go right: to the next pane, or to the next cell of a table."""


@verb(GROUP, "left,h", drawn=True, without=NO_CURSOR)
def left(session: Session, typed: str) -> Outcome:
    """Go left: to the previous pane, or to the previous cell of a table."""


@verb(GROUP, "pageup,ctrl+u", ("p",), drawn=True)
def page_up(session: Session, typed: str) -> Outcome:
    """Go up by a page, or to the previous part."""


@verb(GROUP, "pagedown,ctrl+d", ("n", "more"), drawn=True)
def page_down(session: Session, typed: str) -> Outcome:
    """Go down by a page, or to the next part."""


@verb(GROUP, "g,home", ("first",), drawn=True)
def top(session: Session, typed: str) -> Outcome:
    """Go to the beginning."""


@verb(GROUP, "G,end", ("last",), drawn=True)
def bottom(session: Session, typed: str) -> Outcome:
    """Go to the end."""


@verb(GROUP, words=("all",), drawn=True, without=SCROLLS)
def whole(session: Session, typed: str) -> Outcome:
    """Show the whole page at once."""


@verb(GROUP, words=("again",), drawn=True, without=SCROLLS)
def again(session: Session, typed: str) -> Outcome:
    """Show this part again."""
