"""The first page: what this is, how far it can be trusted, where to begin."""

from __future__ import annotations

from cstoref import dates
from cstoref.plain.asked import Asked, counted, record_items
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place

MOST = 6
VIEWS = {
    "timeline": "Timeline: what happened when, and who led then",
    "attendance": "Attendance: who came and who stayed away",
    "signatures": "Signatures: who signed and who refused",
    "contributions": "Contributions: who gave how much",
    "conflicts": "Conflicts: where the sources disagree or names mislead",
}


def make(asked: Asked, place: Place) -> Page:
    """Sections, views, and what was opened lately."""
    store, edition = asked.store, asked.store.edition
    counts = {what: store.count(what) for what in ("statements", "sources", "conflicts", "quotes")}
    head = (
        edition.description,
        f"{counts['statements']:,} statements from {counts['sources']:,} sources; {counts['quotes']:,} "
        f"quotes stand in their texts word for word; {counted(counts['conflicts'], 'conflict')} among them.",
        f"Edition {edition.edition}, checked until {dates.spoken(edition.checked_until)}.",
        "Type a number to go there, / and words to find, ? for help.",
    )
    items = [Item("Sections", heading=True)]
    for kind, count in store.counted_kinds():
        items.append(Item(f"{kind.plural.capitalize()}, {count:,}", Place("list", kind.id)))
    items.append(Item(f"Sources, {counts['sources']:,}", Place("sources")))
    items.append(Item("Views", heading=True))
    items += [Item(words, Place(view)) for view, words in VIEWS.items()]
    if lately := record_items(asked, asked.kept.recent[:MOST]):
        items += [Item("Opened lately", heading=True), *lately]
    return Page(edition.title, head, tuple(items))
