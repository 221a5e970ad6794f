"""What is or was in a state or at a place."""

from __future__ import annotations

from cstoref import fold

from ...interpretation import Interpretation
from ...things import Thing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ON_SITE = ("hosted", "seat", "stationed", "located", "deployed")
"""Fields of a record that say where it is or was."""
IN = ("in", "at", "on", "near", "hosted", "held", "within", "inside", "to")


def is_location(reading: Interpretation, thing: Thing) -> bool:
    """Whether a question says that something is in or at a state or place."""
    before = [word for word in reading.words[: min(thing.places, default=0)] if word != "the"]
    there = before[-1:] != [] and (before[-1] in IN or before[-2:] == ["hosted", "by"])
    return thing.kind in ("place", "member") and there


def located_in(store: Store, thing: Thing) -> set[str]:
    """The records that are or took place in a state or at a place: by their own place, by what is said of it,
    or by the line under their name."""
    return held_in(store, thing) | said_to_be_in(store, thing)


def held_in(store: Store, thing: Thing) -> set[str]:
    """The records that are or took place in a state or at a place, by their own place or a statement of
    it."""
    placed = (thing.record, *places_in(store, thing.record))
    marks = ", ".join("?" * len(placed))
    rows = store.database.execute(
        "SELECT DISTINCT s.subject FROM about a JOIN statement s ON s.number = a.statement "
        f"WHERE a.record IN ({marks}) AND NOT s.negated AND s.stance NOT IN ('planned', 'proposed') "
        f"AND s.field IN ({', '.join('?' * len(ON_SITE))}) "
        f"UNION SELECT id FROM record WHERE place IN ({marks})",
        (*placed, *ON_SITE, *placed),
    )
    return {id for (id,) in rows}


def took_place_in(store: Store, thing: Thing) -> set[int]:
    """The statements of the events that took place at a place, which need not name it again."""
    if thing.kind != "place":
        return set()
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject IN (SELECT s.subject FROM about a "
        "JOIN statement s ON s.number = a.statement JOIN record r ON r.id = s.subject "
        "WHERE a.record = ? AND s.field = 'took_place' AND r.kind = 'event' AND r.type != 'exercise')",
        (thing.record,),
    )
    return {number for (number,) in rows}


def said_to_be_in(store: Store, thing: Thing) -> set[str]:
    """The records of which a statement about their place, or the line under their name, names a thing."""
    rows = store.database.execute(
        "SELECT s.subject FROM statement_text t JOIN statement s ON s.number = t.rowid "
        "WHERE statement_text MATCH ? AND s.field IN ('seat', 'stationed', 'located') AND s.stance = "
        "'asserted' "
        "UNION SELECT id FROM record WHERE instr(blurb, ?)",
        (f'{{text}} : "{fold.words(thing.name)}"', f" in {thing.name}"),
    )
    return {id for (id,) in rows}


def places_in(store: Store, record: str) -> set[str]:
    """The places that are said to lie in a state or region."""
    rows = store.database.execute(
        "SELECT s.subject FROM statement s JOIN record r ON r.id = s.subject WHERE s.field IN "
        "('located', 'part_of') "
        "AND r.kind = 'place' AND s.value = ?",
        (record,),
    )
    return {id for (id,) in rows}
