"""Which states have something on their territory: `which states host russian bases`."""

from __future__ import annotations

from ...interpretation import Interpretation
from ...question_words import HOW_MANY, LIST, WHAT, WHERE, WHICH, WHO
from ...things import Thing
from .. import Answer, AnswerItem
from ..shared.location import ON_SITE, located_in
from ..shared.matches import listed
from .candidates import candidates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

STATES = {"state", "former-state"}
ON = ("hosted", "seat", "located", "stationed", "deployed")
"""Topics that ask for where something is."""
HAVE = {"have", "has", "with"}
GARRISONS = ("base",)
"""Types of what foreign troops in a state belong to."""
KINDS = ("institution",)
"""Kinds of what stands somewhere: a state that was host to a meeting is asked for otherwise."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The states with the bodies of the other type on their territory, and which these are."""
    others = tuple(type for type in reading.types if type not in STATES)
    if HAVE.intersection(reading.words) and {*reading.topic} & {"strength"} and not others:
        others = GARRISONS  # which countries have Russian troops
    on_site = bool(reading.fields) or bool(HAVE.intersection(reading.words))
    on_site = on_site and {fields[0] for fields in reading.fields} <= {*ON, "strength"}
    if not STATES.intersection(reading.types) or not others or not on_site or reading.period.given:
        return None
    if reading.shape not in (WHO, WHICH, WHAT, WHERE, LIST, HOW_MANY):
        return None
    found = [record for record in candidates(store, reading._replace(types=others)) if record.kind in KINDS]
    named = {record.id: record.name for record in found}
    items = [item for state in _states(store) if (item := _item(store, state, named))]
    if not items:
        return None
    names = {id: ref.name for id, ref in store.named([item.record for item in items]).items()}
    said = f"{listed([names[item.record] for item in items])}."
    count = f"{len(items)}: " if reading.shape == HOW_MANY else ""
    whose = ", ".join(thing.name for thing in reading.things)
    read_as = ", ".join(filter(None, (f"states with a {others[0]} on their territory", whose)))
    return Answer(read_as, tuple(items), count + said)


def _states(store: Store) -> list[Thing]:
    rows = store.database.execute(
        "SELECT id, kind, type, name FROM record WHERE kind = 'member' AND type = 'state' ORDER BY name"
    )
    return [Thing(id, kind, type, name, ()) for id, kind, type, name in rows]


def _item(store: Store, state: Thing, named: dict[str, str]) -> AnswerItem | None:
    """A state with those of the bodies that are in it, by the statements that say where they are."""
    on_site = located_in(store, state)
    there = [id for id in named if id in on_site]
    if not there:
        return None
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE subject IN ({', '.join('?' * len(there))}) "
        f"AND field IN ({', '.join('?' * len(ON_SITE))}) AND NOT negated AND rank != 'deprecated' "
        "AND stance NOT IN ('planned', 'proposed') ORDER BY weight",
        (*there, *ON_SITE),
    )
    best = dict(rows.fetchall())  # the weightiest of each is the last
    numbers = tuple(best[id] for id in there if id in best)
    return (
        AnswerItem(state.record, numbers, summary=", ".join(named[id] for id in there)) if numbers else None
    )
