"""The records whose names sound like a name that no record has: who makes a record looks at them first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cstoref import fold
from cstoref.store.queries import Store
from cstoref.store.search.exact import EXACT, NEAR, NEAR_WORD, OTHER, ROLE
from cstoref.store.search.fuzzy import near_hits
from cstoref.store.search.results import Options, find

MOST = 5
SOUNDS = (EXACT, OTHER, ROLE, NEAR, NEAR_WORD)
"""Hits whose names are the same or nearly, and do not merely begin so."""


class Alike(NamedTuple):
    """A record of which a name sounds like another."""

    record: str
    name: str
    type: str
    why: str


def records_like(store: Store, name: str) -> list[Alike]:
    """Records whose names sound like a name, the likest first, at most MOST."""
    words = fold.words(name).split()
    found: dict[str, str] = {}
    for record, why in (*_called_nearly(store, words), *_of_that_name(store, words)):
        found.setdefault(record, why)
    named = store.named(list(found)[:MOST])
    return [Alike(id, named[id].name, named[id].type, found[id]) for id in found if id in named][:MOST]


def _called_nearly(store: Store, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What has the whole name, or is an edit or two off."""
    if not words:
        return
    hits = find(store, " ".join(words), Options(statements=False, limit=MOST)).hits
    for hit in (
        *(hit for hit in hits if hit.tier in SOUNDS),
        *near_hits(store, words, loosely=True, fixes=False),
    ):
        if hit.record:
            yield hit.record, hit.why


def _of_that_name(store: Store, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Whose name ends with the same word, as people's do; nothing where many have it."""
    rows = store.database.execute(
        "SELECT DISTINCT k.record FROM word_key w JOIN name_key k ON k.number = w.name_key "
        "WHERE w.word = ?1 AND k.sort IN ('name', 'other') AND ' ' || k.words LIKE '% ' || ?1 "
        "ORDER BY k.number LIMIT ?2",
        (words[-1] if len(words) > 1 else "", MOST + 1),
    ).fetchall()
    if len(rows) <= MOST:
        yield from ((record, "its name ends so too") for (record,) in rows)
