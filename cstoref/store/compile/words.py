"""What a pack says of itself and what it declares."""

from __future__ import annotations

import sqlite3

from cstoref.store.search import name_index

from .parts import PackParts
from .statements import StatementWriter
from .tables import many


def write(database: sqlite3.Connection, pack: PackParts) -> None:
    """The packs of the stack, and the vocabulary."""
    many(
        database,
        "layer",
        (
            (
                *(at, e.id, e.title, e.edition, e.checked_until, e.licence, e.description),
                *(e.checked_from, e.language, e.extends, e.vocabulary, None, None),
            )
            for at, e in enumerate(pack.layers)
        ),
    )
    vocabulary = pack.vocabulary
    many(
        database,
        "kind",
        ((at, *kind[:-2], "|".join(kind.lead), kind.weight) for at, kind in enumerate(vocabulary.kinds)),
    )
    many(
        database,
        "field",
        ((at, *field[:-1], " ".join(field.confirms)) for at, field in enumerate(vocabulary.fields)),
    )
    many(database, "post", ((at, p.id, p.label, p.leads, p.council) for at, p in enumerate(vocabulary.posts)))
    many(database, "scheme", ((at, *scheme) for at, scheme in enumerate(vocabulary.schemes)))
    many(database, "leading", vocabulary.leading)
    many(
        database,
        "fact_rule",
        (
            (at, *(" ".join(part) if isinstance(part, tuple) else part for part in rule))
            for at, rule in enumerate(vocabulary.facts)
        ),
    )
    many(
        database,
        "word_list",
        ((name, at, key, "|".join(of)) for at, (name, key, of) in enumerate(vocabulary.words)),
    )
    many(database, "phrase", name_index.phrases(vocabulary.words))


def write_counts(database: sqlite3.Connection, pack: PackParts, statements: StatementWriter) -> None:
    """What the pack says of itself, and how much there is of everything."""
    facts = {
        **pack.edition._asdict(),
        "sources": len(pack.sources),
        "records": len(pack.records),
        "statements": statements.count,
        "conflicts": len(pack.conflicts),
        "quotes": statements.quotes,
    }
    many(database, "pack", ((key, "" if value is None else str(value)) for key, value in facts.items()))
