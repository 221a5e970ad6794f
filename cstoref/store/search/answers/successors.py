"""Who came before or after a person in an office: `who succeeded …`, `secretary general before …`."""

from __future__ import annotations

from ..interpretation import Interpretation
from ..office_terms import OfficeTerm, Titled, offices_by_id, terms_of_offices
from . import Answer
from .office_titles import OFFICE, Asked, asked_offices
from .offices import each_once, of_terms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

MOST_ACTING = 4
AROUND = ("before", "after")
"""What stands before a state whose term is meant: `who had the chair before russia`."""
TAKES_OVER = " over from "
"""What stands between a successor and whom he succeeds: `took over from`, `takes over from`."""
_SIDES = {
    1: (
        "succeeded",
        "succeed",
        "successor",
        "replaced",
        "replace",
        "after",
        "followed",
        "succeeds",
        "replaces",
    ),
    -1: ("predecessor", "preceded", "before", "precede"),
}


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Who came before or after a person in an office: `who succeeded …`, `secretary general before …`."""
    person = next((thing for thing in reading.things if thing.kind in ("leader", "member")), None)
    side = next((side for side, words in _SIDES.items() if any(word in reading.words for word in words)), 0)
    side = side or int(TAKES_OVER in f" {' '.join(reading.words)} ")
    of_state = bool(person and person.kind == "member")
    if of_state and not (reading.titles and reading.words[min(person.places) - 1] in AROUND):  # type: ignore
        return None
    offices = _offices(store, reading, person.record) if person and side else []
    if not person or not offices:
        return None
    holders = {person.record}
    if of_state:
        holders = {id for id, name in store.states_of_leaders().items() if name == person.name}
    when = f"{'after' if side > 0 else 'before'} {person.name}"
    for office in offices:
        terms = [term for term in each_once(terms_of_offices(store, [office.id]), False) if term.interval]
        places = [place for place, term in enumerate(terms) if term.holder in holders]
        places = places[-1:] if of_state else places  # of a state its last term is meant
        next_to = (places[-1] + 1 if side > 0 else places[0] - 1) if places else -1
        if 0 <= next_to < len(terms):
            return of_terms(Asked((office,), office.name), when, _to_a_full_term(terms, next_to, side))
    said = offices[0].name
    return Answer(f"{said}, {when}", (), f"{said}: nobody {when} is known here.", complete=False)


def _offices(store: Store, reading: Interpretation, person: str) -> list[Titled]:
    """The offices that are asked for, else those of the person, the ones that lead first."""
    named = tuple(thing for thing in reading.things if thing.type == OFFICE)
    if reading.titles or named:
        asked = asked_offices(store, reading._replace(things=named), None, "")
        if asked:
            return list(asked.offices)
    rows = store.database.execute(
        "SELECT s.value FROM statement s LEFT JOIN office o ON o.id = s.value "
        "LEFT JOIN post p ON p.id = o.post WHERE s.field = 'office' AND s.subject = ? "
        "AND instr(s.edtf, '/') ORDER BY p.leads DESC, s.weight DESC",
        (person,),
    )
    return offices_by_id(store, list(dict.fromkeys(id for (id,) in rows)))


def _to_a_full_term(terms: Sequence[OfficeTerm], place: int, side: int) -> list[OfficeTerm]:
    """The term at a place, and where it was only acting, those beyond up to one that was not."""
    found: list[OfficeTerm] = []
    while 0 <= place < len(terms) and len(found) < MOST_ACTING:
        found.append(terms[place])
        if not terms[place].acting:
            break
        place += side
    return found
