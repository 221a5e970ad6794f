"""A record: what it is, and its statements by group, by time or most important first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cstoref import dates
from cstoref.model import SERIOUS, Fact, of_layer
from cstoref.render.statements import on_day
from cstoref.session.arrangement import ORDERS, arrange
from cstoref.session.names import identifiers, other_names
from cstoref.session.page_items import ItemPage, PageItem, counted, statement_items, worded
from cstoref.session.session import Session
from cstoref.session.target import Target
from cstoref.store.pages import Entry
from cstoref.store.statement_reader import StatementRow

NAMES = 4
"""Other names that are listed at once; `names` lists all."""


def make(session: Session) -> ItemPage:
    """A record's page: first what answers, its line and its facts; then what the page is made of."""
    page = session.here.page
    assert page is not None
    what = of_layer(page.what.replace("-", " "), page.record.layer)
    line = worded(page.headline).rstrip(".")
    head = [f"{line[:1].upper()}{line[1:]}."] if line else []
    # "Belarus, member" above "Member of the CSTO since …" would say one thing twice.
    title = page.record.name if line.lower().startswith(what) else f"{page.record.name}, {what}"
    empty = "There are no statements about it."
    return ItemPage(title, tuple(head), tuple(_items(session)), ORDERS, empty=empty)


def _items(session: Session) -> list[PageItem]:
    """Facts, a few lines on the page itself, and every statement in blocks: filters are applied where the
    page is read."""
    page, state = session.here.page, session.state
    assert page is not None
    # The page is made whole: how many lines a filter leaves out is known only beside all of them.
    unfiltered = state._replace(record_filter="", record_facet="", quoted_only=False)
    items = [_fact_item(fact, page.record.id) for fact in session.here.facts]
    if not (state.record_filter or state.record_facet):
        items += [PageItem(line) for line in _about_page(session)]
    for block in arrange(page, unfiltered):
        if state.record_sort in ("grouped", ""):
            items.append(PageItem(block.title, heading=True))
        items += _entry_items(session, block.entries) or [PageItem("The sources do not say.")]
    return items


def _about_page(session: Session) -> Iterator[str]:
    """For which day it is and how much there is, other names, and notes on names and changes: a fact has the
    conflicts in which something is in doubt."""
    page = session.here.page
    assert page is not None
    yield f"As of {dates.spoken(page.day)}. {counted(page.total, 'statement')}."
    others = [name.text for name in page.record.names if name.text != page.record.name]
    if others:
        more = "; names lists all" if len(others) > NAMES else ""
        yield f"Also {', '.join(others[:NAMES])}{more}."
    conflicts = session.store.conflicts(page.record.id)
    notes = sum(conflict.nature not in SERIOUS for conflict in conflicts)
    if notes:
        yield f"{counted(notes, 'note')} on names and changes; conflicts this lists them."


def _fact_item(fact: Fact, record: str) -> PageItem:
    """A fact, which leads to the first statement it rests on, or to the conflicts that it counts."""
    disputed = " In conflict." if fact.conflicts and fact.statements else ""
    target = Target("statement", fact.statements[0]) if fact.statements else None
    if fact.counts_conflicts:
        target = Target("conflicts", record)
    return PageItem(f"{fact.label}: {of_layer(worded(fact.text).rstrip('.'), fact.layer)}.{disputed}", target)


def _entry_items(session: Session, entries: Sequence[Entry]) -> list[PageItem]:
    listed = [StatementRow(entry.statement, entry.part, entry.conflicts) for entry in entries]
    items = statement_items(session.store, session.user, listed)
    return [item._replace(text=_on_day(item.text, entry)) for entry, item in zip(entries, items, strict=True)]


def _on_day(text: str, entry: Entry) -> str:
    """What a line says, with how it counts on the day."""
    said = on_day(text, entry.held, entry.statement.confirmed)
    return said[0].upper() + said[1:]


def make_names(session: Session) -> ItemPage:
    """Every name of a record under its language; its identifiers."""
    record = session.store.record(session.state.view_of)
    assert record is not None
    found = identifiers(record, session.store.schemes)
    labelled = [*other_names(record), *((scheme, [value]) for scheme, value in found)]
    items = [PageItem(f"{label}: {'; '.join(names)}") for label, names in labelled]
    return ItemPage(f"Names of {record.name}", (), tuple(items), empty="There are no other names.")
