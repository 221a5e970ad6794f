"""The list of a section: records of a kind, or the sources."""

from __future__ import annotations

from cstoref.session.page_items import ItemPage, PageItem, counted
from cstoref.session.sections import ORDERS, sections
from cstoref.session.session import Session
from cstoref.session.state import SOURCES
from cstoref.session.target import Target
from cstoref.store.section_rows import SectionRow


def make(session: Session) -> ItemPage:
    """A line for each row: name, time, what it is, how many statements; on a day, what counts on it."""
    state = session.state
    rows = session.index.rows(state._replace(index_filter="", index_facet=""))
    label = next(section.label for section in sections(session.store) if section.id == state.section)
    what = "source" if state.section == SOURCES else "record"
    items: list[PageItem] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            items.append(PageItem(f"{group[:1].upper()}{group[1:]}", heading=True))
        items.append(_item(row, what))
    empty = "There are none on this date." if state.as_of else "The list is empty."
    return ItemPage(f"{label}, {len(rows):,}", (), tuple(items), ORDERS, empty=empty)


def _item(row: SectionRow, what: str) -> PageItem:
    possible = ["possibly"] if row.possible else []
    facts = [*possible, *row.facts, counted(row.statements, "statement")]
    return PageItem(f"{row.name}: {'; '.join(facts)}", Target(what, row.key), False, row.facets, row.day)
