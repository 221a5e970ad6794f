"""What the person keeps: pinned statements, bookmarks and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cstoref.plain.asked import Asked, counted, statement_items
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.store.references import resolve


def make_pins(asked: Asked, place: Place) -> Page:
    """Pinned statements in the order of pinning."""
    items = tuple(_items(asked, asked.kept.pins))
    return Page(
        "Pins",
        (f"{counted(len(items), 'statement')}; memo FILE writes them.",),
        items,
        empty="Nothing is pinned yet.",
    )


def make_marks(asked: Asked, place: Place) -> Page:
    """Bookmarks in the person's own order, then notes on what is not marked."""
    marked = [bookmark.id for bookmark in asked.kept.bookmarks]
    noted = [id for id in asked.kept.notes if id not in marked]
    items: list[Item] = []
    for title, ids in (("Marked", marked), ("Noted", noted)):
        if ids:
            items += [Item(f"{title}, {len(ids)}", heading=True), *_items(asked, ids)]
    return Page("Marks and notes", (), tuple(items), empty="Nothing is marked yet.")


def _items(asked: Asked, ids: Iterable[str]) -> Iterator[Item]:
    """A line for each id, with the note on it; of what this edition does not have the id alone."""
    for id in ids:
        note = f" Your note: {asked.kept.notes[id]}" if id in asked.kept.notes else ""
        spot = resolve(asked.store, id)
        if spot.sort == "statement" and (listed := asked.store.statement(spot.id)):
            (item,) = statement_items(asked, [listed], named=True)
            yield item._replace(text=f"{item.text}{note}")
        elif spot.sort == "record":
            named = asked.store.named([spot.id])[spot.id]
            yield Item(f"{named.name}, {named.kind}.{note}", Place("record", spot.id))
        else:
            yield Item(f"{id}, not in this edition.{note}")
