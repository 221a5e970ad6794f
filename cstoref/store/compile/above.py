"""Adds the topmost pack of a stack to what is compiled of those below it, as far as lookups need it.

For who writes one statement after another: records, names, sources, texts and statements of the topmost pack
are added, and nothing else is worked out anew. Names that are added come after those that were there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from cstoref.model import Pack, Record, Source
from cstoref.sentences import sentences
from cstoref.store.search import name_index

from . import records, sources, words
from .statements import StatementWriter
from .tables import many

DECLARED = (
    "layer", "kind", "field", "post", "scheme", "leading", "fact_rule", "word_list", "phrase", "pack",
)  # fmt: skip
"""What is written anew: the topmost pack may declare more, and says what the stack is."""


def write_above(database: sqlite3.Connection, pack: Pack, top: str) -> None:
    """Add the pack with the id `top` of a stack to a database of all below it."""
    database.execute("BEGIN")
    for table in DECLARED:
        database.execute(f"DELETE FROM {table}")
    words.write(database, pack)
    new = [record for record in pack.records if record.layer == top]
    named = [record for record in pack.records if any(name.layer == top for name in record.names)]
    _add_sources(database, [source for source in pack.sources if source.layer == top], dict(pack.texts))
    statements = StatementWriter(database, pack, begin=_last(database, "statement"))
    statements.write(one for one in pack.statements if one.layer == top)
    records.write(database, pack.vocabulary.kinds, new, statements.told_of, begin=_last(database, "record"))
    _add_names(database, pack, [*new, *(record for record in named if record.layer != top)])
    words.write_counts(database, pack, statements)
    database.execute("DROP TABLE temp.concern")
    database.execute("COMMIT")


def _last(database: sqlite3.Connection, table: str, column: str = "number") -> int:
    (last,) = database.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()
    return int(last)


def _add_sources(database: sqlite3.Connection, added: Sequence[Source], texts: dict[str, str]) -> None:
    begin = _last(database, "source", "position") + 1
    sources.write(database, added, ((one.id, texts[one.id]) for one in added if one.id in texts), begin)
    many(
        database,
        "sentence",
        (
            (one.id, number, start, end, 0, "bare")
            for one in added
            for number, (start, end) in enumerate(sentences(texts.get(one.id, "")), 1)
        ),
    )


def _add_names(database: sqlite3.Connection, pack: Pack, named: Iterable[Record]) -> None:
    """The names of records, those of them that were there already left out."""
    subject = next((record for record in pack.records if record.id == pack.edition.subject), None)
    short = name_index.short_name(subject)
    number = _last(database, "name_key")
    for record in named:
        there = {
            key for (key,) in database.execute("SELECT key FROM name_key WHERE record = ?", (record.id,))
        }
        for row in name_index.name_keys(record, short):
            if row[0] in there:
                continue
            number += 1
            database.execute("INSERT INTO name_key VALUES (?, ?, ?, ?, ?, ?, ?)", (number, *row))
            words_of = dict.fromkeys(row[1].split())
            many(database, "word_key", ((word, number) for word in words_of))
            if row[4] in name_index.NEAR:
                grams = name_index.grams(row[1])
                many(database, "trigram", ((gram, number) for gram in grams))
                database.executemany(
                    "INSERT INTO gram VALUES (?, 1) ON CONFLICT (gram) DO UPDATE SET names = names + 1",
                    [(gram,) for gram in grams],
                )
        if record.names:
            database.execute("DELETE FROM name WHERE record = ?", (record.id,))
            many(database, "name", ((record.id, at, *name) for at, name in enumerate(record.names)))
