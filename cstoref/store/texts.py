"""Full text: statements by their texts, fields and people, sources by their names, and the sentences in them.

Typed words reach full text only as quoted words. BM25 reads every row that has one of the words, so it ranks
only where these are few; in a large pack frequent words are ranked by how telling a statement is.
"""

from __future__ import annotations

from cstoref import fold

from .naming import DOCUMENT, EXACT, SOURCE, STATEMENT, Hit
from .vocabulary import forms, telling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .asking import Query
    from .queries import Store

COLUMN_WEIGHTS = "6.0, 3.0, 4.0, 1.0"  # text, field, people, quote
QUOTED = 3.0
"""By how much a passage that the pack can show is better, in units of BM25."""
AROUND = 4.0
"""By how much what was so all around a time is worse than what was so within it."""
FEW = 20_000
"""Rows of one word up to which BM25 is quick enough; of more, so many are looked at."""


def match_expression(query: Query, words: Iterable[str], same: bool = True) -> str:
    """A full-text expression of quoted words only: each must be there, in one of its forms. `same` allows for
    words that mean the same. Empty if no word is left."""
    wanted = " AND ".join(_parts(query, words, same))
    refused = " OR ".join(f'"{word}"' for word in query.refused)
    return f"({wanted}) NOT ({refused})" if refused and wanted else wanted


def statement_hits(store: Store, query: Query, limit: int, kinds: tuple[str, ...] = ()) -> list[Hit]:
    """Statements that have all the words, the best first: words as they are before others that mean the same,
    with the time of the query before without."""
    for same in (False, True):
        for words in dict.fromkeys((query.undated, query.words)):
            numbers = _ranked(store, query, words, same, limit, kinds)
            if numbers:
                return statements(store, numbers, words)
    return []


def statements(store: Store, numbers: Sequence[int], words: Iterable[str]) -> list[Hit]:
    """The statements of these numbers as hits, in the same order."""
    found = store.database.execute(
        'SELECT s.number, s.id, s.subject, r.kind, s.text, f.label, c.source, c.start, c."end", o.short '
        "FROM statement s JOIN record r ON r.id = s.subject JOIN field f ON f.id = s.field "
        "LEFT JOIN citation c ON c.statement = s.number AND c.position = 0 "
        "LEFT JOIN source o ON o.id = c.source "
        f"WHERE s.number IN ({', '.join(map(str, numbers))})"
    )
    hits = {}
    for number, id, subject, kind, text, label, source, start, end, short in found:
        said = f"said in {short}" if short else "inferred"
        why = said if label == "said" else f"{label}, {said}"
        hits[number] = Hit(STATEMENT, subject, kind, text, why, " ".join(words), id, source, start, end)
    return [hits[number] for number in numbers]


def concerning(store: Store, records: Sequence[str], words: Sequence[str], limit: int) -> list[int]:
    """Numbers of the statements that concern all the records and have one of the words, if there are any,
    the most telling first."""
    among = " INTERSECT ".join("SELECT statement FROM about WHERE record = ?" for _ in records)
    any_word = " OR ".join(f'"{form}"{star}' for word in words for form, star in forms(word, True))
    having = " AND number IN (SELECT rowid FROM statement_text WHERE statement_text MATCH ?)" if words else ""
    found = store.database.execute(
        f"SELECT number FROM statement WHERE number IN ({among}){having} ORDER BY weight DESC LIMIT ?",
        (*records, *([any_word] if words else ()), limit),
    )
    return [number for (number,) in found]


def document_hits(store: Store, query: Query, limit: int) -> Iterator[Hit]:
    """Sources that have all the words in their id and short name, or a title that begins with them; then
    those that have them elsewhere, or nothing but a day in common."""
    words = [f'"{word}"*' for word in telling(query.words)]
    if not words:
        return
    rows = store.database.execute(
        "SELECT o.id, o.title, o.short, o.text IS NULL AS foreign_, EXISTS ("
        " SELECT 1 FROM document_text WHERE document_text MATCH ?2 AND rowid = o.position) AS named "
        "FROM document_text t JOIN source o ON o.position = t.rowid WHERE document_text MATCH ?1 "
        "ORDER BY named DESC, foreign_, o.position LIMIT ?3",
        (" AND ".join(words), f"names : ({' AND '.join(words)})", limit),
    )
    for id, title, short, _, named in rows:
        begins = fold.words(title).startswith(" ".join(query.words))
        tier = DOCUMENT if query.undated and (named or begins) else SOURCE
        why = f"source {short}" if named else f"title of {short}"
        yield Hit(tier, None, None, title, why, " ".join(query.words), None, id, 0, 0)


def source_called(store: Store, query: Query) -> Iterator[Hit]:
    """The source whose id was typed."""
    row = store.database.execute(
        "SELECT id, title FROM source WHERE id = ?", ("-".join(query.words),)
    ).fetchone()
    if row:
        yield Hit(EXACT, None, None, row[1], "id", row[0], None, row[0], 0, 0, place=1)


def verbatim(store: Store, query: Query) -> bool:
    """Whether a statement or a sentence has every telling word just as it was typed."""
    words = " AND ".join(f'"{word}"' for word in telling(query.words))
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement_text WHERE statement_text MATCH ?1) "
        "OR EXISTS (SELECT 1 FROM sentence_text WHERE sentence_text MATCH ?1)",
        (words,),
    ).fetchone()
    return bool(row[0])


def source_hits(store: Store, query: Query, limit: int) -> list[Hit]:
    """Sentences of the sources that have all the words."""
    for same in (False, True):
        parts = _parts(query, query.words, same)
        if not parts:
            return []
        order = "ORDER BY bm25(sentence_text)" if _few(store, "sentence_text", parts) else ""
        found = store.database.execute(
            'SELECT n.source, n.start, n."end", substr(o.text, n.start + 1, n."end" - n.start), o.short '
            "FROM sentence_text t JOIN sentence_row w ON w.number = t.rowid "
            "JOIN sentence n ON n.source = w.source AND n.number = w.sentence "
            "JOIN source o ON o.id = n.source "
            f"WHERE sentence_text MATCH ? {order} LIMIT ?",
            (match_expression(query, query.words, same), limit),
        )
        hits = [
            Hit(SOURCE, None, None, text, f"in the text of {short}", query.text, None, source, start, end)
            for source, start, end, text, short in found
        ]
        if hits:
            return hits
    return []


def _parts(query: Query, words: Iterable[str], same: bool) -> list[str]:
    """One full-text expression for each word or phrase."""
    parts = [f'"{" ".join(phrase)}"' for phrase in query.phrases]
    in_phrases = {word for phrase in query.phrases for word in phrase}
    for word in telling(word for word in words if word not in in_phrases):
        parts.append("(" + " OR ".join(f'"{form}"{star}' for form, star in forms(word, same)) + ")")
    return parts


def _few(store: Store, table: str, parts: Iterable[str]) -> bool:
    """Whether each of the words is in few rows."""
    if store.count("statements") <= FEW:
        return True
    rows = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {FEW})"
    return all(store.database.execute(rows, (part,)).fetchone()[0] < FEW for part in parts)


def _ranked(
    store: Store, query: Query, words: Sequence[str], same: bool, limit: int, kinds: tuple[str, ...]
) -> list[int]:
    """Numbers of the statements that have all the words, the best first. Without the words of the time the
    time narrows: what was so within it comes before what was so all around it."""
    parts = _parts(query, words, same)
    if not parts:
        return []
    few = _few(store, "statement_text", parts)
    score = f"bm25(statement_text, {COLUMN_WEIGHTS})" if few else "0"
    among = ", ".join(f"'{kind}'" for kind in kinds if kind in store.kinds)
    found = store.database.execute(
        f"SELECT s.number FROM (SELECT rowid, {score} AS score FROM statement_text "
        " WHERE statement_text MATCH :words LIMIT :most) t JOIN statement s ON s.number = t.rowid "
        "WHERE (NOT :narrow OR (s.start_earliest <= :last AND s.end_latest >= :first)) "
        f"AND (:any_kind OR (SELECT kind FROM record WHERE id = s.subject) IN ({among})) "
        f"ORDER BY t.score - s.weight / 40.0 - {QUOTED} * (s.grounding = 'quoted') "
        f"+ {AROUND} * (:narrow AND (s.start_earliest < :first OR s.end_latest > :last)), s.number "
        "LIMIT :limit",
        {
            "words": match_expression(query, words, same),
            "most": -1 if few else FEW,
            "narrow": bool(query.when) and words != query.words,
            "first": query.first,
            "last": query.last,
            "any_kind": not kinds,
            "limit": limit,
        },
    )
    return [number for (number,) in found]
