"""What somebody was before or after a time in a body: `what did bordyuzha do before the csto`."""

from __future__ import annotations

from cstoref import fold
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...question_words import AROUND
from .. import Answer, AnswerItem
from ..shared.matches import spoken_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

    from ...things import Thing


ARTICLES = ("the", "a", "an", "he", "she", "his", "her")
"""What may stand between `before` and the body or office, besides how somebody came to it."""


class Term(NamedTuple):
    """An office of a person, with its first and last day."""

    number: int
    office: str
    body: str
    start: str
    end: str


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The offices of a person before or after those in a body; None where no such thing is asked."""
    people = [thing for thing in reading.things if thing.kind == "leader"]
    side = next((word for word in AROUND if word in reading.words), "")
    if len(people) != 1 or not side or not reading.cue("career"):
        return None
    person = people[0]
    terms = _terms(store, person.record)
    if reading.titles:
        called, there = " ".join(reading.titles), _titled(store, reading, terms)
    else:
        body = _body(reading, side)
        if body is None:
            return None
        bodies = {body.record, *_organs(store, body.record)}
        there = [term for term in terms if bodies.intersection((term.body, term.office))]
        called = spoken_name(store, body)
    if not there:
        return None
    first, last = min(term.start for term in there), max(term.end for term in there)
    others = [term for term in terms if (term.start < first if side == AROUND[0] else term.start >= last)]
    read_as = f"what {person.name} was {side} {called}"
    if not others:
        message = f"No office of {person.name} {side} {called} is known here."
        return Answer(read_as, (), message, complete=False, silent=True)
    return Answer(read_as, (AnswerItem(person.record, tuple(term.number for term in others)),))


def _body(reading: Interpretation, side: str) -> Thing | None:
    """The body or office that is named right after the word for the side."""
    place = reading.words.index(side) + 1
    between = reading.cue("took-office").union(ARTICLES)
    while between.intersection(reading.words[place : place + 1]):
        place += 1
    return next((t for t in reading.things if t.kind != "leader" and min(t.places) == place), None)


def _titled(store: Store, reading: Interpretation, terms: Sequence[Term]) -> list[Term]:
    """The terms in an office with the title that was typed, if it stands after the word for the side."""
    side = next(word for word in AROUND if word in reading.words)
    if not {*reading.titles} <= {*reading.words[reading.words.index(side) :]}:
        return []
    names = {id: fold.words(ref.name).split() for id, ref in store.named([t.office for t in terms]).items()}
    return [term for term in terms if {*reading.titles} <= {*names.get(term.office, ())}]


def _organs(store: Store, body: str) -> set[str]:
    rows = store.database.execute(
        "SELECT subject FROM statement WHERE field = 'part_of' AND value = ? AND NOT negated", (body,)
    )
    return {organ for (organ,) in rows}


def _terms(store: Store, person: str) -> list[Term]:
    """The offices of a person, the latest first."""
    rows = store.database.execute(
        "SELECT s.number, s.value, coalesce(o.body, ''), s.start_earliest, s.end_latest FROM statement s "
        "LEFT JOIN office o ON o.id = s.value WHERE s.subject = ? AND s.field = 'office' AND NOT s.negated "
        "AND s.rank != 'deprecated' AND s.edtf != '' ORDER BY s.start_earliest DESC, s.weight DESC",
        (person,),
    )
    return [Term(*row) for row in rows]
