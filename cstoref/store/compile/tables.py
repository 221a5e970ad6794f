"""Rows into tables, and what was written read back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from cstoref.model import Statement, Vocabulary
from cstoref.store.declarations import BATCH
from cstoref.store.statement_reader import STATEMENT, statements

Rows = Iterable[tuple[object, ...]]


def many(database: sqlite3.Connection, table: str, rows: Rows) -> None:
    """Insert rows that have every column of the table."""
    # The first row shows how many columns the table takes; rows may be a generator, thus it is taken off
    # first.
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    marks = ", ".join("?" * len(first))
    statement = f"INSERT INTO {table} VALUES ({marks})"
    database.execute(statement, first)
    database.executemany(statement, rows)


def written_in(
    database: sqlite3.Connection,
    vocabulary: Vocabulary,
    fields: Collection[str],
    condition: str = "1",
    order: str = "number",
) -> Iterator[tuple[int, Statement]]:
    """The statements of some fields that meet a condition in SQL, with their numbers, a batch at a time."""
    with_record = frozenset(field.id for field in vocabulary.fields if field.value == "record")
    marks = ", ".join("?" * len(fields))
    numbers = database.execute(
        f"SELECT number FROM statement WHERE field IN ({marks}) AND {condition} ORDER BY {order}",
        tuple(fields),
    )
    while batch := [number for (number,) in numbers.fetchmany(BATCH)]:
        found = database.execute(
            f"SELECT {STATEMENT} FROM statement WHERE number IN ({', '.join(map(str, batch))})"
        ).fetchall()
        read = statements(database, found, with_record)
        by_number = {row[0]: statement for row, statement in zip(found, read, strict=True)}
        yield from ((number, by_number[number]) for number in batch)


def bodies_of_offices(database: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The states and bodies that each office is stated to be one of, each once, in the order of the files."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    stated = "SELECT subject, value FROM statement WHERE field = 'office_of' AND value != '' ORDER BY number"
    for office, body in database.execute(stated):
        # Taken out first: of a body that is stated again the last place counts.
        found[office].pop(body, None)
        found[office][body] = None
    return {office: tuple(of) for office, of in found.items()}
