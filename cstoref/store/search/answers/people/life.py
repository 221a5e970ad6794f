"""Birth, age, death and looks of a person. Few sources here tell of these, and nothing else answers."""

from __future__ import annotations

from ...interpretation import Interpretation
from ...question_words import WHEN, WHERE, WHO
from .. import Answer, AnswerItem
from ..shared.matches import matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

MOST = 3


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """What is said of the birth or death of the only person named; None where neither is asked about."""
    people = [thing for thing in reading.things if thing.kind == "leader"]
    death, birth, age = reading.cue("death", "alive"), reading.cue("birth"), reading.cue("age")
    words = death | birth | age | reading.cue("looks")
    if len(people) != 1 or len(reading.things) > 1 or not words:
        return None
    if reading.words[:1] == (WHO,):  # who came after somebody's death is another person
        return None
    person = people[0]
    if age and not (reading.shape == "how" or "age" in words):
        return None
    numbers = _died(store, person.record) if death else ()
    numbers = _born(store, person.record) if birth | age else numbers
    called = next(word for word in reading.words if word in words)
    read_as = f"{person.name}, “{called}”"
    if numbers:
        return Answer(read_as, (AnswerItem(person.record, numbers),))
    if reading.shape not in (WHEN, WHERE, "how") and not reading.yes_or_no and words <= death:
        return None
    what = "the death" if death else "the birth" if birth else "the age" if age else ""
    message = f"The sources say nothing of {what} of {person.name}."
    if not what:
        message = f"The sources say nothing about “{called}” of {person.name}."
    known = (AnswerItem(person.record, _offices(store, person.record)),)
    return Answer(read_as, known, f"{message} Offices known here:", complete=False, silent=True)


def _offices(store: Store, person: str) -> tuple[int, ...]:
    """The most telling statements of offices that the person held."""
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject = ? AND field = 'office' AND rank != 'deprecated' "
        "ORDER BY weight DESC LIMIT ?",
        (person, MOST),
    )
    return tuple(number for (number,) in rows)


def _died(store: Store, person: str) -> tuple[int, ...]:
    """The statements that the person died."""
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject = ? AND field = 'died' AND rank != 'deprecated'",
        (person,),
    )
    return tuple(number for (number,) in rows)


def _born(store: Store, person: str) -> tuple[int, ...]:
    """The statements about the person that tell of the birth."""
    told = matching(store, "born OR birth")
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject = ? AND rank != 'deprecated' "
        f"AND number IN ({', '.join(map(str, told))})",
        (person,),
    )
    return tuple(number for (number,) in rows)
