"""What happened when, and who led then, in the order of time."""

from __future__ import annotations

from cstoref import dates
from cstoref.plain.asked import Asked
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.store.terms_of_office import Tenure
from cstoref.store.timeline import ABOUT, FOUND, Point, TimelineQuery, timeline

SURENESS = {ABOUT: "the date is in doubt", FOUND: "dated by us"}


def make(asked: Asked, place: Place) -> Page:
    """The timeline of everything, or of a record."""
    found = timeline(asked.store, TimelineQuery(record=place.of or None, as_of=asked.as_of))
    title = f"Timeline of {found.record.name}" if found.record else "Timeline"
    head = f"{found.since[:4]} to {found.until[:4]}, as of {dates.spoken(found.day)}."
    items = [item for tenure in found.tenures for item in _tenure(tenure)]
    if found.points:
        items += [Item("Events", heading=True), *map(_point, found.points)]
    if found.undated:
        items += [Item("Without a date", heading=True), *map(_point, found.undated)]
    return Page(title, (head,), tuple(items))


def _tenure(tenure: Tenure) -> list[Item]:
    """Who held an office when; a term leads to what tells of it."""
    heading = Item(tenure.label, heading=True)
    return [heading] + [
        Item(
            f"{term.name}, {dates.spoken(term.when)}",
            Place("statements", " ".join(term.statements))
            if len(term.statements) > 1
            else Place("statement", term.statements[0]),
            facets=("type: term of office",),
            day=term.start_latest,
        )
        for term in tenure.terms
    ]


def _point(point: Point) -> Item:
    facts = (point.type, point.place, SURENESS.get(point.sureness, ""))
    when = f"{dates.spoken(point.when)}: " if point.when else ""
    return Item(
        f"{when}{point.name}; {', '.join(fact for fact in facts if fact)}",
        Place("record", point.id),
        facets=(f"type: {point.type}", f"year: {point.day[:4] or 'undated'}"),
        day=point.day,
    )
