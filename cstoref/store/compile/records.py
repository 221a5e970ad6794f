"""The records with their names and identifiers, each with how much is told of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from cstoref import dates
from cstoref.model import Kind, Record
from cstoref.store.weights import record_weight

from .tables import many


def write(
    database: sqlite3.Connection,
    of_kinds: Iterable[Kind],
    records: Sequence[Record],
    told_of: Mapping[str, int],
    begin: int = 0,
) -> None:
    """Write them, with numbers after `begin`. `told_of` is how many statements concern each, by its id."""
    kinds = {kind.id: kind for kind in of_kinds}
    many(
        database,
        "record",
        (
            (at, *_row(record), told_of[record.id], record_weight(kinds[record.kind], told_of[record.id]))
            for at, record in enumerate(records, begin + 1)
        ),
    )
    many(
        database,
        "name",
        ((record.id, at, *name) for record in records for at, name in enumerate(record.names)),
    )
    many(
        database,
        "identifier",
        ((record.id, *identifier) for record in records for identifier in record.identifiers),
    )


def _row(record: Record) -> tuple[object, ...]:
    span = dates.parse(record.when) if record.when else None
    return (
        record.id, record.kind, record.type, record.name, record.blurb, record.when,
        span and span.start_earliest, span and span.end_latest, record.place, record.layer,
    )  # fmt: skip
