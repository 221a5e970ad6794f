"""A statement: everything that is known of it, with its passages, records and conflicts to go on to."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates
from cstoref.model import Statement
from cstoref.plain.asked import Asked, counted, names_in, record_items, statement_items, where, worded
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.render.statements import facts


def make(asked: Asked, place: Place) -> Page:
    """One statement."""
    listed = asked.store.statement(place.of)
    assert listed is not None
    one = listed.statement
    names = names_in(asked, [one])
    label = asked.store.fields[one.field].label
    items = [Item(f"{name}: {worded(words)}") for name, words in facts(one, label, names)]
    items += [*_passages(asked, one), *_basis(asked, one), *_records(asked, one), *_conflicts(asked, one)]
    head = (one.text, f"{one.grounding.capitalize()}.", *_kept(asked, one.id))
    return Page(f"Statement on {names.get(one.subject, one.subject)}", head, tuple(items))


def _passages(asked: Asked, one: Statement) -> Iterator[Item]:
    shorts = asked.store.shorts(cite.source for cite in one.citations)
    if one.citations:
        yield Item("Passages" if len(one.citations) > 1 else "Passage", heading=True)
    for cite in one.citations:
        confirms = f"confirms it for {dates.spoken(cite.confirms)}" if cite.confirms else ""
        quote = f"“{cite.quote}”" if cite.quote else ""
        words = [where(cite, shorts[cite.source]), quote, cite.says or "", confirms, cite.note or ""]
        text = ": ".join(part for part in words if part)
        yield Item(
            f"{'Quoted' if cite.quote else 'Referenced'}, {text}",
            Place("source", cite.source, start=cite.start),
        )


def _basis(asked: Asked, one: Statement) -> Iterator[Item]:
    """What an inferred statement follows from."""
    listed = [item for id in one.rests_on if (item := asked.store.statement(id))]
    if listed:
        yield Item("It follows from", heading=True)
    yield from statement_items(asked, listed, named=True)


def _records(asked: Asked, one: Statement) -> Iterator[Item]:
    ids = (*one.about, one.said_by, *(relay.by for relay in one.via))
    yield Item("Records", heading=True)
    yield from record_items(asked, dict.fromkeys(id for id in ids if id))


def _conflicts(asked: Asked, one: Statement) -> Iterator[Item]:
    found = asked.store.conflicts(statement=one.id)
    if found:
        yield Item("Conflicts", heading=True)
    for conflict in found:
        yield Item(f"{conflict.nature.replace('-', ' ')}: {conflict.topic}", Place("conflict", conflict.id))


def _kept(asked: Asked, id: str) -> Iterator[str]:
    if id in asked.kept.pins:
        yield f"Pinned, number {asked.kept.pins.index(id) + 1}."
    if any(bookmark.id == id for bookmark in asked.kept.bookmarks):
        yield "Marked."
    if note := asked.kept.notes.get(id):
        yield from f"Your note: {note}".split("\n")


def make_several(asked: Asked, place: Place) -> Page:
    """Several statements, by their ids."""
    listed = [item for id in place.of.split() if (item := asked.store.statement(id))]
    return Page(counted(len(listed), "statement"), (), tuple(statement_items(asked, listed, named=True)))
