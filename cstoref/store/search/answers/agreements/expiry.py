"""Until when something holds: `when does the lease of the base in armenia run out`, `how long may russia stay
at kant`.

The answer is the end that an agreement about the things gives; of several agreements the latest end first.
"""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...synonyms import same
from ...things import Thing
from ...word_forms import forms, singular
from .. import Answer, AnswerItem
from ..shared.location import located_in, places_in
from ..shared.matches import concerning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ASKED = "expiry"
MOST_AGREEMENTS = 4


class Term(NamedTuple):
    """A statement that gives the end of what an agreement grants."""

    number: int
    agreement: str
    name: str
    edtf: str
    end: str
    text: str


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The agreements about the things with the ends that they give; None where none gives an end."""
    if ASKED not in reading.asks or not (reading.things or reading.types) or reading.titles:
        return None
    if any(thing.kind == "leader" for thing in reading.things):
        return None
    terms = _terms(store)
    for thing in reading.things:
        related = _related(store, thing)
        terms = [term for term in terms if term.agreement in related]
    terms = [term for term in terms if _is_of_type(store, reading, term)]
    terms.sort(key=lambda term: term.end, reverse=True)
    if not terms:
        return None
    newest = terms[0]
    items = tuple(
        AnswerItem(term.agreement, (term.number,), f"until {_end(term)}") for term in terms[:MOST_AGREEMENTS]
    )
    names = ", ".join(thing.name for thing in reading.things)
    if not names:  # of what is meant by its type alone each may have another end
        return Answer(f"until when: each {reading.called}", items)
    return Answer(f"until when: {names}", items, f"Until {_end(newest)}, by the {newest.name}.")


def _terms(store: Store) -> list[Term]:
    """The statements of agreements that give an end which is not open."""
    rows = store.database.execute(
        "SELECT s.number, r.id, r.name, s.edtf, s.end_latest, s.text FROM statement s "
        "JOIN record r ON r.id = s.subject AND r.kind = 'agreement' "
        "WHERE s.field IN ('provides', 'in_force') AND instr(s.edtf, '/') AND s.end_latest < ? "
        "AND NOT s.negated AND s.rank != 'deprecated' AND s.stance = 'asserted' ORDER BY s.number",
        (dates.LAST_DAY,),
    )
    return [Term(*row) for row in rows]


def _related(store: Store, thing: Thing) -> set[str]:
    """The agreements of which a statement concerns a thing, or what is in it: the bases of a state."""
    ids = {thing.record, *places_in(store, thing.record)}
    ids |= located_in(store, thing) if thing.kind in ("member", "place") else set()
    rows = store.database.execute(
        "SELECT DISTINCT s.subject FROM about a JOIN statement s ON s.number = a.statement "
        f"WHERE a.record IN ({', '.join('?' * len(ids))})",
        tuple(ids),
    )
    numbers = ", ".join(map(str, concerning(store, thing)))
    named = store.database.execute(f"SELECT DISTINCT subject FROM statement WHERE number IN ({numbers})")
    return {id for (id,) in rows} | {id for (id,) in named} | {thing.record}


def _is_of_type(store: Store, reading: Interpretation, term: Term) -> bool:
    """Whether the agreement speaks of what was typed for a type: a base."""
    if not reading.called:
        return True
    text = f" {fold.words(f'{term.name} {term.text}')} "
    last = singular(reading.called.split()[-1])
    return any(f" {form}" in text for form, _ in forms(last, same(store, last)))


def _end(term: Term) -> str:
    """The last day, month or year, as it is given."""
    return dates.spoken(term.edtf.partition("/")[2])
