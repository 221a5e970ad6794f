"""Who came before or after a person in an office: `who succeeded …`, `secretary general before …`."""

from __future__ import annotations

from cstoref import fold

from ...interpretation import Interpretation
from ...office_terms import OfficeTerm, Titled, offices_by_id, terms_of_offices
from ...question_words import AROUND
from ...word_forms import OFFICE as TITLE
from .. import Answer
from .office_titles import OFFICE, Asked, asked_offices
from .offices import each_once, of_terms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

    from ...things import Thing

MOST_ACTING = 4
TITLES_BETWEEN = ("the", "a", "an", "president", "minister", "general", "secretary")
"""What may stand between `before` and the name of a person: `before president akayev`."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Who came before or after a person in an office: `who succeeded …`, `secretary general before …`."""
    named = [thing for thing in reading.things if thing.kind in ("leader", "member")]
    # Of a person and a state the state says of which office.
    person = min(named, key=lambda thing: thing.kind != "leader", default=None)
    state = next((thing for thing in named if thing.kind == "member"), None)
    if person and state and person.kind == "leader":
        person = _from_there(store, person, state)
    side = _side(reading, person) if person else 0
    side = side or int("over from" in reading.cue("successor"))
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
        if of_state:
            places = _of_the_time(reading, terms, places)
        next_to = (places[-1] + 1 if side > 0 else places[0] - 1) if places else -1
        if 0 <= next_to < len(terms):
            found = of_terms(Asked((office,), office.name), when, _to_a_full_term(terms, next_to, side))
            return found._replace(met=reading.cue("at-once").union(reading.titles))
        if other := _in_an_office_before(store, office, terms[places[0]]) if side < 0 and places else None:
            return of_terms(Asked((office,), office.name), when, [other])
    said = offices[0].name
    if of_state and reading.period.given:
        message = f"{said}: no term of {person.name} is known here in {reading.period.spoken}."
        return Answer(f"{said}, {when}", (), message, complete=False)
    return Answer(f"{said}, {when}", (), f"{said}: nobody {when} is known here.", complete=False)


def _from_there(store: Store, person: Thing, state: Thing) -> Thing | None:
    """Of people with one name the one who has to do with a state; None where nobody has."""
    for record in (person.record, *person.others):
        row = store.database.execute(
            "SELECT EXISTS (SELECT 1 FROM statement s JOIN office o ON o.id = s.value "
            "WHERE s.subject = ? AND s.field = 'office' AND o.body = ?)",
            (record, state.record),
        ).fetchone()
        if row[0] or store.states_of_leaders().get(record) == state.name:
            return person._replace(record=record, name=store.named([record])[record].name)
    return None


def _of_the_time(reading: Interpretation, terms: Sequence[OfficeTerm], places: Sequence[int]) -> list[int]:
    """The place of the term of a state that is meant: the last one, of the time that is asked about."""
    period = reading.period
    within = [at for at in places if period.given and terms[at].touches(period.first, period.last)]
    return [*(places if not period.given else within)][-1:]


def _side(reading: Interpretation, person: Thing) -> int:
    """1 for who came after, -1 for who came before, 0 where neither is asked."""
    # `before` is of the person only where it stands before the name: `before the csto` is a time.
    before_name = [word for word in reading.words[: min(person.places)] if word not in TITLES_BETWEEN][-1:]
    elsewhere = {*AROUND}.difference(before_name)
    if reading.cue("successor") - elsewhere:
        return 1
    return -1 if reading.cue("predecessor") - elsewhere else 0


def _offices(store: Store, reading: Interpretation, person: str) -> list[Titled]:
    """The offices that are asked for, else those of the person: first those that lead a body, and of these
    the one that was held longest."""
    rows = store.database.execute(
        "SELECT s.value FROM statement s LEFT JOIN office o ON o.id = s.value "
        "LEFT JOIN post p ON p.id = o.post WHERE s.field = 'office' AND s.subject = ?1 "
        "AND instr(s.edtf, '/') ORDER BY p.leads DESC, "
        "julianday(min(s.end_latest, ?2)) - julianday(s.start_earliest) DESC, s.weight DESC",
        (person, store.default_day),
    )
    held = offices_by_id(store, list(dict.fromkeys(id for (id,) in rows)))
    named = tuple(thing for thing in reading.things if thing.type == OFFICE)
    if not (reading.titles or named):
        states = {thing.record for thing in reading.things if thing.kind == "member"}
        led = reading.topic[:1] == (OFFICE,) and bool(states)  # who ran a state before somebody
        return [office for office in held if not led or office.body in states] or held
    titled = [office for office in held if _has_title(office, reading.titles)]
    if titled and not named:
        return titled
    asked = asked_offices(store, reading._replace(things=named), None, "")
    return list(asked.offices) if asked else held


def _has_title(office: Titled, titles: Sequence[str]) -> bool:
    words = fold.words(office.name).split()
    return bool(titles) and all(part in words for title in titles for part in TITLE.get(title, title).split())


def _in_an_office_before(store: Store, office: Titled, term: OfficeTerm) -> OfficeTerm | None:
    """Who held an office of the same title up to the day on which somebody became the first in this one: a
    body that takes the place of another takes over its posts."""
    title, _, _ = fold.words(office.name).partition(" of ")
    rows = store.database.execute(
        "SELECT DISTINCT s.value, o.name FROM statement s JOIN record o ON o.id = s.value "
        "WHERE s.field = 'office' AND s.edtf LIKE '%/' || ? AND s.value != ?",
        (term.start, office.id),
    )
    alike = [id for id, name in rows if fold.words(name).partition(" of ")[0] == title]
    alike += [
        id
        for (id,) in store.database.execute(
            "SELECT o.id FROM office o JOIN office p ON p.body = o.body AND p.post = o.post AND o.id != p.id "
            "JOIN post ON post.id = p.post AND post.leads WHERE p.id = ?",
            (office.id,),
        )
    ]
    ended = [other for other in terms_of_offices(store, [*dict.fromkeys(alike)]) if other.end == term.start]
    return ended[0] if len(ended) == 1 else None


def _to_a_full_term(terms: Sequence[OfficeTerm], place: int, side: int) -> list[OfficeTerm]:
    """The term at a place, and where it was only acting, those beyond up to one that was not."""
    found: list[OfficeTerm] = []
    while 0 <= place < len(terms) and len(found) < MOST_ACTING:
        found.append(terms[place])
        if not terms[place].acting:
            break
        place += side
    return found
