"""What a list calls a record: its kind, but a state is called a member only where it is one on the day.

Only words for a reader: ids, files, JSON and scopes have the kind itself.
"""

from __future__ import annotations

from .membership import NEVER, WORDS, statuses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .queries import Store
    from .record_reader import RecordRef
    from .search.exact import Hit
    from .search.results import SearchResult


def kind_words(store: Store, kinds: Mapping[str, str], day: str | None = None) -> dict[str, str]:
    """What to call each record, by id; `kinds` has the kind of each."""
    by_standing = {id for id, kind in kinds.items() if _is_by_membership(store, kind)}
    # The terms of membership are read only where a state is among the records.
    status_of = statuses(store, day or store.default_day) if by_standing else {}
    return {id: WORDS[status_of.get(id, NEVER)] if id in by_standing else kind for id, kind in kinds.items()}


def _is_by_membership(store: Store, kind: str) -> bool:
    known = store.kinds.get(kind)
    return known is not None and known.standing == "membership" and bool(store.pack["subject"])


def named_in_words(store: Store, ids: Iterable[str], day: str | None = None) -> dict[str, RecordRef]:
    """Records by id, with what to call each in place of its kind."""
    named = store.named(ids)
    words = kind_words(store, {id: record.kind for id, record in named.items()}, day)
    return {id: record._replace(kind=words[id]) for id, record in named.items()}


def result_in_words(store: Store, result: SearchResult, day: str | None = None) -> SearchResult:
    """A search result for a reader: every hit with what to call its record in place of the kind."""
    hits = (*result.hits, *result.suggestions)
    words = kind_words(store, {hit.record: hit.kind for hit in hits if hit.record and hit.kind}, day)

    def named(hit: Hit) -> Hit:
        return hit._replace(kind=words.get(hit.record or "", hit.kind))

    return result._replace(
        hits=tuple(map(named, result.hits)), suggestions=tuple(map(named, result.suggestions))
    )
