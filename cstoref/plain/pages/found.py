"""What a search came to: hits with their reasons, or which kind of no it is."""

from __future__ import annotations

from cstoref.plain.asked import Asked, counted
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.store.search.exact import STATEMENT, Hit
from cstoref.store.search.results import Options, SearchResult, find

MOST = 60
"""Hits that are listed."""
NO = {
    "silent": "The sources do not say. What they do say:",
    "outside": "Outside this reference, which is about: {title}.",
    "not_found": "Nothing is found.",
}


def make(asked: Asked, place: Place) -> Page:
    """The hits for the words, or where to turn instead."""
    found = find(asked.store, place.of, Options(limit=MOST))
    hits = found.hits or found.suggestions
    named = asked.store.named(hit.record for hit in hits if hit.record)
    names = {id: one.name for id, one in named.items()}
    items = tuple(_item(hit, names) for hit in hits)
    return Page(f"Find: {place.of}", (_head(asked, found),), items, empty="Try other words.")


def _head(asked: Asked, found: SearchResult) -> str:
    if found.hits:
        return f"{counted(len(found.hits), 'hit')}."
    near = " The closest:" if found.suggestions and found.status == "not_found" else ""
    return NO[found.status].format(title=asked.store.pack["title"]) + near


def _item(hit: Hit, names: dict[str, str]) -> Item:
    kind = hit.kind or ("text" if hit.end else "source")
    if hit.tier < STATEMENT:
        return Item(f"{hit.name}, {kind}: {hit.why}", place_of(hit), facets=(f"kind: {kind}",))
    about = names.get(hit.record or "", hit.source or "")
    return Item(f"{about}, {kind}: {hit.name} ({hit.why})", place_of(hit), facets=(f"kind: {kind}",))


def place_of(hit: Hit) -> Place | None:
    """Where a hit leads."""
    if hit.statement:
        return Place("statement", hit.statement)
    if hit.record:
        return Place("record", hit.record)
    return Place("source", hit.source, start=hit.start) if hit.source else None
