"""Where sources disagree or names mislead: all of it by nature, and one conflict laid open."""

from __future__ import annotations

from cstoref.model import NATURES
from cstoref.plain.asked import Asked, counted, record_items, statement_items, where
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.store.conflict_detail import Side, by_nature, conflict_detail


def make(asked: Asked, place: Place) -> Page:
    """All conflicts, or those of a record."""
    named = asked.store.named([place.of]).get(place.of)
    found = asked.store.conflicts(place.of or None)
    items = []
    for nature, of in by_nature(found, NATURES):
        words = nature.replace("-", " ")
        items.append(Item(f"{words.capitalize()}, {len(of)}", heading=True))
        items += [Item(one.topic, Place("conflict", one.id), facets=(f"nature: {words}",)) for one in of]
    title = f"Conflicts on {named.name}" if named else "Conflicts"
    return Page(
        title, (counted(len(found), "conflict") + ".",), tuple(items), empty="No conflict is recorded here."
    )


def make_one(asked: Asked, place: Place) -> Page:
    """One conflict: why it is one, its sides one after the other, what it concerns."""
    found = conflict_detail(asked.store, place.of)
    assert found is not None
    conflict = found.conflict
    items = [Item("Sides", heading=True), *map(_side, found.sides)] if found.sides else []
    listed = [item for id in conflict.statements if (item := asked.store.statement(id))]
    if listed:
        items += [Item("Statements", heading=True), *statement_items(asked, listed, named=True)]
    if conflict.records:
        items += [Item("Records", heading=True), *record_items(asked, conflict.records)]
    head = (f"{conflict.nature.replace('-', ' ').capitalize()}.", conflict.explanation)
    return Page(conflict.topic, head, tuple(items))


def _side(side: Side) -> Item:
    """A passage with what stands around it, a document outside the pack, what is inferred, or a record."""
    cite = side.citation
    if cite is None:
        return _sourceless(side)
    name = where(cite, side.title)
    if cite.start is None:
        return Item(
            f"{name}, a document outside the pack: {'; '.join(filter(None, (cite.says, cite.note)))}".rstrip(
                ": "
            ),
            Place("source", cite.source),
        )
    around = [f"Before it: {side.before.strip()}"] if side.before.strip() else []
    after = side.after.lstrip(' .,;:”"')
    around += [f"After it: {after}"] if after.strip() else []
    around += [cite.note] if cite.note else []
    text = " ".join((f"{name}: “{side.passage}”", *around))
    return Item(" ".join(text.split()), Place("source", cite.source, start=cite.start))


def _sourceless(side: Side) -> Item:
    """What follows from other statements and by which rule, or what a record is."""
    if side.statements:
        statement = side.statements[0]
        words = " ".join((statement.text, statement.rule or "")).strip()
        return Item(f"{side.title}: {words}", Place("statement", statement.id))
    place = Place("record", side.record) if side.record else None
    return Item(f"{side.title}: {side.passage}", place)
