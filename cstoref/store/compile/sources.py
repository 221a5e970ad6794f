"""The sources, their texts and authors, and the words by which they are found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from cstoref.model import Source
from cstoref.store.search import name_index

from .tables import many


def write(
    database: sqlite3.Connection, sources: Sequence[Source], texts: Iterable[tuple[str, str]], begin: int = 0
) -> None:
    """Write them, with positions from `begin` on; one text at a time is held."""
    many(
        database,
        "source",
        ((at, *_row(source), text) for at, (source, text) in enumerate(_with_texts(sources, texts), begin)),
    )
    many(
        database,
        "author",
        ((source.id, at, *author) for source in sources for at, author in enumerate(source.authors)),
    )
    many(database, "document_text (rowid, names, rest)", name_index.document_words(sources, begin))


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
