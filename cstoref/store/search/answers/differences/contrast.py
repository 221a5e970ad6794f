"""Two things side by side: `csto vs sco`, `102nd base versus 201st base`, `difference between …`."""

from __future__ import annotations

from ...interpretation import Interpretation
from ...question_words import COMPARE
from ...things import Thing
from .. import Answer, AnswerItem
from ..shared.matches import numbers_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.model import Fact
    from cstoref.store.queries import Store

FIELDS = (
    "founded", "purpose", "membership", "observer", "office", "seat", "stationed", "strength", "part_of",
    "composed_of", "commanded_by", "comparison", "cooperation", "signed", "in_force", "provides", "hosted",
    "attended", "mandate",
)  # fmt: skip
"""What two things are told apart by, the most telling first."""
EACH = 3
"""Statements of each below the facts: so few that both stand on one screen."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The facts of two things, or what is said of each in the same fields; then what is said of both."""
    compares = reading.shape == COMPARE
    if compares:
        from .ellipsis import completed

        reading = reading._replace(things=completed(store, reading))
    if len(reading.things) < 2:
        return _without_the_other(store, reading) if compares else None
    if not (compares or _only_two_alike(reading)):
        return None
    pair = reading.things[:2]
    items = [_side(store, reading, thing, day) for thing in pair]
    if both := _both(store, pair[0].record, pair[1].record):
        items.append(AnswerItem(pair[0].record, tuple(both), "both"))
    return Answer(f"{pair[0].name} and {pair[1].name}, side by side", tuple(items))


def _without_the_other(store: Store, reading: Interpretation) -> Answer | None:
    """That the other of two things is not known here, with what is known of the one; None where all that was
    typed is known."""
    if not reading.things or not reading.unknown:
        return None
    thing, words = reading.things[0], " ".join(reading.unknown)
    message = f"Nothing in this reference is called “{words}”. What it says of {thing.name}:"
    numbers = tuple(_by_field(store, thing.record).values())[:EACH]
    note = store.blurbs([thing.record]).get(thing.record, "")
    items = (AnswerItem(thing.record, numbers, note),)
    return Answer(f"{thing.name} and “{words}”, side by side", items, message, complete=False, silent=True)


def _side(store: Store, reading: Interpretation, thing: Thing, day: str) -> AnswerItem:
    """What stands on one side: the facts of a thing, and the statements behind them before others."""
    from cstoref.store.facts_of_day import facts_on

    record = store.record(thing.record)
    facts: tuple[Fact, ...] = ()
    if record is not None:
        facts = tuple(fact for fact in facts_on(store, record, day) if fact.statements)
    head = next((fact.text for fact in facts if fact.head), "")
    note = head or store.blurbs([thing.record]).get(thing.record, "")
    of_facts = numbers_of(store, [fact.statements[0] for fact in facts])
    topic = [field for field in reading.topic if field != "comparison"]
    fields = _by_field(store, thing.record)
    others = [fields[field] for field in (*topic, *FIELDS) if field in fields]
    return AnswerItem(thing.record, tuple(dict.fromkeys((*of_facts, *others[:EACH]))), note, facts=facts)


def _only_two_alike(reading: Interpretation) -> bool:
    """Whether two things of one sort are named, and nothing is asked of them: `crrf and crdf`."""
    asks = reading.fields or reading.rest or reading.types or reading.titles or reading.period.given
    alike = len({(thing.kind, thing.type) for thing in reading.things}) == 1
    alike = alike and reading.things[0].kind in ("institution", "agreement")
    return len(reading.things) == 2 and alike and not asks and not reading.order and not reading.shape


def _both(store: Store, one: str, other: str) -> list[int]:
    """The statements that tell the two apart or how they have to do with each other."""
    rows = store.database.execute(
        "SELECT s.number FROM statement s WHERE s.rank != 'deprecated' AND s.number IN "
        "(SELECT statement FROM about WHERE record = ?1 INTERSECT SELECT statement FROM about WHERE "
        "record = ?2) ORDER BY s.field != 'comparison', s.field NOT IN ('cooperation', 'became', 'part_of'), "
        "s.weight DESC LIMIT ?3",
        (one, other, EACH),
    )
    return [number for (number,) in rows]


def _by_field(store: Store, record: str) -> dict[str, int]:
    """For each field the most telling statement that has the record as its subject, else that concerns it."""
    rows = store.database.execute(
        "SELECT s.field, s.number FROM about a JOIN statement s ON s.number = a.statement "
        "WHERE a.record = ? AND s.rank != 'deprecated' AND a.part != 'speaker' "
        "ORDER BY a.part != 'subject', s.weight DESC LIMIT 400",
        (record,),
    )
    fields: dict[str, int] = {}
    for field, number in rows:
        fields.setdefault(field, number)
    return fields
