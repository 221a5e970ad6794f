"""The sentences of the texts with what rests on each, and the words of texts and statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from cstoref import fold
from cstoref.coverage import Passage, coverage_of, passages
from cstoref.model import Source
from cstoref.sentences import sentences

from .parts import PackParts
from .tables import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step


def write_sentences(database: sqlite3.Connection, sources: Iterable[Source], step: Step) -> None:
    """Write the words of every sentence, a text at a time."""
    with_text = [source.id for source in sources if source.length is not None]
    number = 0
    for at, source in enumerate(with_text):
        step("sentences", at, len(with_text))
        text = _text(database, source)
        rows = list(enumerate(sentences(text), number + 1))
        many(database, "sentence_row", [(n, source, n - number) for n, _ in rows])
        many(
            database,
            "sentence_text (rowid, text)",
            [(n, fold.searchable(text[start:end])) for n, (start, end) in rows],
        )
        number += len(rows)


def write_coverage(database: sqlite3.Connection, pack: PackParts, step: Step) -> None:
    """Write what rests on every sentence, a text at a time, and all words."""
    silent: dict[str, list[Passage]] = {}
    for silence in pack.silences:
        silent.setdefault(silence.citation.source, []).extend(passages(silence.citation))
    with_text = [source.id for source in pack.sources if source.length is not None]
    for at, source in enumerate(with_text):
        step("coverage", at, len(with_text))
        cited = database.execute(
            'SELECT start, "end", statement FROM citation WHERE source = ? AND start IS NOT NULL '
            "ORDER BY statement, position",
            (source,),
        )
        covered = coverage_of(source, _text(database, source), cited, silent.get(source, []))
        many(
            database,
            "sentence",
            ((s.source, s.number, s.start, s.end, len(s.statements), s.state) for s in covered),
        )
    _write_words(database)


def _text(database: sqlite3.Connection, source: str) -> str:
    row = database.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
    return str(row[0])


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
