"""The facts of every record and what its card shows below them, as of the day of the edition."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cstoref.model import Fact, Record
from cstoref.store.facts.facts import facts
from cstoref.store.highlights import highlights
from cstoref.store.pages import Entry, entries_of
from cstoref.store.queries import Store

from .parts import PackParts
from .tables import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step


BATCH = 50
"""Records whose statements are read at a time."""


class Reading(NamedTuple):
    """As much of a page as highlights are chosen from."""

    record: Record
    day: str
    entries: list[Entry]
    facts: tuple[Fact, ...]


def write(database: sqlite3.Connection, pack: PackParts, step: Step) -> None:
    """Write both, some records at a time."""
    store = Store(database, writing=True)
    count = len(pack.records)
    for first in range(0, count, BATCH):
        step("facts", first, count)
        batch = pack.records[first : first + BATCH]
        read = list(_read(store, batch, pack.edition.checked_until))
        many(database, "fact", (row for reading, _ in read for row in _facts(reading)))
        many(database, "highlight", (row for one in read for row in _highlights(store, *one)))


def _read(store: Store, records: Sequence[Record], day: str) -> Iterator[tuple[Reading, list[int]]]:
    """What is told of each record, and the numbers of its statements."""
    told = store.numbered_about_each([record.id for record in records])
    for record, (numbers, listed) in zip(records, told, strict=True):
        known = facts(store, record, day)
        entries = entries_of(store, listed, day)
        yield Reading(record, day, entries, known), numbers


def _facts(reading: Reading) -> Iterator[tuple[object, ...]]:
    for at, fact in enumerate(reading.facts):
        yield reading.record.id, at, *fact[:3], " ".join(fact.statements), *fact[4:]


def _highlights(store: Store, reading: Reading, numbers: list[int]) -> Iterator[tuple[object, ...]]:
    for at, entry in enumerate(highlights(reading, store)):
        yield reading.record.id, at, numbers[entry.telling], entry.part
