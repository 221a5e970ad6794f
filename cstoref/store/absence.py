"""The three kinds of no: not found, the sources do not say, outside this reference. Never a dead end."""

from __future__ import annotations

from cstoref import fold

from .asking import Query
from .finding import NOT_FOUND, OUTSIDE, SILENT, Found
from .naming import WORD, Hit
from .near import near_hits
from .vocabulary import STOPWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .finding import Options
    from .queries import Store

MOST = 5


def absent(store: Store, query: Query, options: Options) -> Found:
    """Which no it is, and where to turn instead."""
    subject, matter = _subject(store, query)
    if subject is not None and matter:
        why = f"the sources do not say anything of it about “{' '.join(matter)}”"
        return Found(query.raw, SILENT, (), (subject._replace(why=why),))
    near = list(near_hits(store, query, slack=1))[:MOST] if options.near else []
    near = near or _alike(store, query)
    if not near or (not _any_word_known(store, query) and len(query.words) > 1):
        return Found(query.raw, OUTSIDE, (), tuple(near))
    return Found(query.raw, NOT_FOUND, (), tuple(near))


def _subject(store: Store, query: Query) -> tuple[Hit | None, tuple[str, ...]]:
    """The longest run of words that names a record, and the words that are left."""
    words = query.words
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            run = words[first : first + length]
            if all(word in STOPWORDS for word in run):
                continue
            row = store.database.execute(
                "SELECT r.id, r.kind, r.name, k.shown FROM name_key k JOIN record r ON r.id = k.record "
                "WHERE k.key = ? ORDER BY r.weight DESC LIMIT 1",
                ("".join(run),),
            ).fetchone()
            if row:
                left = words[:first] + words[first + length :]
                matter = tuple(word for word in left if word not in STOPWORDS)
                return Hit(WORD, row[0], row[1], row[2], "", row[3]), matter
    return None, ()


def _alike(store: Store, query: Query) -> list[Hit]:
    """The names that share most with what was typed, however little that is."""
    grams = sorted(fold.grams(query.key))[:100]
    rows = store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, count(*) * 1.0 / (length(k.key) + ?) AS share "
        f"FROM trigram t JOIN name_key k ON k.number = t.name_key JOIN record r ON r.id = k.record "
        f"WHERE t.gram IN ({', '.join('?' * len(grams))}) AND k.sort NOT IN ('code', 'id') "
        "GROUP BY k.number ORDER BY share DESC, r.weight DESC LIMIT 40",
        (len(query.key), *grams),
    )
    found: dict[str, Hit] = {}
    for record, kind, name, shown, _ in rows:
        found.setdefault(record, Hit(WORD, record, kind, name, f"spelt a little like it: {shown}", shown))
    return list(found.values())[:MOST]


def _any_word_known(store: Store, query: Query) -> bool:
    """Whether any word that says something occurs in a name, a statement or a text."""
    for word in query.words:
        if word in STOPWORDS:
            continue
        known = store.database.execute(
            "SELECT EXISTS (SELECT 1 FROM word_key WHERE word = ?1) "
            "OR EXISTS (SELECT 1 FROM statement_text WHERE statement_text MATCH ?2) "
            "OR EXISTS (SELECT 1 FROM sentence_text WHERE sentence_text MATCH ?2)",
            (word, f'"{word}"'),
        ).fetchone()[0]
        if known:
            return True
    return False
