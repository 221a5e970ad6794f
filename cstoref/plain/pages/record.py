"""A record: what it is, and its statements by group, by time or by how telling they are."""

from __future__ import annotations

from cstoref import dates
from cstoref.plain.asked import Asked, counted, statement_items
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.store.page_folds import folded, without_trivial
from cstoref.store.pages import UNDATED, Entry, page
from cstoref.store.queries import StatementRow

ORDERS = ("grouped", "time", "telling")
IN_DOUBT = {dates.POSSIBLY: "Possibly: ", UNDATED: "Undated: "}
NAMES = 4
"""Other names that are said at once; `names` tells all."""


def make(asked: Asked, place: Place) -> Page:
    """A record's page."""
    found = page(asked.store, place.of, asked.as_of)
    assert found is not None
    each = place.order in ORDERS[1:] or place.only or place.facet
    found = without_trivial(found) if each else folded(found, asked.store)
    record = found.record
    others = [name.text for name in record.names if name.text != record.name]
    head = [
        f"{record.type.capitalize()}: {found.headline}".rstrip(": "),
        f"As of {dates.spoken(found.day)}. {counted(found.total, 'statement')}.",
    ]
    if others:
        more = "; names tells all" if len(others) > NAMES else ""
        head.append(f"Also {', '.join(others[:NAMES])}{more}.")
    if conflicts := asked.store.conflicts(record.id):
        head.append(f"{counted(len(conflicts), 'conflict')}; conflicts this lists them.")
    items = tuple(_items(asked, found.entries, place.order))
    return Page(record.name, tuple(head), items, ORDERS, empty="Nothing is stated of it.")


def _items(asked: Asked, entries: tuple[Entry, ...], order: str) -> list[Item]:
    if order == "time":
        entries = tuple(sorted(entries, key=lambda entry: entry.statement.when or "~"))
    elif order == "telling":
        entries = tuple(sorted(entries, key=lambda entry: entry.telling))
    lines = _lines(asked, entries)
    if order in ORDERS[1:]:
        return lines
    items: list[Item] = []
    group = ""
    for entry, line in zip(entries, lines, strict=True):
        if entry.group != group:
            group = entry.group
            items.append(Item(group, heading=True))
        items.append(line)
    return items


def _lines(asked: Asked, entries: tuple[Entry, ...]) -> list[Item]:
    listed = [StatementRow(entry.statement, entry.part, entry.conflicts) for entry in entries]
    return [
        line._replace(text=f"{IN_DOUBT.get(entry.held, '')}{line.text}")
        for entry, line in zip(entries, statement_items(asked, listed), strict=True)
    ]


def make_names(asked: Asked, place: Place) -> Page:
    """Every name of a record with its language and what is said of it; its identifiers."""
    record = asked.store.record(place.of)
    assert record is not None
    items = [
        Item(f"{name.text}{''.join(f', {part}' for part in (name.lang, name.note) if part)}")
        for name in record.names
        if name.text != record.name
    ]
    items += [Item(f"{scheme}: {value}") for scheme, value in record.identifiers]
    return Page(f"Names of {record.name}", (), tuple(items), empty="No other name is known.")
