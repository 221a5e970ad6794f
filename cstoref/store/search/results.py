"""From typed words to what they mean: one engine for the command line, the find box and the palette.

Order: code or id, name, other name, role, beginning of a name, beginning of a word in it, one or two edits,
statements, source text. An exact match is always first, and each hit says in words why it is there. Typed
text reaches SQL only as bound parameters and full text only as quoted words.
"""

from __future__ import annotations

from cstoref import dates, fold

from .exact import NEAR_WORD, OTHER, START, WORD, Hit, exact_hits, world_hits
from .prefix import beginning_hits
from .query import Query, ask
from .search_result import AMBIGUOUS as AMBIGUOUS
from .search_result import FOUND as FOUND
from .search_result import NOT_FOUND as NOT_FOUND
from .search_result import OUTSIDE as OUTSIDE
from .search_result import SILENT as SILENT
from .search_result import Options as Options
from .search_result import SearchResult as SearchResult
from .word_forms import singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cstoref.store.queries import Store


def find(store: Store, text: str, options: Options = Options()) -> SearchResult:
    """Everything the words may mean, best first."""
    query = ask(text)
    options = options._replace(kinds=query.kinds or options.kinds)
    hits = [] if query.only_text else _named(store, query, options)
    if query.only_text or (options.statements and not options.exact and query.long_enough):
        hits += _text_hits(store, query, options, options.limit - len(hits))
    if not hits:
        from .no_results import absent

        return absent(store, query, options)
    from .highlight import marked

    return SearchResult(
        text, _status(hits), tuple(marked(store, hit, query.undated or query.words) for hit in hits), ()
    )


def _named(store: Store, query: Query, options: Options) -> list[Hit]:
    """Records by their names, and a source by its id."""
    from .fulltext import source_called

    hits = name_hits(store, query, options)
    sources = [] if options.kinds or len(query.words) < 2 else source_called(store, query)
    return _ordered([*hits, *sources])[: options.limit]


def name_hits(store: Store, query: Query, options: Options) -> list[Hit]:
    """The records whose names the words meet, each once, with the best reason."""
    names = _Names(query, options.kinds)
    names.take(exact_hits(store, query.key) if query.key else ())
    if not options.exact and query.key:
        from .roles import role_hits

        names.take(world_hits(store, query.key))
        names.take(plural_hits(store, query))
        names.take(role_hits(store, _as_of(query, options.day)))
        names.take(beginning_hits(store, query.words, options.limit))
        if query.when:
            dated = _dated if query.undated else _of_that_time
            names.take(dated(store, query, options.limit))
        if not names.best and options.near and not query.phrases:
            names.take(_near(store, query))
    return names.ranked()[: options.limit]


def _as_of(query: Query, day: str) -> Query:
    """The query with a day, where it has no time of its own."""
    return query if query.when or not day else query._replace(when=day, first=day, last=day)


class _Names:
    """Records that were found, each once, with the best reason."""

    def __init__(self, query: Query, kinds: tuple[str, ...]) -> None:
        self._query = query
        self._kinds = kinds
        self.best: dict[str, Hit] = {}

    def take(self, hits: Iterable[Hit]) -> None:
        for hit in hits:
            assert hit.record is not None
            before = self.best.get(hit.record)
            better = before is None or (hit.tier, hit.place) < (before.tier, before.place)
            if better and (not self._kinds or hit.kind in self._kinds) and self._meets(hit):
                self.best[hit.record] = hit

    def _meets(self, hit: Hit) -> bool:
        """Whether a name has the phrases and none of the refused words."""
        if not self._query.refused and not self._query.phrases:
            return True
        words = fold.words(f"{hit.name} {hit.matched}").split()
        spaced = f" {' '.join(words)} "
        return not any(word in words for word in self._query.refused) and all(
            f" {' '.join(phrase)} " in spaced for phrase in self._query.phrases
        )

    def ranked(self) -> list[Hit]:
        return _ordered(self.best.values())


def _ordered(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (hit.tier, hit.place))


def plural_hits(store: Store, query: Query) -> list[Hit]:
    """Whole names of which a plural was typed."""
    if not query.words:
        return []
    *before, last = query.words
    key = "".join((*before, singular(last)))
    if key == query.key:
        return []
    hits = exact_hits(store, key)
    return [hit._replace(tier=OTHER, why=f"plural of {hit.matched}") for hit in hits if len(key) > 3]


def _dated(store: Store, query: Query, limit: int) -> Iterator[Hit]:
    """Records that the words without the time meet: those of that time, then those called so that have no
    time of their own."""
    hits = [*exact_hits(store, "".join(query.undated)), *beginning_hits(store, query.undated, limit)]
    ids = ", ".join("?" * len(hits))
    times = store.database.execute(
        f"SELECT id, edtf, earliest, latest FROM record WHERE id IN ({ids})", [hit.record for hit in hits]
    )
    own = {id: times for id, *times in times if times[0]}
    for hit in hits:
        time = own.get(hit.record)
        if time is None:
            if hit.tier <= OTHER:
                yield hit._replace(tier=START, place=1)
        elif time[1] <= query.last and time[2] >= query.first:
            why = f"{hit.why}, {dates.spoken(time[0])}"
            yield hit._replace(tier=max(hit.tier, START), why=why)


def _of_that_time(store: Store, query: Query, limit: int) -> Iterator[Hit]:
    """The records of a time, where nothing but a time was typed."""
    found = store.database.execute(
        "SELECT id, kind, name, edtf FROM record "
        "WHERE earliest >= ? AND earliest <= ? AND latest <= ? ORDER BY weight DESC LIMIT ?",
        (query.first, query.last, query.last, limit),
    )
    for id, kind, name, edtf in found:
        yield Hit(WORD, id, kind, name, dates.spoken(edtf), edtf, place=1)


def _near(store: Store, query: Query) -> Iterator[Hit]:
    """Misspelt names; none where a statement or text has the very words."""
    from .fulltext import verbatim
    from .fuzzy import near_hits
    from .roles import near_role_hits

    if not verbatim(store, query):
        hits = near_hits(store, query.words, letters=query.letters) or near_role_hits(store, query)
        yield from hits or (near_hits(store, query.undated) if query.when else ())


def _text_hits(store: Store, query: Query, options: Options, limit: int) -> list[Hit]:
    """Statements, unless `s:` was typed; sources and their sentences, unless kinds were."""
    from . import fulltext

    hits: list[Hit] = []
    if limit > 0 and not query.only_text:
        hits += fulltext.statement_hits(store, query, limit, options.kinds) or _relaxed(
            store, query, limit, options.kinds
        )
    if limit > 0 and not options.kinds:
        sentences = [hit for hit in fulltext.source_hits(store, query, limit) if not _shown(hit, hits)]
        hits += [*fulltext.document_hits(store, query, limit), *sentences]
    return _ordered(hits)[: max(0, limit)]


def _shown(sentence: Hit, hits: Iterable[Hit]) -> bool:
    """Whether a statement that was found rests on a sentence, which then says nothing new."""
    start, end = sentence.start or 0, sentence.end or 0
    return any(
        hit.source == sentence.source and (hit.start or 0) < end and (hit.end or 0) > start for hit in hits
    )


def _relaxed(store: Store, query: Query, limit: int, kinds: tuple[str, ...]) -> list[Hit]:
    """Statements that concern all of several records that are named; else those with all words but one."""
    from .fulltext import concerning, loose_hits, statements
    from .subjects import subjects

    named = subjects(store, query.undated)
    if len(named.hits) > 1:
        records = [hit.record for hit in named.hits if hit.record]
        numbers = concerning(store, records, named.matter, limit)
        if numbers:
            return statements(store, numbers, query.words)
    return loose_hits(store, query, limit, kinds)


def alike(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits for which the best reason holds: of an ambiguous query the records that may be meant."""
    return tuple(hit for hit in hits if (hit.tier, hit.place) == (hits[0].tier, hits[0].place))


def _status(hits: list[Hit]) -> str:
    """`ambiguous` where the best reason holds for several records alike."""
    several = len({hit.record for hit in alike(hits)}) > 1
    return AMBIGUOUS if hits[0].tier <= NEAR_WORD and several else FOUND
