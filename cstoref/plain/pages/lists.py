"""The records of a kind."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.plain.asked import Asked, counted, day_of
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.store.lists import RecordRow, listing
from cstoref.store.pages import UNDATED

ORDERS = ("listed", "name", "statements")
IN_DOUBT = {dates.POSSIBLY: "possibly", UNDATED: "undated"}


def make(asked: Asked, place: Place) -> Page:
    """A line a record: name, time, what it is, how much is told of it; with a day, what counts on it."""
    kind = asked.store.kinds[place.of]
    rows = listing(asked.store, kind.id, as_of=asked.as_of)
    if place.order == "name":
        rows.sort(key=lambda row: fold.words(row.record.name))
    elif place.order == "statements":
        rows.sort(key=lambda row: -row.statements)
    title = f"{kind.plural.capitalize()}, {len(rows):,}"
    return Page(title, (), tuple(_item(row) for row in rows), ORDERS, empty="None counts on that day.")


def _item(row: RecordRow) -> Item:
    facts = [IN_DOUBT.get(row.held or "", ""), dates.spoken(row.when), row.headline.rstrip(".")]
    facts.append(counted(row.statements, "statement"))
    day = day_of(row.when)
    return Item(
        f"{row.record.name}: {'; '.join(fact for fact in facts if fact)}",
        Place("record", row.record.id),
        facets=(f"type: {row.record.type}", f"year: {day[:4] or 'undated'}"),
        day=day,
    )
