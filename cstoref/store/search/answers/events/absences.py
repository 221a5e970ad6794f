"""What a state or person stayed away from: `which summits did armenia skip since 2022`, `exercises that
uzbekistan missed`.

First what nobody came to for them, then that to which somebody else came, then that of which it is only known
that they would not come; each the newest first.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...lexicon import FIRST, LAST
from ...periods import in_words
from ...question_words import HOW_MANY, LIST, WHAT, WHEN, WHICH
from ...word_forms import singular
from .. import MOST, Answer, AnswerItem
from ..catalogue.candidates import candidates
from ..shared.matches import listed, spoken_name, with_word
from .attendance import ABSENT, ATTENDED, GATHERINGS, WAYS, acts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

OF_TYPE = ("", WHICH, WHAT, LIST, WHEN, HOW_MANY)
"""Shapes of questions for events of a type."""
OF_ANY_TYPE = (WHICH, WHAT, LIST)
EVENTS = "events"
INSTEAD = "instead_of"
SURE = ("asserted", "reported")
ANNOUNCED = ("planned", "predicted")
WHOLE, REPLACED, EXPECTED = range(3)
"""That nobody came, that somebody else did, and that it was only announced that nobody would."""


class Absence(NamedTuple):
    """An event that somebody stayed away from."""

    event: str
    edtf: str
    first: str
    sort: int
    """WHOLE, REPLACED or EXPECTED."""
    numbers: tuple[int, ...]
    """The statements on it, those of the absence first."""


class Part(NamedTuple):
    """A statement on how somebody took part in an event, or did not."""

    event: str
    type: str
    edtf: str
    first: str
    last: str
    number: int
    field: str
    stance: str
    roles: str


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The events that all of those named stayed away from; None where no list of them is asked for."""
    actors = [thing for thing in reading.things if acts(reading, thing)]
    if not actors or not _is_asked(reading):
        return None
    who = listed([spoken_name(store, actor) for actor in actors])
    called = reading.called or EVENTS
    within = f" {in_words(reading.period)}" if reading.period.given else ""
    limits = [thing.name for thing in reading.things if thing not in actors]
    limits += [reading.period.spoken] if reading.period.given else []
    read_as = ", ".join((f"{reading.order} {called} that {who} stayed away from".strip(), *limits))
    people = all(actor.kind == "leader" for actor in actors)
    found = _of_all(store, reading, actors, day)
    if reading.order in (FIRST, LAST):
        found = sorted(found, key=lambda one: one.first)[-1 if reading.order == LAST else 0 :][:1]
    if not found:
        message = f"Nothing here says that {who} stayed away from any {singular(called)}{within}."
        # That a list is empty is not made good by a statement that happens to have the words.
        return Answer(read_as, (), message, listed=True, complete=False, silent=True)
    items = tuple(AnswerItem(one.event, one.numbers, dates.spoken(one.edtf)) for one in found[:MOST])
    return Answer(read_as, items, _said(who, people, found), more=len(found) - len(items))


def _is_asked(reading: Interpretation) -> bool:
    """Whether the question is for events that somebody did not come to, and for nothing else."""
    asked = {fields[0] for fields in reading.fields}
    absent = asked == {ABSENT} or (asked == {ATTENDED} and reading.negated)
    plain = not (reading.rest or reading.titles or reading.unknown or reading.yes_or_no)
    gatherings = {*reading.types} <= {*GATHERINGS}
    return absent and plain and gatherings and reading.shape in (OF_TYPE if reading.types else OF_ANY_TYPE)


def _of_all(store: Store, reading: Interpretation, actors: list[Thing], day: str) -> list[Absence]:
    """What all of the actors stayed away from, with the statements on each of them."""
    others = tuple(
        thing for thing in reading.things if thing not in actors and thing.record != store.pack["subject"]
    )
    places: set[str] | None = None
    if others:
        limited = reading._replace(things=others, types=reading.types or GATHERINGS)
        places = {record.id for record in candidates(store, limited)}
    of_each = [_of_one(store, reading, actor, day, places) for actor in actors]
    common = [event for event in of_each[0] if all(event in absences for absences in of_each)]
    found = [
        of_each[0][event]._replace(
            numbers=tuple(number for absences in of_each for number in absences[event].numbers),
            sort=max(absences[event].sort for absences in of_each),
        )
        for event in common
    ]
    found.sort(key=lambda absence: absence.first, reverse=True)
    return sorted(found, key=lambda absence: absence.sort)


def _of_one(
    store: Store, reading: Interpretation, actor: Thing, day: str, among: set[str] | None
) -> dict[str, Absence]:
    """What one stayed away from within the time asked for and up to a day, by event. `among`: the events at
    a place that is named."""
    told = with_word(store, reading.called.split()[-1]) if reading.called else set()
    period = reading.period
    of_event: dict[str, list[Part]] = {}
    for part in _parts(store, actor, day):
        if among is not None:
            fits = part.event in among
        else:
            # A fight that was the reason for staying away from an exercise may tell of it on its own page.
            beside = part.type not in GATHERINGS and part.field == ABSENT and part.number in told
            fits = not reading.types or part.type in reading.types or beside
        if period.given:
            fits = fits and bool(part.first) and part.first <= period.last and part.last >= period.first
        if fits:
            of_event.setdefault(part.event, []).append(part)
    found = {event: _absence(parts, actor) for event, parts in of_event.items()}
    return {event: absence for event, absence in found.items() if absence}


def _parts(store: Store, actor: Thing, day: str) -> list[Part]:
    """How one took part in events up to a day, the weightiest first; for a state also how its people did."""
    stances = (*SURE, *ANNOUNCED)
    own = "who" if actor.kind == "leader" else "for"
    marks = ", ".join("?" * len(stances))
    rows = store.database.execute(
        "SELECT r.id, r.type, coalesce(r.edtf, s.edtf, ''), coalesce(s.start_earliest, r.earliest, ''), "
        "coalesce(s.end_latest, r.latest, ''), s.number, s.field, s.stance, group_concat(o.role) "
        "FROM role o JOIN statement s ON s.number = o.statement JOIN record r ON r.id = s.subject "
        f"WHERE o.record = ? AND o.role IN ('who', ?, ?) AND s.field IN ({', '.join('?' * len(WAYS))}) "
        "AND r.kind = 'event' AND NOT s.negated AND s.rank != 'deprecated' "
        f"AND s.stance IN ({marks}) AND coalesce(s.start_earliest, r.earliest, '') <= ? "
        "GROUP BY s.number ORDER BY s.weight DESC, s.number",
        (actor.record, own, INSTEAD, *WAYS, *stances, day),
    )
    return [Part(*row) for row in rows]


def _absence(parts: list[Part], actor: Thing) -> Absence | None:
    """What the statements on one event come to: a state was there if anybody came for it, a person was not if
    somebody came in their place. None for whoever came."""
    sure = [part for part in parts if part.stance in SURE]
    away = [part for part in sure if part.field == ABSENT]
    instead = [part for part in sure if part.field != ABSENT and INSTEAD in part.roles]
    came = [part for part in sure if part not in away and part not in instead]
    person = actor.kind == "leader"
    told = [*away, *instead] if person else [*away, *came[:1]]
    sort = REPLACED if came else WHOLE
    if not away and (came or not (person and instead)):
        told = [part for part in parts if part.field == ABSENT and not came]
        sort = EXPECTED
    if not told:
        return None
    first = told[0]
    return Absence(first.event, first.edtf, first.first, sort, tuple(part.number for part in told))


def _said(who: str, people: bool, found: list[Absence]) -> str:
    """How many there are, and of how many of them it is not the whole truth: `3 are known here.`"""
    count, replaced, expected = (
        sum(absence.sort == sort for absence in found) for sort in (WHOLE, REPLACED, EXPECTED)
    )
    said = []
    if count and len(found) > 1:
        said.append(f"{count} {'is' if count == 1 else 'are'} known here.")
    if replaced:
        there = f"the sources also have {who} there" if people else f"somebody else was there for {who}"
        said.append(f"At {replaced} more, {there}." if count else f"{there[0].upper()}{there[1:]}.")
    if expected:
        said.append(f"Of {expected}{' more' if said else ''} it is known only that {who} would stay away.")
    return " ".join(said)
