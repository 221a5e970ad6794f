"""Records of a type that a question may mean: by their names, what is named beside them, and their time."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...synonyms import same
from ...word_forms import forms
from ..shared.location import is_location, located_in, places_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

PEOPLE = (
    "men",
    "soldiers",
    "servicemen",
    "troops",
    "people",
    "personnel",
    "participants",
    "military personnel",
    "",
)
"""Units in which the size of something is counted."""


OPERATION, ORGAN = "operation", "organ"
CAME = ("attended", "chaired")
"""Fields that name who was at a meeting, or in its chair."""


class Found(NamedTuple):
    """A record that may be asked for."""

    id: str
    kind: str
    type: str
    name: str
    edtf: str
    first: str
    last: str
    place: str


def candidates(store: Store, reading: Interpretation) -> list[Found]:
    """The records of the types asked for, with the words of the rest in their names or texts, that have to do
    with every thing that is named, within the time asked for."""
    marks = ", ".join("?" * len(reading.types))
    rows = store.database.execute(
        "SELECT id, kind, type, name, coalesce(edtf, ''), coalesce(earliest, ''), coalesce(latest, ''), "
        "coalesce(place, '') "
        f"FROM record WHERE type IN ({marks}) ORDER BY weight DESC",
        reading.types,
    )
    found = [Found(*row) for row in rows]
    for word in reading.rest:
        if word not in reading.cue("light-in-lists"):
            named = records_having(store, word)
            having = named if any(record.id in named for record in found) else _described_with(store, word)
            found = [record for record in found if record.id in having]
    for thing in reading.things:
        if thing.record != store.pack["subject"] or reading.types[0] in ("base", "force"):
            among = _attended(store, reading, thing) or _concerned(store, reading, thing)
            if reading.types[0] == OPERATION and thing.kind == "member" and not reading.shape:
                among = located_in(store, thing) | _called_after(
                    store, reading, thing
                )  # whoever sent men to a mission was not where it was
            found = [record for record in found if record.id in among]
    subject = store.pack["subject"]
    if reading.types[0] == ORGAN and any(thing.record == subject for thing in reading.things):
        elsewhere = _parts_of_others(store, subject)
        found = [record for record in found if record.id not in elsewhere]
    if reading.period.given:
        period = reading.period
        found = [
            record
            for record in found
            if record.first
            and record.first <= period.last
            and record.last >= period.first
            # A series that goes on is none of its meetings.
            and not (record.first < period.first and record.last == dates.LAST_DAY and record.kind == "event")
        ]
    return found


def _parts_of_others(store: Store, whole: str) -> set[str]:
    """The records that are parts of something, and of nothing that is part of the whole."""
    rows = store.database.execute(
        "WITH RECURSIVE part (id) AS (SELECT ?1 UNION SELECT s.subject FROM part p JOIN statement s "
        "ON s.value = p.id AND s.field = 'part_of' AND NOT s.negated) "
        "SELECT DISTINCT subject FROM statement WHERE field = 'part_of' AND NOT negated "
        "AND subject NOT IN (SELECT id FROM part)",
        (whole,),
    )
    return {id for (id,) in rows}


def _attended(store: Store, reading: Interpretation, thing: Thing) -> set[str]:
    """The meetings at which a person was, or somebody for a state, where these are asked for."""
    if not reading.fields or reading.fields[0][0] not in CAME or thing.kind not in ("member", "leader"):
        return set()
    people = [id for id, state in store.states_of_leaders().items() if state == thing.name]
    who = (thing.record, *(people if thing.kind == "member" else ()))
    rows = store.database.execute(
        "SELECT s.subject FROM role o JOIN statement s ON s.number = o.statement AND s.field = ? "
        f"AND NOT s.negated AND s.rank != 'deprecated' WHERE o.record IN ({', '.join('?' * len(who))})",
        (reading.fields[0][0], *who),
    )
    return {id for (id,) in rows}


def records_having(store: Store, word: str) -> set[str]:
    """The records with a form of a word in one of their names."""
    having: set[str] = set()
    for form, star in forms(word, same(store, word)):
        rows = store.database.execute(
            "SELECT DISTINCT k.record FROM word_key w JOIN name_key k ON k.number = w.name_key "
            "WHERE w.word >= ? AND w.word < ?",
            (form, form + ("\U0010ffff" if star else "\0")),
        )
        having.update(record for (record,) in rows)
    return having


def _concerned(store: Store, reading: Interpretation, thing: Thing) -> set[str]:
    """The records that have to do with a thing: those that are there, where the question says `in`; else
    those with a statement that concerns it."""
    if is_location(reading, thing):
        typed = " ".join(reading.words[place] for place in thing.places)
        rows = store.database.execute(
            "SELECT DISTINCT record FROM name_key WHERE instr(' ' || words || ' ', ?)", (f" in {typed} ",)
        )
        return located_in(store, thing) | {id for (id,) in rows}
    placed = (thing.record, *places_in(store, thing.record))
    marks = ", ".join("?" * len(placed))
    rows = store.database.execute(
        "SELECT DISTINCT s.subject FROM about a JOIN statement s ON s.number = a.statement "
        f"WHERE a.record IN ({marks}) AND NOT s.negated UNION SELECT id FROM record WHERE place IN ({marks})",
        (*placed, *placed),
    )
    return {id for (id,) in rows} | _called_after(store, reading, thing) | _meetings_of(store, thing)


def _meetings_of(store: Store, thing: Thing) -> set[str]:
    """The events with the name of a body of two words or more in theirs, or in what is said of where and when
    they took place: none of the statements on a session of it need concern it."""
    short = fold.words(store.short_title())
    name = fold.words(thing.name).removesuffix(f" of the {short}").removeprefix(f"{short} ")
    if thing.kind != "institution" or " " not in name:
        return set()
    rows = store.database.execute(
        "SELECT k.record FROM name_key k JOIN record r ON r.id = k.record AND r.kind = 'event' "
        "WHERE instr(' ' || k.words || ' ', ?) UNION SELECT s.subject FROM statement_text t "
        "JOIN statement s ON s.number = t.rowid AND s.field = 'took_place' AND NOT s.negated "
        "JOIN record r ON r.id = s.subject AND r.kind = 'event' WHERE statement_text MATCH ?",
        (f" {short} {name} ", f'{{text}} : "{name} met"'),
    )
    return {id for (id,) in rows}


def _called_after(store: Store, reading: Interpretation, thing: Thing) -> set[str]:
    """The records with a thing in their name or the line under it, as it was typed."""
    typed = " ".join(reading.words[place] for place in thing.places)
    rows = store.database.execute(
        "SELECT k.record FROM word_key w JOIN name_key k ON k.number = w.name_key WHERE w.word = ?1", (typed,)
    )
    return {id for (id,) in rows} | _with_blurb(store, f" {typed} ")


def _described_with(store: Store, word: str) -> set[str]:
    """The records with a form of a word in the line under their names."""
    begins = [f" {form}" if star else f" {form} " for form, star in forms(word, same(store, word))]
    return {id for begin in begins for id in _with_blurb(store, begin)}


def _with_blurb(store: Store, part: str) -> set[str]:
    """The records with a part in the words under their names, which have a blank at either end."""
    rows = store.database.execute(
        "SELECT id, blurb FROM record WHERE instr(lower(blurb), ?)", (part.strip(),)
    )
    return {id for id, blurb in rows if part in f" {fold.words(blurb.replace('-', ' '))} "}
