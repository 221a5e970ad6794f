"""What happened with a thing at a time: `kazakhstan january 2022`, `what happened in kyrgyzstan in 2010`.

The events lead, the weightiest first, each with the statement that says what it was; then what else is dated
then.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...periods import in_words
from ...question_words import LIST, WHAT, WHICH
from .. import MOST_LISTED, Answer, AnswerItem
from ..ranked.evidence import Candidate, concerning_in_time, gather, of_events_in_time, read_candidates
from ..ranked.scores import ONGOING, is_in_time, score
from ..shared.location import held_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

LEADING = ("took_place", "decided", "outcome", "responded", "signed", "contributed")
"""Fields of an event that say what it was and what came of it, in the order in which they are told."""
CONCERNED = 0.34
"""Share of the statements of an event that concern the thing, from which on the event is the thing's."""

AROUND, OUTSIDE, NAMED = 0.3, 0.05, 3.0
"""What an event weighs that is only partly within the time, or is of another time and only has a statement of
this one; and one that is at the place or has the name that was typed."""


class Told(NamedTuple):
    """A record with the statements of the time, and what puts it before others."""

    record: str
    weight: float
    numbers: tuple[int, ...]


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The events of the time that concern the thing, then what else is said of it then."""
    if not _is_asked(store, reading):
        return None
    known = [one for one in _known(store, reading) if not one.deprecated and one.first <= day]
    began = [one for one in known if one.field not in ONGOING or _begins(reading, one)]
    if not known:
        return None
    evidence = gather(store, reading)
    scored = sorted(began or known, key=lambda one: -score(reading, one, evidence, day))
    told = sorted(_told(store, reading, scored), key=lambda one: -one.weight)
    names, when = ", ".join(thing.name for thing in reading.things), in_words(reading.period)
    items = tuple(AnswerItem(one.record, one.numbers, _when(store, one.record)) for one in told[:MOST_LISTED])
    found = Answer(f"{names}, {reading.period.spoken}", items, more=max(0, len(told) - MOST_LISTED))
    if began or not reading.shape:
        return found
    message = f"Nothing that happened {when} with {names} is in this reference. What held then:"
    return found._replace(message=message, complete=False, silent=True)


def _begins(reading: Interpretation, one: Candidate) -> bool:
    """Whether a state certainly began in the time."""
    return one.first >= reading.period.first and not {*"~?["} & {*one.edtf}


def _is_asked(store: Store, reading: Interpretation) -> bool:
    """Whether nothing but a thing and a time is asked about."""
    topic = () if {"happen", "happened", "happens"} & {*reading.words} else reading.topic
    asks = topic or reading.types or reading.titles or reading.rest or reading.asks or reading.unknown
    timed = reading.period.given and reading.period.first <= store.default_day and not reading.order
    return bool(timed and reading.things) and not asks and reading.shape in ("", WHAT, WHICH, LIST)


def _known(store: Store, reading: Interpretation) -> list[Candidate]:
    """The statements of the time that concern all the things, or that are of events in them."""
    concerned = [concerning_in_time(store, thing.record, reading.period) for thing in reading.things]
    numbers = set.intersection(*concerned)
    events = _located(store, reading) | _called_after(store, reading)
    numbers |= of_events_in_time(store, events, reading.period)
    return [one for one in read_candidates(store, numbers) if is_in_time(reading, one)]


def _called_after(store: Store, reading: Interpretation) -> set[str]:
    """The events with the names of all the things in theirs."""
    names = [
        {id for (id,) in store.database.execute(
            "SELECT id FROM record WHERE kind = 'event' AND instr(name, ?)", (thing.name,)
        )}
        for thing in reading.things
    ]  # fmt: skip
    return set.intersection(*names)


def _located(store: Store, reading: Interpretation) -> set[str]:
    """What is or took place in all the states and places that are named."""
    located = [held_in(store, thing) for thing in reading.things if thing.kind in ("member", "place")]
    return set.intersection(*located) if len(located) == len(reading.things) and located else set()


def _told(store: Store, reading: Interpretation, scored: Sequence[Candidate]) -> list[Told]:
    """The records of these statements. An event in the thing, or of it, weighs as much as is known of it;
    what is no event of it, as well as it meets the question, and always less."""
    of_record: dict[str, list[Candidate]] = {}
    for one in scored:
        of_record.setdefault(one.subject, []).append(one)
    weights, named = _weights(store, reading, list(of_record))
    whole = named | _located(store, reading)
    shares = _shares(store, reading, list(of_record)) | dict.fromkeys(whole, 1.0)
    told = []
    for place, (record, found) in enumerate(of_record.items()):
        leads = found[0].is_event and shares[record] >= CONCERNED
        weight = weights[record] * shares[record] if leads else -float(place)
        told.append(Told(record, weight, tuple(one.number for one in _in_order(found))))
    return told


def _shares(store: Store, reading: Interpretation, records: Sequence[str]) -> dict[str, float]:
    """How much of what is stated of each record concerns one of the things."""
    things = [thing.record for thing in reading.things]
    rows = store.database.execute(
        "SELECT s.subject, avg(EXISTS (SELECT 1 FROM about a WHERE a.statement = s.number AND a.record IN "
        f"({', '.join('?' * len(things))}))) FROM statement s WHERE s.subject IN "
        f"({', '.join('?' * len(records))}) GROUP BY s.subject",
        (*things, *records),
    )
    return dict(rows.fetchall())


def _weights(
    store: Store, reading: Interpretation, records: Sequence[str]
) -> tuple[dict[str, float], set[str]]:
    """How much is known of each record, in full of one that lies within the time; and those that are at a
    place or have a name that was typed, which weigh more."""
    rows = store.database.execute(
        "SELECT id, weight, coalesce(earliest, ''), coalesce(latest, ''), coalesce(place, ''), name "
        f"FROM record WHERE id IN ({', '.join('?' * len(records))})",
        tuple(records),
    )
    period, things = reading.period, reading.things
    weights: dict[str, float] = {}
    with_name: set[str] = set()
    for id, weight, first, last, place, name in rows:
        within = period.first <= first and last <= period.last
        overlaps = first <= period.last and last >= period.first
        named = any(thing.record == place or thing.name in name for thing in things)
        in_time = 1.0 if within else AROUND if overlaps else OUTSIDE
        weights[id] = weight * in_time * (NAMED if named else 1.0)
        with_name |= {id} if named else set()
    return weights, with_name


def _in_order(found: Sequence[Candidate]) -> list[Candidate]:
    """What an event was before who was there; else in the order in which they meet the question."""
    if not found[0].is_event:
        return list(found)
    place = {field: at for at, field in enumerate(LEADING)}
    return sorted(found, key=lambda one: place.get(one.field, len(place)))


def _when(store: Store, record: str) -> str:
    row = store.database.execute(
        "SELECT edtf FROM record WHERE id = ? AND kind IN ('event', 'agreement')", (record,)
    ).fetchone()
    return dates.spoken(row[0]) if row and row[0] else ""
