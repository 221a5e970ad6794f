"""That nobody is known to have stayed away: `who stayed away from the yerevan summit of 2022`.

Where somebody did, the statements on that answer.
"""

from __future__ import annotations

from ...interpretation import Interpretation
from ...question_words import LIST, WHICH, WHO
from .. import Answer, AnswerItem
from ..catalogue.candidates import candidates
from ..shared.matches import numbers_of
from .attendance import ABSENT, ATTENDED, GATHERINGS, acts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

AWAY = (ABSENT, "represented")


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Who came to the only gathering that is meant, if it is asked who did not; None where any did not."""
    event = _event(store, reading)
    if not event or _has_absence(store, event):
        return None
    from cstoref.store.facts_of_day import facts_on

    record = store.record(event)
    facts = facts_on(store, record, day) if record else ()
    came = next((fact for fact in facts if fact.id == ATTENDED and fact.statements), None)
    if record is None or came is None:
        return None
    message = f"Nobody is known here to have stayed away. {came.label}: {came.text}."
    items = (AnswerItem(event, tuple(numbers_of(store, came.statements))),)
    return Answer(f"stayed away: {record.name}", items, message)


def _event(store: Store, reading: Interpretation) -> str:
    """The only gathering that the question is about, if it asks who did not come; else empty."""
    asked = {fields[0] for fields in reading.fields}
    absent = asked == {ABSENT} or (asked == {ATTENDED} and reading.negated)
    plain = not (reading.rest or reading.titles or reading.unknown or reading.yes_or_no)
    if not absent or not plain or reading.shape not in (WHO, WHICH, LIST):
        return ""
    named = [thing for thing in reading.things if thing.kind == "event"]
    if named:
        return named[0].record if len(named) == 1 and named[0].type in GATHERINGS else ""
    if not {*reading.types} & {*GATHERINGS} or any(acts(reading, thing) for thing in reading.things):
        return ""
    found = candidates(store, reading)
    return found[0].id if len(found) == 1 else ""


def _has_absence(store: Store, event: str) -> bool:
    marks = ", ".join("?" * len(AWAY))
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement WHERE subject = ? AND NOT negated "
        f"AND rank != 'deprecated' AND field IN ({marks}))",
        (event, *AWAY),
    ).fetchone()
    return bool(row[0])
