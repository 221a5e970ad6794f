"""Full text: statements by their texts, fields and people, sources by their names, and the sentences in them.

Typed words reach full text only as quoted words. BM25 reads every row that has one of the words, so it ranks
only where these are few; in a large pack frequent words are ranked by how telling a statement is.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.model import of_layer
from cstoref.namedtuples import NamedTuple

from . import synonyms
from .exact import DOCUMENT, EXACT, SOURCE, STATEMENT, Hit
from .word_forms import forms, telling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cstoref.store.queries import Store

    from .query import Query

COLUMN_WEIGHTS = "6.0, 3.0, 4.0, 1.0"  # text, field, people, quote
QUOTED = 3.0
"""By how much a passage that the pack can show is better, in units of BM25."""
AROUND = 4.0
"""By how much what was so all around a time is worse than what was so within it."""
FEW = 20_000
"""Rows of all the words together up to which BM25 is quick enough."""
READ = 1_000
"""Rows that are looked at where the words have more."""
MOST_LOOSE = 7
"""Words of which one may be left out."""
ENDINGS = 40
"""Words that one beginning stands for, the most frequent first."""


class WordPart(NamedTuple):
    """What a word or phrase is sought as: full-text expressions of quoted words, any of which will do."""

    begun: str
    """Beginnings of words. To weigh them full text reads every row of the words that begin so."""
    whole: str
    """The words that begin so, written out: full text reads on only as long as rows are asked for."""
    statements: int
    """In how many rows of either kind the words are."""
    sentences: int


def match_expression(store: Store, query: Query, words: Iterable[str], same: bool = True) -> str:
    """A full-text expression of quoted words only: each must be there, in one of its forms. `same` allows for
    words that mean the same. Empty if there are no words, or one that is nowhere."""
    parts = _parts(store, query, words, same)
    return _expression(query, [part.begun for part in parts]) if parts else ""


def statement_hits(store: Store, query: Query, limit: int, kinds: tuple[str, ...] = ()) -> list[Hit]:
    """Statements that have all the words, the best first: words as they are before others that mean the same,
    with the time of the query before without."""
    for same in (False, True):
        for words in dict.fromkeys((query.undated, query.words)):
            numbers = _ranked(store, query, words, _parts(store, query, words, same), limit, kinds)
            if numbers:
                return statements(store, numbers, words)
    return []


def loose_hits(store: Store, query: Query, limit: int, kinds: tuple[str, ...] = ()) -> list[Hit]:
    """Statements that have all the words but one, where every word is in some text."""
    parts = _parts(store, query, query.undated, True)
    if not 3 <= len(parts) <= MOST_LOOSE:
        return []
    but_one = [[part for part in parts if part is not left] for left in parts]
    either = WordPart(
        " OR ".join(f"({' AND '.join(part.begun for part in group)})" for group in but_one),
        " OR ".join(f"({' AND '.join(part.whole for part in group)})" for group in but_one),
        sum(part.statements for part in parts),
        sum(part.sentences for part in parts),
    )
    hits = statements(store, _ranked(store, query, query.undated, [either], limit, kinds), query.undated)
    return [hit._replace(why=f"all words but one; {hit.why}") for hit in hits]


def statements(store: Store, numbers: Sequence[int], words: Iterable[str]) -> list[Hit]:
    """The statements of these numbers as hits, in the same order."""
    found = store.database.execute(
        'SELECT s.number, s.id, s.subject, r.kind, s.text, f.label, c.source, c.start, c."end", o.short, '
        "s.layer "
        "FROM statement s JOIN record r ON r.id = s.subject JOIN field f ON f.id = s.field "
        "LEFT JOIN citation c ON c.statement = s.number AND c.position = 0 "
        "LEFT JOIN source o ON o.id = c.source "
        f"WHERE s.number IN ({', '.join(map(str, numbers))})"
    )
    hits = {}
    for number, id, subject, kind, text, label, source, start, end, short, layer in found:
        said = of_layer(f"said in {short}" if short else "inferred", layer)
        why = said if label == "said" else f"{label}, {said}"
        hits[number] = Hit(STATEMENT, subject, kind, text, why, " ".join(words), id, source, start, end)
    return [hits[number] for number in numbers]


def concerning(store: Store, records: Sequence[str], words: Sequence[str], limit: int) -> list[int]:
    """Numbers of the statements that concern all the records and have one of the words, if there are any,
    the most telling first."""
    among = " INTERSECT ".join("SELECT statement FROM about WHERE record = ?" for _ in records)
    any_word = " OR ".join(part.begun for word in words for part in _word_parts(store, word, True))
    if words and not any_word:
        return []
    having = " AND number IN (SELECT rowid FROM statement_text WHERE statement_text MATCH ?)" if words else ""
    found = store.database.execute(
        f"SELECT number FROM statement WHERE number IN ({among}){having} ORDER BY weight DESC LIMIT ?",
        (*records, *([any_word] if words else ()), limit),
    )
    return [number for (number,) in found]


def document_hits(store: Store, query: Query, limit: int) -> Iterator[Hit]:
    """Sources that have all the words in their id and short name, or a title that begins with them; then
    those that have them elsewhere, or nothing but a day in common."""
    words = [f'"{word}"{"" if word.isdigit() else "*"}' for word in telling(query.words)]
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
        known = query.undated and (named or begins) and not query.key.isdigit()
        tier = DOCUMENT if known else SOURCE
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
    sought = [*query.pairs, *(word for word in telling(query.words) if word not in query.unspaced)]
    if not sought:
        return False
    words = " AND ".join(f'"{word}"' for word in sought)
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement_text WHERE statement_text MATCH ?1) "
        "OR EXISTS (SELECT 1 FROM sentence_text WHERE sentence_text MATCH ?1)",
        (words,),
    ).fetchone()
    return bool(row[0])


def source_hits(store: Store, query: Query, limit: int) -> list[Hit]:
    """Sentences of the sources that have all the words."""
    for same in (False, True):
        parts = _parts(store, query, query.words, same)
        if not parts:
            continue
        few = sum(part.sentences for part in parts) <= FEW
        expression = _expression(query, [part.begun if few else part.whole for part in parts])
        found = store.database.execute(
            'SELECT n.source, n.start, n."end", substr(o.text, n.start + 1, n."end" - n.start), o.short '
            "FROM sentence_text t JOIN sentence_row w ON w.number = t.rowid "
            "JOIN sentence n ON n.source = w.source AND n.number = w.sentence "
            "JOIN source o ON o.id = n.source "
            f"WHERE sentence_text MATCH ? {'ORDER BY bm25(sentence_text)' if few else ''} LIMIT ?",
            (expression, limit),
        )
        hits = [
            Hit(SOURCE, None, None, text, f"in the text of {short}", query.text, None, source, start, end)
            for source, start, end, text, short in found
        ]
        if hits:
            return hits
    return []


def _parts(store: Store, query: Query, words: Iterable[str], same: bool) -> list[WordPart]:
    """A part for each phrase and word; nothing if there are none, or one of them is nowhere."""
    phrases = (f'"{" ".join(phrase)}"' for phrase in query.phrases)
    parts = [WordPart(phrase, phrase, 0, 0) for phrase in phrases]
    for pair in query.pairs:
        star = "*" if len(pair) == 1 else ""
        parts.append(WordPart(f'"{pair}"{star}', f'"{pair}"{star}', 0, 0))
    in_phrases = {word for phrase in query.phrases for word in phrase} | {*query.unspaced}
    for word in telling(word for word in words if word not in in_phrases):
        found = _word_parts(store, word, same)
        if not found:
            return []
        parts += found
    return parts


def _word_parts(store: Store, word: str, same: bool) -> list[WordPart]:
    """One part for a word, or none if no form of it is in any text."""
    begun: list[str] = []
    whole: dict[str, tuple[int, int]] = {}
    for form, star in forms(word, synonyms.same(store, word) if same else ()):
        rows = store.database.execute(
            "SELECT word, statements, sentences FROM text_word WHERE word >= ?1 AND word < ?2 "
            "ORDER BY word = ?1 DESC, statements DESC LIMIT ?3",
            (form, form + ("\U0010ffff" if star else "\0"), ENDINGS),
        ).fetchall()
        whole.update((row[0], row[1:]) for row in rows)
        begun += [f'"{form}"{star}'] if rows else []
    if word.isdigit() and len(word) > 3:  # texts write 1,500
        thousands = f"{word[:-3]} {word[-3:]}"
        begun.append(f'"{thousands}"')
        whole[thousands] = 0, 0
    if not begun:
        return []
    written = " OR ".join(f'"{form}"' for form in whole)
    statements = sum(rows for rows, _ in whole.values())
    sentences = sum(rows for _, rows in whole.values())
    return [WordPart(f"({' OR '.join(begun)})", f"({written})", statements, sentences)]


def _expression(query: Query, parts: Iterable[str]) -> str:
    wanted = " AND ".join(f"({part})" for part in parts)
    refused = " OR ".join(f'"{word}"' for word in query.refused)
    return f"({wanted}) NOT ({refused})" if refused else wanted


def _ranked(
    store: Store,
    query: Query,
    words: Sequence[str],
    parts: Sequence[WordPart],
    limit: int,
    kinds: tuple[str, ...],
) -> list[int]:
    """Numbers of the statements that have all the parts, the best first. Where `words` are without those of
    the time, the time narrows: what was so within it comes before what was so all around it."""
    if not parts:
        return []
    few = sum(part.statements for part in parts) <= FEW
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
            "words": _expression(query, [part.begun if few else part.whole for part in parts]),
            "most": -1 if few else READ,
            "narrow": bool(query.when) and words != query.words,
            "first": query.first,
            "last": query.last,
            "any_kind": not kinds,
            "limit": limit,
        },
    )
    return [number for (number,) in found]
