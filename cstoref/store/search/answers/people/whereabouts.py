"""Where somebody was at a time: the events that they attended then, with their places.

An absence is said as one. Without any event of the time the sources do not say where the person was.
"""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...periods import in_words
from ...question_words import WHERE
from .. import MOST, Answer, AnswerItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

THERE = (
    "attended", "hosted", "chaired", "took_part", "signed", "took_place", "said", "announced", "discussed",
)  # fmt: skip
"""Fields of an event from which it follows that whoever takes part in it was there."""
AWAY = ("absent", "represented")
TOPICS = {"hosted", "seat", "attended"}


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The events of the time that a person attended, with day and place; then those they stayed away from."""
    people = [thing for thing in reading.things if thing.kind == "leader"]
    plain = {fields[0] for fields in reading.fields} <= TOPICS and not (reading.rest or reading.types)
    if reading.shape != WHERE or len(people) != 1 or len(reading.things) > 1 or not plain:
        return None
    if not reading.period.given:
        return None
    person, when = people[0], in_words(reading.period)
    there = _events(store, reading, person.record, THERE)
    away = [item for item in _events(store, reading, person.record, AWAY) if item not in there]
    read_as = f"where {person.name} was {when}"
    items = (*there, *(item for item in away if item.record not in {other.record for other in there}))
    if there:
        return Answer(read_as, items[:MOST], "; ".join(item.note for item in there[:3]) + ".")
    message = f"The sources do not say where {person.name} was {when}."
    if items:
        message = f"The sources only say where {person.name} was not {when}."
    return Answer(read_as, items, message, complete=False, silent=True)


def _events(store: Store, reading: Interpretation, person: str, fields: tuple[str, ...]) -> list[AnswerItem]:
    """The events of the time in which a person takes part by one of the fields, in order of time."""
    period = reading.period
    rows = store.database.execute(
        "SELECT r.id, r.edtf, coalesce(p.name, ''), group_concat(s.number) FROM role o "
        "JOIN statement s ON s.number = o.statement JOIN record r ON r.id = s.subject "
        "LEFT JOIN record p ON p.id = r.place "
        f"WHERE o.record = ? AND o.role = 'who' AND s.field IN ({', '.join('?' * len(fields))}) "
        "AND r.kind IN ('event', 'agreement') AND NOT s.negated AND s.rank != 'deprecated' "
        "AND s.stance IN ('asserted', 'reported') AND s.start_earliest <= ? AND s.end_latest >= ? "
        "GROUP BY r.id ORDER BY min(s.start_earliest)",
        (person, *fields, period.last, period.first),
    )
    return [
        AnswerItem(
            id, tuple(map(int, numbers.split(","))), ", ".join(filter(None, (place, dates.spoken(edtf))))
        )
        for id, edtf, place, numbers in rows
    ]
