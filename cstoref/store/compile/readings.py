"""The facts of every record and what its card shows below them, as of the day of the edition."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from cstoref.model import Fact, Record
from cstoref.store.facts.facts import facts
from cstoref.store.highlights import highlights
from cstoref.store.pages import Entry, entries_of, fact_fields
from cstoref.store.queries import Store

from .parts import PackParts
from .tables import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step


class Reading(NamedTuple):
    """As much of a page as highlights are chosen from."""

    record: Record
    day: str
    entries: list[Entry]
    facts: tuple[Fact, ...]
    fact_fields: frozenset[str]


def write(database: sqlite3.Connection, pack: PackParts, step: Step) -> None:
    """Write both, facts first: they are found by the queries of a reader."""
    store = Store(database, writing=True)
    many(database, "fact", _facts(store, pack, step))
    many(database, "highlight", _highlights(store, pack, step))


def _facts(store: Store, pack: PackParts, step: Step) -> Iterator[tuple[object, ...]]:
    for done, record in enumerate(pack.records):
        step("facts", done, len(pack.records))
        for at, fact in enumerate(facts(store, record, pack.edition.checked_until)):
            yield record.id, at, *fact[:3], " ".join(fact.statements), *fact[4:]


def _highlights(store: Store, pack: PackParts, step: Step) -> Iterator[tuple[object, ...]]:
    day = pack.edition.checked_until
    for done, record in enumerate(pack.records):
        step("highlights", done, len(pack.records))
        numbers, listed = store.numbered_about(record.id)
        known = tuple(store.stored_facts(record.id))
        entries = entries_of(store, listed, day)
        reading = Reading(record, day, entries, known, fact_fields(store, record.type, known))
        for at, entry in enumerate(highlights(reading, store)):
            yield record.id, at, numbers[entry.telling], entry.part
