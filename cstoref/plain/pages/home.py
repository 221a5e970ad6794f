"""The first page: a greeting of one part, then the commonest answers, the sections and views, what was
opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cstoref.session.page_items import ItemPage, PageItem
from cstoref.session.sections import sections
from cstoref.session.session import Session
from cstoref.session.start_lists import (
    ABOUT,
    ANSWERS,
    MEMBERS,
    QUERY,
    SECTIONS,
    StartList,
    StartRow,
    start_lists,
)
from cstoref.session.target import SECTION, Target, target_of
from cstoref.session.views import VIEWS

HOW = "Type a name or a question, a number, or ? for help."
NAMED = 9
"""Members that the greeting names; of more it says how many there are."""


def make(session: Session) -> ItemPage:
    """The members in the greeting; below it the lists of the first screen."""
    store = session.store
    lists = start_lists(store, session.user, session.opened, session.state.as_of, "")
    greeting = [item for start in lists if start.id == MEMBERS for item in _members(session, start.rows)]
    items = [*greeting, *(item for start in lists for item in _items(session, start))]
    return ItemPage(store.edition.title, (HOW,), tuple(items), brief=len(greeting))


def _members(session: Session, rows: Sequence[StartRow]) -> Iterator[PageItem]:
    """Who the members are, which leads to their list."""
    kind = next((kind for kind in session.store.kinds.values() if kind.standing == "membership"), None)
    if kind and rows:
        names = ", ".join(row.name for row in rows) if len(rows) <= NAMED else str(len(rows))
        yield PageItem(f"{kind.plural.capitalize()}: {names}.", Target(SECTION, kind.id))


def _items(session: Session, start: StartList) -> Iterator[PageItem]:
    if start.id == SECTIONS:
        yield PageItem("Sections", heading=True)
        for section in sections(session.store):
            yield PageItem(f"{section.label}, {section.total:,}", Target(SECTION, section.id))
        yield PageItem("Views", heading=True)
        for view, entry in VIEWS.items():
            if entry.menu:
                yield PageItem(entry.menu, Target(view))
    elif start.rows:
        heading = {ABOUT: "About", MEMBERS: "Leaders", ANSWERS: "Now"}.get(start.id, start.title)
        yield PageItem(heading, heading=True)
        for row in start.rows:
            yield PageItem(_words(start.id, row), _target(session, row.key))


def _words(list: str, row: StartRow) -> str:
    if list == ABOUT:
        return f"{row.what[:1].upper()}{row.what[1:]}.".replace(" · ", ", ")
    if list == MEMBERS:
        return f"{row.name}: {row.right}" if row.right else row.name
    return ": ".join(part for part in (row.name, row.what) if part)


def _target(session: Session, key: str | None) -> Target | None:
    if key is None:
        return None
    return (
        Target("results", key.removeprefix(QUERY)) if key.startswith(QUERY) else target_of(session.store, key)
    )
