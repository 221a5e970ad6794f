"""Which states are in a force: `which countries are in the rapid reaction force`, `members of the crdf`.

A force has no members. Those that gave it troops are in it, and those that signed the agreement on it.
"""

from __future__ import annotations

from ...foremost import named_after
from ...interpretation import Interpretation
from ...question_words import HOW_MANY, LIST, WHAT, WHICH, WHO
from .. import Answer, AnswerItem
from ..shared.matches import numbers_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

FORCES = ("force", "unit")
STATES = {"state", "former-state"}
ASKING = {"membership", "composed_of", "part_of"}
"""Topics that ask who is in a body."""
BY_FACT = {"contributors": "states that gave troops", "signed": "signed by", "refused": "not signed by"}
"""The facts of a force and of its agreement that say who is in it, and the words before them."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The contributors to a force and the signatories of the agreement on it; None where something else is
    asked for or neither is known."""
    force = _force(reading)
    if force is None:
        return None
    agreements = named_after(store, force.record, "agreement")
    items = [item for id in (force.record, *agreements) if (item := _item(store, id, day))]
    if not items:
        return None
    return Answer(f"states in the {force.name}", tuple(items))


def _force(reading: Interpretation) -> Thing | None:
    """The only thing named, if it is a force and the question is for the states in it."""
    thing = reading.things[0] if len(reading.things) == 1 else None
    first = {fields[0] for fields in reading.fields}
    asks = first <= ASKING and {*reading.types} <= STATES and bool(first or reading.types)
    plain = not (reading.rest or reading.unknown or reading.titles or reading.order or reading.period.given)
    shaped = reading.shape in ("", WHO, WHICH, WHAT, LIST, HOW_MANY)
    return thing if thing and thing.type in FORCES and asks and plain and shaped else None


def _item(store: Store, id: str, day: str) -> AnswerItem | None:
    """What the facts of a record say of who is in the force."""
    from cstoref.store.facts_of_day import facts_on

    record = store.record(id)
    facts = facts_on(store, record, day) if record else ()
    telling = [fact for fact in facts if fact.id in BY_FACT and fact.statements]
    if not telling:
        return None
    said = "; ".join(
        f"{BY_FACT[fact.id]}: {fact.text.removeprefix('named in the sources: ')}" for fact in telling
    )
    return AnswerItem(
        id, tuple(numbers_of(store, [s for fact in telling for s in fact.statements])), summary=said
    )
