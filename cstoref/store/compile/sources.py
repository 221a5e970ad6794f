"""The sources, their texts and authors, and the words by which they are found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from cstoref.model import Source
from cstoref.store.search import name_index

from .parts import PackParts
from .tables import many


def write(database: sqlite3.Connection, pack: PackParts) -> None:
    """Write them; one text at a time is held."""
    many(
        database,
        "source",
        (
            (at, *_row(source), text)
            for at, (source, text) in enumerate(_with_texts(pack.sources, pack.texts))
        ),
    )
    many(
        database,
        "author",
        ((source.id, at, *author) for source in pack.sources for at, author in enumerate(source.authors)),
    )
    many(database, "document_text (rowid, names, rest)", name_index.document_words(pack.sources))


def _with_texts(
    sources: Iterable[Source], texts: Iterable[tuple[str, str]]
) -> Iterator[tuple[Source, str | None]]:
    """Each source with its text. Both are in one order; not every source has a text."""
    coming = iter(texts)
    held = next(coming, None)
    for source in sources:
        if held is not None and held[0] == source.id:
            yield source, held[1]
            held = next(coming, None)
        else:
            yield source, None


def _row(source: Source) -> tuple[object, ...]:
    """The parts of a source that are columns; its authors have a table of their own."""
    return tuple(part for name, part in source._asdict().items() if name != "authors")
