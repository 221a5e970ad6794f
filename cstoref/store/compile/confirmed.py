"""When each open state was last confirmed, by its own pack and those below it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from cstoref.model import Statement
from cstoref.store.confirmation import Ground, confirmations
from cstoref.store.levels import levels

from .parts import PackParts
from .tables import written_in


def write(database: sqlite3.Connection, pack: PackParts, bodies: Mapping[str, str]) -> None:
    """Fill the column. `bodies`: each office to the state or body whose it is."""
    vocabulary = pack.vocabulary
    ground = Ground(
        pack.edition.subject or "", vocabulary.kinds, vocabulary.fields, pack.records, pack.sources, bodies
    )
    level_of = levels(pack.layers)
    for level in level_of.values():
        # A layer never changes a statement below: what confirms it is of its own level or one below.
        seen = {layer for layer, at in level_of.items() if at <= level}
        found = confirmations(partial(_read, database, pack, seen), ground)
        database.executemany(
            "UPDATE statement SET confirmed = ? WHERE id = ?",
            [(day, id) for id, layer, day in found if level_of[layer] == level],
        )


def _read(
    database: sqlite3.Connection,
    pack: PackParts,
    layers: set[str | None],
    fields: Collection[str],
    condition: str,
) -> Iterator[Statement]:
    """The statements of some fields that meet a condition and that some layers have."""
    return (s for _, s in written_in(database, pack.vocabulary, fields, condition) if s.layer in layers)
