"""Two records: what both took part in, where they meet, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cstoref import dates
from cstoref.plain.asked import Asked, statement_items
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.store.comparison import FieldPair, Shared, compare
from cstoref.store.pages import Entry
from cstoref.store.pages import Page as RecordPage
from cstoref.store.queries import StatementRow

ORDERS = ("most telling", "everything")
MOST = 3
"""Statements of one record that are told under one label, if not all are wanted."""


def make(asked: Asked, place: Place) -> Page:
    """A comparison."""
    found = compare(asked.store, place.of, place.other, asked.as_of)
    assert found is not None
    left, right = found.left, found.right
    everything = place.order == ORDERS[1]
    items = [Item("Both took part in", heading=True)] if found.shared else []
    items += [_shared(one, left, right) for one in found.shared]
    for field in found.fields:
        items.append(Item(f"Both: {field.group}, {field.label}", heading=True))
        for page, entries in ((left, field.left), (right, field.right)):
            items += _entries(asked, page, entries, everything)
    for page, fields in ((left, found.only_left), (right, found.only_right)):
        items += _only(asked, page, fields, everything)
    head = tuple(f"{page.record.name}: {page.headline}" for page in (left, right))
    return Page(f"{left.record.name} and {right.record.name}", head, tuple(items), ORDERS)


def _shared(one: Shared, left: RecordPage, right: RecordPage) -> Item:
    when = f"{dates.spoken(one.record.when)}: " if one.record.when else ""
    did = [f"{page.record.name}: {_labels(of)}" for page, of in ((left, one.left), (right, one.right))]
    return Item("; ".join((f"{when}{one.record.name}", *did)), Place("record", one.record.id))


def _labels(entries: Iterable[Entry]) -> str:
    return ", ".join(dict.fromkeys(entry.label for entry in sorted(entries, key=lambda entry: entry.telling)))


def _entries(asked: Asked, page: RecordPage, entries: Iterable[Entry], everything: bool) -> Iterator[Item]:
    ranked = sorted(entries, key=lambda entry: entry.telling)
    shown = ranked if everything else ranked[:MOST]
    listed = [StatementRow(entry.statement, entry.part, entry.conflicts) for entry in shown]
    for item in statement_items(asked, listed):
        yield item._replace(text=f"{page.record.name}: {item.text}")
    if len(ranked) > len(shown):
        yield Item(f"And {len(ranked) - len(shown)} more of {page.record.name}: sort everything.")


def _only(asked: Asked, page: RecordPage, fields: Iterable[FieldPair], everything: bool) -> Iterator[Item]:
    for field in fields:
        yield Item(f"Only {page.record.name}: {field.group}, {field.label}", heading=True)
        yield from _entries(asked, page, field.left or field.right, everything)
