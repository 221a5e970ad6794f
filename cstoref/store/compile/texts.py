"""The sentences of the texts with what rests on each, and the words of texts and statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from cstoref import fold
from cstoref.coverage import Passage, SentenceCoverage, coverage_of, passages

from .parts import PackParts
from .tables import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step


def write(database: sqlite3.Connection, pack: PackParts, step: Step) -> None:
    """Write every sentence, a text at a time."""
    silent: dict[str, list[Passage]] = {}
    for silence in pack.silences:
        silent.setdefault(silence.citation.source, []).extend(passages(silence.citation))
    number = 0
    for at, source in enumerate(pack.sources):
        step("sentences", at, len(pack.sources))
        covered = list(_covered(database, source.id, silent.get(source.id, [])))
        many(
            database,
            "sentence",
            [(s.source, s.number, s.start, s.end, len(s.statements), s.state) for s in covered],
        )
        rows = list(enumerate(covered, number + 1))
        many(database, "sentence_row", [(n, s.source, s.number) for n, s in rows])
        many(database, "sentence_text (rowid, text)", [(n, fold.searchable(s.text)) for n, s in rows])
        number += len(covered)
    _write_words(database)


def _covered(database: sqlite3.Connection, source: str, silent: list[Passage]) -> Iterator[SentenceCoverage]:
    (text,) = database.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
    if text is None:
        return
    cited = database.execute(
        'SELECT start, "end", statement FROM citation WHERE source = ? AND start IS NOT NULL '
        "ORDER BY statement, position",
        (source,),
    )
    yield from coverage_of(source, text, cited, silent)


def _write_words(database: sqlite3.Connection) -> None:
    for table in ("statement", "sentence"):
        # In `temp`, since a reader opens the file immutable and cannot make such a table; its counts are
        # copied once.
        database.execute(f"CREATE VIRTUAL TABLE temp.{table}_word USING fts5vocab (main, {table}_text, row)")
    database.execute(
        "INSERT INTO text_word SELECT term, sum(statements), sum(sentences) FROM ("
        " SELECT term, doc AS statements, 0 AS sentences FROM temp.statement_word"
        " UNION ALL SELECT term, 0, doc FROM temp.sentence_word) GROUP BY term"
    )
    for table in ("statement", "sentence"):
        database.execute(f"DROP TABLE temp.{table}_word")
