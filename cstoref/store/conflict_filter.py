"""Conflicts by what they concern: a record, words, a nature, a time."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.model import NATURES, SERIOUS, Conflict
from cstoref.namedtuples import NamedTuple

from .conflict_days import concerns, conflict_days
from .conflict_detail import by_nature

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store


class ConflictQuery(NamedTuple):
    """Which conflicts: every part that is given must be met. Days as ISO text."""

    record: str | None = None
    words: tuple[str, ...] = ()
    """Folded; each must begin a word of the topic or the explanation."""
    nature: str | None = None
    since: str | None = None
    until: str | None = None


class ConflictCount(NamedTuple):
    """How many conflicts put something in doubt, which is what a card counts, and how many others there
    are: notes on names and on changes over time."""

    disputes: int
    notes: int


def select_conflicts(store: Store, wanted: ConflictQuery) -> list[Conflict]:
    """The conflicts by nature, those that put something in doubt first; then in the order of the files."""
    found = [
        conflict
        for conflict in store.conflicts(wanted.record)
        if wanted.nature in (None, conflict.nature) and _has_words(conflict, wanted.words)
    ]
    if wanted.since or wanted.until:
        since, until = wanted.since or dates.FIRST_DAY, wanted.until or dates.LAST_DAY
        days = conflict_days(store)
        found = [conflict for conflict in found if concerns(days.get(conflict.id, ()), since, until)]
    return [conflict for _, of_nature in by_nature(found, NATURES) for conflict in of_nature]


def count_conflicts(conflicts: Iterable[Conflict]) -> ConflictCount:
    """How many of them put something in doubt, and how many do not."""
    in_doubt = [conflict.nature in SERIOUS for conflict in conflicts]
    return ConflictCount(sum(in_doubt), len(in_doubt) - sum(in_doubt))


def _has_words(conflict: Conflict, words: tuple[str, ...]) -> bool:
    text = f" {fold.words(f'{conflict.topic} {conflict.explanation}')}" if words else ""
    return all(f" {word}" in text for word in words)
