"""Whether a state or person came to a meeting: `did armenia attend the bishkek summit`, `did belarus skip the
2009 summit`.

Where several meetings fit, the newest comes first, and the yes or no is of that one.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...lexicon import FIRST, LAST
from ...question_words import WHEN
from ...things import Thing
from .. import MOST, Answer, AnswerItem
from ..catalogue.candidates import candidates
from ..shared.location import is_location
from ..shared.matches import listed, spoken_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ATTENDED, ABSENT = "attended", "absent"
CAME = ("attended", "chaired", "hosted", "took_part", "contributed", "represented")
WAYS = (*CAME, ABSENT)
MEETINGS = ("summit", "session", "meeting")
GATHERINGS = (*MEETINGS, "exercise", "operation")
"""Types of events that are meant where a question names only a place or a time."""


class Part(NamedTuple):
    """How somebody took part in an event, by its statements."""

    event: str
    name: str
    edtf: str
    fields: frozenset[str]
    numbers: tuple[int, ...]

    @property
    def came(self) -> bool:
        """Whether they were there, themselves or by somebody sent in their place."""
        return ABSENT not in self.fields or bool(self.fields.intersection(CAME))


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Yes or no for the newest meeting that fits, then how it was at the others."""
    asked = _asked(reading)
    reading = reading._replace(things=tuple(_of_office(store, thing) for thing in reading.things))
    actors = [thing for thing in reading.things if acts(reading, thing)]
    if not asked or not actors:
        return None
    parts = _fitting(store, reading, asked, actors, day)
    who = listed([spoken_name(store, actor) for actor in actors])
    did = "stayed away" if asked == ABSENT else "came"
    if not parts:
        message = f"The sources do not say whether {who} {did}."
        return Answer(f"whether {who} {did}", (), message, complete=False, silent=True)
    items = tuple(AnswerItem(part.event, part.numbers, dates.spoken(part.edtf)) for part in parts[:MOST])
    said = _said(who, all(actor.kind == "leader" for actor in actors), asked, parts)
    if _asks_when(reading):
        said = f"{parts[0].name}, {dates.spoken(parts[0].edtf)}."
    elif len(actors) > 1:
        said = said.replace(" was at ", " were at ")
    if _is_disputed(store, parts[0]):
        said = f"{said} The sources conflict on it."
    return Answer(f"whether {who} {did}", items, said, more=len(parts) - len(items))


def _is_disputed(store: Store, part: Part) -> bool:
    """Whether a conflict names one of the statements on how somebody took part."""
    ids = [row.statement.id for row in store.statements_numbered(part.numbers)]
    return any(store.conflicts_naming(ids).values())


def _asked(reading: Interpretation) -> str:
    """Whether somebody came or stayed away is asked; empty where something else is."""
    asked = next((fields[0] for fields in reading.fields if fields[0] in (ATTENDED, ABSENT)), "")
    if not reading.fields and {*reading.types} & {*MEETINGS}:  # was Putin at the summit
        asked = ATTENDED
    if reading.cue("meets") and reading.topic[:1] == ("hosted",):  # did Putin and Zas meet
        asked = ATTENDED if sum(thing.kind == "leader" for thing in reading.things) > 1 else ""
    plain = (reading.yes_or_no or _asks_when(reading)) and not reading.rest and not reading.titles
    others = {fields[0] for fields in reading.fields} - {ATTENDED, ABSENT, "hosted"}
    return asked if plain and not others else ""


def _asks_when(reading: Interpretation) -> bool:
    """Whether the last or first time is asked for."""
    return reading.shape == WHEN and reading.order in (FIRST, LAST)


def _fitting(store: Store, reading: Interpretation, asked: str, actors: list[Thing], day: str) -> list[Part]:
    """How the actors took part in the events that fit, the newest first."""
    events = _events(store, reading, actors)
    parts = [part for part in _parts(store, actors, day) if events is None or part.event in events]
    if asked == ABSENT:
        away = [part for part in parts if not part.came]
        parts = away if events is None else sorted(parts, key=lambda part: part.came)
    if _asks_when(reading) or reading.cue("meets"):
        parts = [part for part in parts if part.came == (asked == ATTENDED)]
        parts = [part for part in parts if asked == ABSENT or ABSENT not in part.fields]
    return parts[:1] if reading.order == LAST else parts[-1:] if reading.order == FIRST else parts


def _of_office(store: Store, thing: Thing) -> Thing:
    """The state whose office is named, who comes by whoever holds it; else the thing itself."""
    if thing.type != "office":
        return thing
    row = store.database.execute("SELECT body FROM office WHERE id = ?", (thing.record,)).fetchone()
    body = store.record(row[0]) if row and row[0] else None
    return Thing(body.id, body.kind, body.type, body.name, thing.places) if body else thing


def acts(reading: Interpretation, thing: Thing) -> bool:
    """Whether a thing is somebody who may come, and not where the meeting was."""
    return thing.kind in ("member", "leader") and not is_location(reading, thing)


def _events(store: Store, reading: Interpretation, actors: list[Thing]) -> set[str] | None:
    """The events that the question names, by a name, type, place or time; None where it names none."""
    others = tuple(thing for thing in reading.things if thing not in actors)
    named = {thing.record for thing in others if thing.kind == "event"}
    if named:
        return named
    limits = tuple(thing for thing in others if thing.record != store.pack["subject"])
    if not (reading.types or limits or reading.period.given):
        return None
    wanted = reading._replace(things=limits, types=reading.types or GATHERINGS, rest=())
    found = candidates(store, wanted)
    if not found and {*reading.types} & {*MEETINGS}:
        found = candidates(store, wanted._replace(types=MEETINGS))
    return {record.id for record in found}


def _parts(store: Store, actors: list[Thing], day: str) -> list[Part]:
    """How all of the actors took part in events up to a day, the newest first."""
    ids = [actor.record for actor in actors]
    rows = store.database.execute(
        "SELECT r.id, r.name, coalesce(r.edtf, ''), group_concat(s.field), group_concat(DISTINCT s.number) "
        "FROM role o JOIN statement s ON s.number = o.statement JOIN record r ON r.id = s.subject "
        f"WHERE o.record IN ({', '.join('?' * len(ids))}) AND o.role IN ('who', 'for', 'instead_of') "
        f"AND s.field IN ({', '.join('?' * len(WAYS))}) AND r.kind = 'event' AND NOT s.negated "
        "AND s.rank != 'deprecated' AND s.stance IN ('asserted', 'reported') "
        "AND coalesce(s.start_earliest, '') <= ? GROUP BY r.id "
        "HAVING count(DISTINCT o.record) = ? ORDER BY r.earliest DESC",
        (*ids, *WAYS, day, len(set(ids))),
    )
    return [
        Part(id, name, edtf, frozenset(fields.split(",")), tuple(map(int, numbers.split(","))))
        for id, name, edtf, fields, numbers in rows
    ]


def _said(who: str, people: bool, asked: str, parts: list[Part]) -> str:
    """`No: Armenia stayed away from the CSTO summit in Bishkek, November 2025. 2 more fit, below.`"""
    newest = parts[0]
    yes = newest.came == (asked == ATTENDED)
    verb = "was at" if newest.came else "stayed away from"
    if newest.fields <= {"represented", ABSENT} and newest.came:
        verb = "sent somebody else to"
        yes = (not people) == (asked == ATTENDED)
    elif newest.came and ABSENT in newest.fields:  # soldiers came, and the president did not
        return f"In part: the sources have {who} both at and absent from {newest.name}."
    more = f" {len(parts) - 1} more below." if len(parts) > 1 else ""
    the = "the " if " " in newest.name and "'s " not in newest.name else ""
    return f"{'Yes' if yes else 'No'}: {who} {verb} {the}{newest.name}.{more}"
