"""Figures first: of a question for how many, the statements with a number before those without, and all sides
of a conflict about the number together.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...interpretation import Interpretation
from ...question_words import HOW_MANY
from ..catalogue.candidates import PEOPLE, records_having
from ..shared.location import is_location, located_in
from ..shared.matches import concerning
from .evidence import Candidate, read_candidates
from .scores import is_in_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

SIZES = ("strength", "contributed", "took_part", "composed_of", "budget_share", "paid")
OPERATION, COMPOSED = "operation", "composed_of"
SENT_FIELDS = ("contributed", "took_part", "offered")
"""Fields for what a state sent, which is no number of what it has."""


def asks_for_figure(reading: Interpretation) -> bool:
    """Whether a number is wanted: `how many soldiers`, or in a few words `size of the force`."""
    given = any(word.isdigit() for word in reading.rest)
    plain = not reading.shape and not given and bool(reading.fields) and reading.fields[0][0] == SIZES[0]
    return (reading.shape == HOW_MANY or plain) and bool({*reading.topic} & {*SIZES})


def figures_first(store: Store, reading: Interpretation, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The same statements, those with a number first, of what the words call by its name before all; after
    the first one those that conflict with it, and last the numbers of states that were not asked about."""
    if not asks_for_figure(reading):
        return list(ranked)
    called = _called(store, reading) or _of_its_bodies(store, reading) or _stationed(store, reading)
    known = {one.number for one in called}
    figures = [*called, *(one for one in ranked if one.is_number and one.number not in known)]
    if not figures:
        return list(ranked)
    figures = _of_people(store, reading, figures)
    if not figures:
        return []
    figures = _newest_first(reading, figures)
    figures = _asserted_first(store, _total_first(store, reading, figures))
    shown = [figures[0], *_other_sides(store, reading, figures[0])]
    taken = {one.number for one in shown}
    asked = {thing.record for thing in reading.things if thing.kind == "member"}
    foreign = {
        one.number for one in figures if asked and (who := _who(store, one.number)) and not who & asked
    }
    rest = sorted((one for one in figures if one.number not in taken), key=lambda one: one.number in foreign)
    return [*shown, *rest, *(one for one in ranked if not one.is_number)]


def _asserted_first(store: Store, figures: list[Candidate]) -> list[Candidate]:
    """The figures, with that which is stated of the same before one that is only reported of it."""
    first = figures[0]
    if first.stance == "asserted":
        return figures
    alike = [one for one in figures if (one.subject, one.field) == (first.subject, first.field)]
    who = _who(store, first.number)
    stated = [one for one in alike if one.stance == "asserted" and who and _who(store, one.number) == who]
    return [*stated[:1], *(one for one in figures if one not in stated[:1])]


def of_other_times(store: Store, reading: Interpretation, best: Sequence[Candidate]) -> list[Candidate]:
    """How strong the only body that is named was at other times, the nearest first, where the best statements
    of the time that is asked about have no number."""
    bodies = [thing.record for thing in reading.things if thing.kind == "institution"]
    if not reading.period.given or len(bodies) != 1:
        return []
    if any(one.is_number and one.field != COMPOSED for one in best):
        return []
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject = ? AND field = ? AND rank != 'deprecated' "
        "AND value_number IS NOT NULL ORDER BY abs(julianday(start_earliest) - julianday(?))",
        (bodies[0], SIZES[0], reading.period.first),
    )
    order = [number for (number,) in rows]
    return sorted(read_candidates(store, order), key=lambda one: order.index(one.number))


def _called(store: Store, reading: Interpretation) -> list[Candidate]:
    """How strong the bodies are of which the names have all the words of the rest: `peacekeepers`."""
    if not reading.rest or {thing.record for thing in reading.things} - {store.pack["subject"]}:
        return []
    bodies = set.intersection(*(records_having(store, word) for word in reading.rest))
    rows = store.database.execute(
        "SELECT s.number FROM statement s JOIN record r ON r.id = s.subject AND r.kind = 'institution' "
        f"WHERE s.subject IN ({', '.join('?' * len(bodies))}) AND s.field = 'strength' "
        "AND s.rank != 'deprecated' AND s.value_number IS NOT NULL ORDER BY r.weight DESC",
        tuple(bodies),
    )
    called = [one for one in read_candidates(store, [number for (number,) in rows]) if one.is_number]
    in_time = [one for one in called if reading.period.given and is_in_time(reading, one)]
    return in_time or called


def _stationed(store: Store, reading: Interpretation) -> list[Candidate]:
    """How strong the bases and units in a state are, the newest number first, where the troops of another
    state in it are counted: `russian troops in armenia`."""
    states = [thing for thing in reading.things if thing.kind == "member"]
    hosts = [thing for thing in states if is_location(reading, thing)]
    asked = reading.cue("troops") and not reading.cue("sent")
    if len(states) != 2 or len(hosts) != 1 or not asked or reading.period.given or reading.rest:
        return []
    there = located_in(store, hosts[0])
    rows = store.database.execute(
        "SELECT s.number FROM statement s JOIN record r ON r.id = s.subject AND r.type IN ('base', 'unit') "
        f"WHERE s.subject IN ({', '.join('?' * len(there))}) AND s.field = 'strength' "
        "AND s.rank != 'deprecated' AND s.value_number IS NOT NULL ORDER BY s.start_earliest DESC",
        tuple(there),
    )
    order = [number for (number,) in rows]
    return sorted(read_candidates(store, order), key=lambda one: order.index(one.number))


def _of_its_bodies(store: Store, reading: Interpretation) -> list[Candidate]:
    """How many people the parts of what the pack is about have, the largest first, where people are counted
    and it alone is named: it has none of its own."""
    subject = store.pack["subject"]
    telling = {*reading.rest} - reading.cue("light")
    plain = [one.record for one in reading.things] == [subject] and not (telling or reading.period.given)
    if not plain or not (reading.cue("troops", "people") or reading.shape != HOW_MANY):
        return []
    rows = store.database.execute(
        "SELECT s.number FROM statement s JOIN record r ON r.id = s.subject AND r.kind = 'institution' "
        "WHERE s.field = 'strength' AND s.rank != 'deprecated' AND s.stance IN ('asserted', 'reported') "
        f"AND s.value_number IS NOT NULL AND s.unit IN ({', '.join('?' * len(PEOPLE))}) "
        "AND r.id IN (SELECT subject FROM statement WHERE field = 'part_of' AND value = ?) "
        "ORDER BY s.value_number DESC",
        (*PEOPLE, subject),
    )
    order = [number for (number,) in rows]
    return sorted(read_candidates(store, order), key=lambda one: order.index(one.number))


def _newest_first(reading: Interpretation, figures: list[Candidate]) -> list[Candidate]:
    """The strengths of the first record, the newest first, where no time is asked about; then the others."""
    first = figures[0]
    if reading.period.given or first.field != "strength" or reading.order == "first":
        return figures
    own = [one for one in figures if (one.subject, one.field) == (first.subject, first.field)]
    others = [one for one in figures if one not in own]
    return [*sorted(own, key=lambda one: one.first, reverse=True), *others]


def _of_people(store: Store, reading: Interpretation, figures: list[Candidate]) -> list[Candidate]:
    """The numbers of people, where people are counted: no shares of a budget, no vehicles, and
    of what a state has not what it once sent."""
    if not reading.cue("troops", "people"):
        return figures
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE number IN ({', '.join(str(one.number) for one in figures)}) "
        f"AND (unit IS NULL OR unit IN ({', '.join('?' * len(PEOPLE))}))",
        tuple(PEOPLE),
    )
    people = {number for (number,) in rows}
    owned = reading.cue("own") and any(thing.kind == "member" for thing in reading.things)
    return [one for one in figures if one.number in people and not (owned and one.field in SENT_FIELDS)]


def _total_first(store: Store, reading: Interpretation, figures: list[Candidate]) -> list[Candidate]:
    """The figures of whoever was sent somewhere: of the event that took place there, the number of all before
    those of its parts. In another question the order stays."""
    if not reading.cue("sent") or any(thing.kind == "leader" for thing in reading.things):
        return figures
    sent = [one for one in figures if one.field == "contributed" and one.type == OPERATION]
    for thing in reading.things:
        if thing.kind in ("event", "place"):  # what was sent elsewhere is no number of those there
            there = concerning(store, thing)
            sent = [one for one in sent if one.number in there]
    if not sent:
        return figures
    states = {thing.record for thing in reading.things if thing.kind == "member"}
    first = sent[0].subject
    own = [one for one in sent if one.subject == first]
    own.sort(key=lambda one: bool(_who(store, one.number) - states - {store.pack["subject"]}))
    return [*own, *(one for one in figures if one not in own)]


def _other_sides(store: Store, reading: Interpretation, first: Candidate) -> list[Candidate]:
    """The numbers that conflict with the first: of the same record or of the same states, as far as they
    concern nobody but who is asked about."""
    rows = store.database.execute(
        "SELECT DISTINCT o.number FROM statement s "
        "JOIN conflict_statement a ON a.statement = s.id AND a.named JOIN conflict_statement b "
        "ON b.conflict = a.conflict AND b.named AND b.statement != a.statement "
        "JOIN statement o ON o.id = b.statement WHERE s.number = ? AND o.rank != 'deprecated' "
        "ORDER BY o.number",
        (first.number,),
    )
    sides = [one for one in read_candidates(store, [number for (number,) in rows]) if one.is_number]
    asked = {thing.record for thing in reading.things}
    return [one for one in sides if not _who(store, one.number) - asked - _who(store, first.number)]


def _who(store: Store, number: int) -> set[str]:
    """Whose number a statement gives; empty where it is that of all."""
    rows = store.database.execute(
        "SELECT record FROM role WHERE statement = ? AND role IN ('who', 'for') AND record IS NOT NULL",
        (number,),
    )
    return {record for (record,) in rows}
