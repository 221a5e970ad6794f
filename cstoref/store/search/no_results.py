"""The three kinds of no: not found, the sources do not say, outside this reference. Never a dead end."""

from __future__ import annotations

from cstoref import fold
from cstoref.store import world

from .exact import NEAR, WORD, Hit
from .fulltext import statements
from .fuzzy import begin_alike, near_hits, occurs, proposed
from .search_result import NOT_FOUND, OUTSIDE, SILENT, SearchResult
from .subjects import subjects
from .word_forms import STOPWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from .fuzzy import Name
    from .query import Query
    from .search_result import Options

MOST = 5
ENOUGH = 0.5
"""Share of the trigrams of two names that must be the same for one to be worth suggesting."""


def absent(store: Store, query: Query, options: Options) -> SearchResult:
    """Which no it is, and where to turn instead.

    A known subject and an unknown matter: the sources do not say. No subject, and at least half of several
    words unknown: outside. Anything else is not found.
    """
    named = subjects(store, query.undated)
    if named.hits and named.matter:
        why = f"the sources do not say anything of it about “{' '.join(named.matter)}”"
        return SearchResult(
            query.raw, SILENT, (), (named.hits[0]._replace(why=why), *_told(store, query, named.hits[0]))
        )
    if named.hits:
        elsewhere = [hit._replace(why=f"not what was asked for, but its {_sort(hit)}") for hit in named.hits]
        return SearchResult(query.raw, NOT_FOUND, (), tuple(elsewhere[:MOST]))
    asked = [word for word in query.words if word not in STOPWORDS]
    unknown = [word for word in asked if not occurs(store, word)]
    near = _near(store, query, unknown) if options.near else []
    if not near and len(asked) > 1 and len(unknown) * 2 >= len(asked):
        return SearchResult(query.raw, OUTSIDE, (), ())
    alike = near or _beginning_alike(store, query)
    if not alike and not any(world.is_common(word) for word in asked):
        alike = _alike(store, query)
    return SearchResult(query.raw, NOT_FOUND, (), tuple(alike))


def _near(store: Store, query: Query, unknown: list[str]) -> list[Hit]:
    """Names that are a few letters off; else those that one of several words is a single letter off."""
    near = list(near_hits(store, query.undated, loosely=True)[:MOST])
    if near or len(query.undated) < 2:
        return near
    each = (hit for word in unknown[:MOST] for hit in near_hits(store, [word]))
    return [hit for hit in each if hit.tier == NEAR and hit.place == 1][:MOST]


def _sort(hit: Hit) -> str:
    return "name" if hit.matched == hit.name else f"name {hit.matched}"


def _told(store: Store, query: Query, subject: Hit) -> list[Hit]:
    """What the sources do say of a subject, of the time asked for if there is one: the most telling."""
    found = store.database.execute(
        "SELECT a.statement FROM about a JOIN statement s ON s.number = a.statement WHERE a.record = ? "
        "AND (? OR (s.start_earliest <= ? AND s.end_latest >= ?)) "
        "ORDER BY ? AND (s.start_earliest < ? OR s.end_latest > ?), a.weight DESC, a.statement LIMIT ?",
        (
            subject.record,
            not query.when,
            query.last,
            query.first,
            bool(query.when),
            query.first,
            query.last,
            MOST - 1,
        ),
    )
    return statements(store, [number for (number,) in found], ())


def _beginning_alike(store: Store, query: Query) -> list[Hit]:
    """For the shortest strings, which have no near misses: what begins as they do."""
    key = query.key[:-1]
    if len(query.key) > 3 or not key:
        return []
    found = store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown FROM name_key k JOIN record r ON r.id = k.record "
        "WHERE k.key >= ?1 AND k.key < ?1 || char(1114111) ORDER BY r.weight DESC LIMIT ?2",
        (key, MOST),
    )
    hits: dict[str, Hit] = {}
    for record, kind, name, shown in found:
        hits.setdefault(record, Hit(WORD, record, kind, name, f"{shown} begins with “{key}”", shown))
    return list(hits.values())


def _alike(store: Store, query: Query) -> list[Hit]:
    """The names that share much of what was typed, whole or in a word, the most first."""
    like: dict[Name, float] = {}
    for each in proposed(store, (query.key,)):
        parts = {each[4].replace(" ", ""), *each[4].split()}
        like[each] = max(_likeness(query.key, part) for part in parts)
    best = [each for each in sorted(like, key=lambda each: -like[each]) if like[each] >= ENOUGH]
    found: dict[str, Hit] = {}
    for record, kind, name, shown, _, _ in best:
        why = "spelt a little like it" if shown == name else f"spelt a little like it: {shown}"
        found.setdefault(record, Hit(WORD, record, kind, name, why, shown))
    return list(found.values())[:MOST]


def _likeness(one: str, other: str) -> float:
    """The share of trigrams that two words have in common; 0 where they begin with other letters."""
    ours, theirs = fold.grams(one), fold.grams(other)
    alike = begin_alike(fold.sound(one), fold.sound(other))
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs)) if alike else 0.0
