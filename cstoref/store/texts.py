"""Full text: statements by BM25 over their texts, fields and people, and the sentences of the sources."""

from __future__ import annotations

from cstoref import fold

from .asking import Query
from .naming import SOURCE, STATEMENT, Hit
from .vocabulary import STOPWORDS, forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .queries import Store

COLUMN_WEIGHTS = "6.0, 3.0, 4.0, 1.0"  # text, field, people, quote


def match_expression(query: Query, words: tuple[str, ...]) -> str:
    """A full-text expression of quoted words only: each must be there, in one of its forms."""
    parts = [f'"{" ".join(fold.words(phrase).split())}"' for phrase in query.phrases]
    in_phrases = {word for phrase in query.phrases for word in fold.words(phrase).split()}
    for word in words:
        if word not in STOPWORDS and word not in in_phrases:
            parts.append("(" + " OR ".join(f'"{form}"{star}' for form, star in forms(word)) + ")")
    wanted = " AND ".join(parts)
    refused = " OR ".join(f'"{word}"' for word in query.refused)
    return f"({wanted}) NOT ({refused})" if refused and wanted else wanted


def statement_hits(store: Store, query: Query, limit: int, kinds: tuple[str, ...] = ()) -> Iterator[Hit]:
    """Statements that have all the words, the best first; a time in the query narrows."""
    tried = dict.fromkeys((query.words, query.undated))
    for words in tried if query.first else (query.words,):
        expression = match_expression(query, words)
        if not expression:
            continue
        narrow = bool(query.first) and words == query.undated
        found = store.database.execute(
            'SELECT s.id, s.subject, r.kind, s.text, f.label, c.source, c.start, c."end", o.short '
            "FROM statement_text t JOIN statement s ON s.number = t.rowid "
            "JOIN record r ON r.id = s.subject JOIN field f ON f.id = s.field "
            "LEFT JOIN citation c ON c.statement = s.number AND c.position = 0 "
            "LEFT JOIN source o ON o.id = c.source "
            "WHERE statement_text MATCH ?1 "
            "AND (NOT ?2 OR (s.start_earliest <= ?4 AND s.end_latest >= ?3)) "
            f"ORDER BY bm25(statement_text, {COLUMN_WEIGHTS}) - s.weight / 40.0 LIMIT ?5",
            (expression, narrow, query.first, query.last, limit * (4 if kinds else 1)),
        ).fetchall()
        for id, subject, kind, text, label, source, start, end, short in found:
            if not kinds or kind in kinds:
                why = f"{label}, {short}" if short else f"{label}, inferred"
                yield Hit(STATEMENT, subject, kind, text, why, " ".join(words), id, source, start, end)
        if found:
            return


def source_hits(store: Store, query: Query, limit: int) -> Iterator[Hit]:
    """Sentences of the sources that have all the words."""
    expression = match_expression(query, query.words)
    if not expression:
        return
    found = store.database.execute(
        'SELECT n.source, n.start, n."end", substr(o.text, n.start + 1, n."end" - n.start), o.short '
        "FROM sentence_text t JOIN sentence_row w ON w.number = t.rowid "
        "JOIN sentence n ON n.source = w.source AND n.number = w.sentence "
        "JOIN source o ON o.id = n.source "
        "WHERE sentence_text MATCH ? ORDER BY bm25(sentence_text) LIMIT ?",
        (expression, limit),
    )
    for source, start, end, text, short in found:
        why = f"in the text of {short}"
        yield Hit(SOURCE, None, None, text, why, query.text, None, source, start, end)
