"""The facts of every record and what its card shows below them, as of the day of the edition."""

from __future__ import annotations

import gc
import os
import pickle
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from cstoref import own_process
from cstoref.model import Fact, Record
from cstoref.namedtuples import NamedTuple
from cstoref.store.facts.facts import facts
from cstoref.store.highlights import highlights
from cstoref.store.pages import Entry, entries_of
from cstoref.store.queries import Store
from cstoref.store.record_statements import numbered_about_each

from .parts import PackParts
from .tables import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess

    from cstoref.progress import Step


BATCH = 50
"""Records whose statements are read at a time."""
MANY = 100
"""Batches from which on a second process is worth its start."""
Rows = list[tuple[object, ...]]


class Reading(NamedTuple):
    """As much of a page as highlights are chosen from."""

    record: Record
    day: str
    entries: list[Entry]
    facts: tuple[Fact, ...]


def write(database: sqlite3.Connection, pack: PackParts, step: Step) -> None:
    """Write both, some records at a time; of many every other batch is found by a second process."""
    count = -(-len(pack.records) // BATCH)
    process = _second_process(database, pack.edition.checked_until, count)
    found = batches(Store(database, writing=True), pack.edition.checked_until, 0, 2 if process else 1)
    try:
        for at in range(count):
            step("facts", at, count)
            of_facts, of_highlights = _taken(process) if process and at % 2 else next(found)
            many(database, "fact", of_facts)
            many(database, "highlight", of_highlights)
    finally:
        if process:
            own_process.stop(process)


def batches(store: Store, day: str, first: int, each: int) -> Iterator[tuple[Rows, Rows]]:
    """The rows of each batch of records: facts and highlights; of batches in the order of the records from
    the first on, one of `each`."""
    ids = [id for (id,) in store.database.execute("SELECT id FROM record ORDER BY number")]
    for begin in range(first * BATCH, len(ids), each * BATCH):
        records = [record for id in ids[begin : begin + BATCH] if (record := store.record(id)) is not None]
        read = list(_read(store, records, day))
        yield (
            [row for reading, _ in read for row in _facts(reading)],
            [row for one in read for row in _highlights(store, *one)],
        )


def _second_process(database: sqlite3.Connection, day: str, count: int) -> subprocess.Popen[bytes] | None:
    """A process that finds every other batch, where it is worth its start and can be started."""
    # What is there so far is read by the second process. Without one it is written all the same, so that
    # the file is alike.
    database.execute("COMMIT")
    database.execute("BEGIN")
    file = database.execute("PRAGMA database_list").fetchone()[2]
    if not file or count < MANY or own_process.cores() == 1:
        return None
    try:
        return own_process.piped(__name__, file, day)
    except OSError:
        return None


def _taken(process: subprocess.Popen[bytes]) -> tuple[Rows, Rows]:
    """The next batch that the second process finds. Raises RuntimeError where it ends early."""
    assert process.stdout is not None
    try:
        # From a process of our own, which nobody else can write to.
        found: tuple[Rows, Rows] = pickle.load(process.stdout)
    except (EOFError, pickle.UnpicklingError):
        raise RuntimeError(f"finding facts ended early (exit code {process.wait()})") from None
    return found


def main(file: str, day: str) -> None:
    """Find every other batch, of a file that is being compiled, and write it to stdout."""
    gc.disable()  # as in `compile_pack`
    # `immutable`: what is read here is written, and the other process only adds to tables that are not.
    database = sqlite3.connect(f"{Path(file).as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        for found in batches(Store(database, writing=True), day, 1, 2):
            pickle.dump(found, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
            sys.stdout.flush()
    except BrokenPipeError:
        os._exit(1)  # nobody reads it any more: nothing may be flushed either


def _read(store: Store, records: Sequence[Record], day: str) -> Iterator[tuple[Reading, list[int]]]:
    """What is told of each record, and the numbers of its statements."""
    told = numbered_about_each(store, [record.id for record in records])
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
