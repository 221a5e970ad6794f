"""Two things side by side: `csto vs sco`, `102nd base versus 201st base`, `difference between …`."""

from __future__ import annotations

from ..interpretation import Interpretation
from ..question_words import COMPARE
from . import Answer, AnswerItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

FIELDS = (
    "founded", "purpose", "membership", "observer", "office", "seat", "stationed", "strength", "part_of",
    "composed_of", "commanded_by", "comparison", "cooperation", "signed", "in_force", "provides", "hosted",
    "attended", "mandate",
)  # fmt: skip
"""What two things are told apart by, the most telling first."""
EACH = 3
"""Statements of each: so few that both stand on one screen."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """What is said of each of two things, in the same fields first."""
    if len(reading.things) < 2 or not (reading.shape == COMPARE or _only_two_alike(reading)):
        return None
    pair = reading.things[:2]
    both = [number for (number,) in _both(store, pair[0].record, pair[1].record)]
    topic = [field for field in reading.topic if field != "comparison"] or FIELDS
    of_each = [_by_field(store, thing.record) for thing in pair]
    shared = [field for field in topic if all(field in fields for fields in of_each)]
    items = []
    for thing, fields in zip(pair, of_each, strict=True):
        order = [*(shared if reading.topic else ()), *topic, *fields]
        numbers = [fields[field] for field in dict.fromkeys(order) if field in fields][:EACH]
        items.append(
            AnswerItem(thing.record, tuple(numbers), store.blurbs([thing.record]).get(thing.record, ""))
        )
    if both:
        items.append(AnswerItem(pair[0].record, tuple(both), "both"))
    return Answer(f"{pair[0].name} and {pair[1].name}, side by side", tuple(items))


def _only_two_alike(reading: Interpretation) -> bool:
    """Whether two things of one sort are named, and nothing is asked of them: `crrf and crdf`."""
    asks = reading.fields or reading.rest or reading.types or reading.titles or reading.period.given
    alike = len({(thing.kind, thing.type) for thing in reading.things}) == 1
    alike = alike and reading.things[0].kind in ("institution", "agreement")
    return len(reading.things) == 2 and alike and not asks and not reading.order and not reading.shape


def _both(store: Store, one: str, other: str) -> list[tuple[int]]:
    return store.database.execute(
        "SELECT s.number FROM statement s WHERE s.field IN ('comparison', 'cooperation', 'became', "
        "'part_of') "
        "AND EXISTS (SELECT 1 FROM about WHERE record = ?1 AND statement = s.number) "
        "AND EXISTS (SELECT 1 FROM about WHERE record = ?2 AND statement = s.number) "
        "ORDER BY s.field != 'comparison', s.weight DESC LIMIT 2",
        (one, other),
    ).fetchall()


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
