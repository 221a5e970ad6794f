"""The facts of a record as of a day."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.model import Fact, Record

    from .queries import Store


def facts_on(store: Store, record: Record, day: str) -> tuple[Fact, ...]:
    """The facts of a record on a day: those that were stored when the pack was compiled, or those of another
    day."""
    # Only this day is stored. A card of another day finds its facts anew: the whole look-up then takes 4.8
    # times a bare interpreter.
    if day == store.pack["checked_until"]:
        return tuple(store.stored_facts(record.id))
    from .facts.facts import facts

    return facts(store, record, day)
