"""From typed words to what they mean: one engine for the command line, the find box and the palette.

Order: code or id, name, other name, role, beginning of a name, beginning of a word in it, one or two edits,
statements, source text. An exact match is always first, and each hit says in words why it is there. Typed
text reaches SQL only as bound parameters and full text only as quoted words.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.named import NamedTuple

from .asking import Query, ask
from .naming import NEAR, OTHER, PREFIX, START, WORD, Hit, exact_hits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .queries import Store

FOUND = "found"
AMBIGUOUS = "ambiguous"
NOT_FOUND = "not_found"
SILENT = "silent"
OUTSIDE = "outside"


class Found(NamedTuple):
    """What came of a search. `hits` are in order; without any, `suggestions` say where to turn."""

    query: str
    status: str
    hits: tuple[Hit, ...]
    suggestions: tuple[Hit, ...]


class Options(NamedTuple):
    """How to search. `exact` stops after whole names; `near` allows misspellings."""

    kinds: tuple[str, ...] = ()
    limit: int = 20
    exact: bool = False
    near: bool = True
    statements: bool = True


def find(store: Store, text: str, options: Options = Options()) -> Found:
    """Everything the words may mean, best first."""
    query = ask(text)
    kinds = query.kinds or options.kinds
    if query.only_text:
        from .texts import source_hits

        hits = list(source_hits(store, query, options.limit))
        return Found(text, FOUND if hits else NOT_FOUND, tuple(hits), ())
    hits = name_hits(store, query, options, kinds)
    named = len(hits)
    if options.statements and not options.exact and named < options.limit and query.long_enough:
        from .texts import source_hits, statement_hits

        if not named or hits[0].tier > OTHER:
            hits += statement_hits(store, query, options.limit - len(hits), kinds)
        if not hits:
            hits += source_hits(store, query, options.limit)
    if not hits:
        from .absence import absent

        return absent(store, query, options)
    return Found(text, _status(hits), tuple(hits[: options.limit]), ())


def name_hits(store: Store, query: Query, options: Options, kinds: tuple[str, ...]) -> list[Hit]:
    """The records whose names the words meet, each once, with the best reason."""
    found: dict[str, Hit] = {}

    def take(hits: Iterator[Hit]) -> None:
        for hit in hits:
            assert hit.record is not None
            if (not kinds or hit.kind in kinds) and not _refused(hit, query):
                before = found.get(hit.record)
                if before is None or hit.tier < before.tier:
                    found[hit.record] = hit

    if not query.key:
        return []
    take(iter(exact_hits(store, query.key)))
    if not options.exact:
        if query.may_be_role:
            from .roles import role_hits

            take(role_hits(store, query))
        take(_beginnings(store, query, options.limit))
        if not found and options.near:
            from .near import near_hits

            take(near_hits(store, query))
    return sorted(found.values(), key=lambda hit: hit.tier)[: options.limit]


def _beginnings(store: Store, query: Query, limit: int) -> Iterator[Hit]:
    """Names that begin with the key, then names in which every word begins one of theirs."""
    for record, kind, name, shown, words in store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.words "
        "FROM name_key k JOIN record r ON r.id = k.record "
        "WHERE k.key >= ?1 AND k.key < ?1 || char(1114111) AND k.sort != 'code' AND k.key != ?1 "
        "ORDER BY k.sort = 'id', r.weight DESC LIMIT ?2",
        (query.key, limit * 4),
    ):
        tier = PREFIX if len(words.split()) <= len(query.words) else START
        yield Hit(tier, record, kind, name, _begins("begins", name, shown), shown)
    if len(query.key) < 2:
        return
    starts = " AND ".join(
        "k.number IN (SELECT name_key FROM word_key WHERE word >= ? AND word < ? || char(1114111))"
        for _ in query.words
    )
    bound = [word for word in query.words for word in (word, word)]
    for record, kind, name, shown in store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown FROM name_key k JOIN record r ON r.id = k.record "
        f"WHERE {starts} AND k.sort NOT IN ('code', 'id') ORDER BY k.sort != 'name', r.weight DESC LIMIT ?",
        (*bound, limit * 4),
    ):
        yield Hit(WORD, record, kind, name, _begins("has a word that begins", name, shown), shown)


def _begins(how: str, name: str, shown: str) -> str:
    return f"{how} so" if shown == name else f"{how} so: {shown}"


def _refused(hit: Hit, query: Query) -> bool:
    if not query.refused:
        return False
    words = fold.words(f"{hit.name} {hit.matched}").split()
    return any(word in words for word in query.refused)


def _status(hits: list[Hit]) -> str:
    """`ambiguous` where the best reason holds for several records alike."""
    best = [hit for hit in hits if hit.tier == hits[0].tier]
    by_name = hits[0].tier <= NEAR
    return AMBIGUOUS if by_name and len({hit.record for hit in best}) > 1 else FOUND
