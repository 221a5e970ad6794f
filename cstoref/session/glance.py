"""A record at a glance: its name and its first facts, for who wants to know who that is without going
there."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.model import Fact
from cstoref.namedtuples import NamedTuple
from cstoref.store.queries import Store

MOST = 3
"""Facts that are shown; the page has all."""


class Glance(NamedTuple):
    """A record in a few lines."""

    id: str
    name: str
    kind: str
    lines: tuple[tuple[str, str], ...]
    """The label and the words of each fact; the line under the name has no label."""


def glance(store: Store, id: str, as_of: str | None) -> Glance | None:
    """A record on a day; None where the pack has no such record."""
    record = store.record(id)
    if record is None:
        return None
    day = as_of or store.default_day
    if day == store.default_day:
        known: Sequence[Fact] = store.stored_facts(id)
    else:
        from cstoref.store.facts.facts import facts  # for another day only

        known = facts(store, record, day)
    lines = [("" if fact.head else fact.label, fact.text) for fact in known if not fact.missing]
    return Glance(id, record.name, record.kind, tuple(lines[:MOST] or [("", record.blurb or "")]))
