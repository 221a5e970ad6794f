"""The first page: what this is, how far it can be trusted, where to start."""

from __future__ import annotations

from cstoref import dates
from cstoref.session.page_items import ItemPage, PageItem, counted, record_items
from cstoref.session.sections import sections
from cstoref.session.session import Session
from cstoref.session.target import SECTION, Target
from cstoref.session.views import VIEWS

MOST = 6
"""Recent records that are listed."""


def make(session: Session) -> ItemPage:
    """Sections, views, and recent records."""
    store, edition = session.store, session.store.edition
    counts = {what: store.count(what) for what in ("statements", "sources", "conflicts", "quotes")}
    head = (
        edition.description,
        f"{counts['statements']:,} statements from {counts['sources']:,} sources; "
        f"quotes verified: {counts['quotes']:,}; {counted(counts['conflicts'], 'conflict')}.",
        f"Edition {edition.edition}, checked up to {dates.spoken(edition.checked_until)}.",
        "Type a number to go there, / and words to search, ? for help.",
    )
    items = [PageItem("Sections", heading=True)]
    for section in sections(store):
        items.append(PageItem(f"{section.label}, {section.total:,}", Target(SECTION, section.id)))
    items.append(PageItem("Views", heading=True))
    items += [PageItem(entry.menu, Target(view)) for view, entry in VIEWS.items() if entry.menu]
    if recent := record_items(store, session.user.recent[:MOST]):
        items += [PageItem("Recently opened", heading=True), *recent]
    return ItemPage(edition.title, head, tuple(items))
