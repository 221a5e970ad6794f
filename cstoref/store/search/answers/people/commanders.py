"""Who commanded a force somewhere, an operation or an exercise: the statements that name both.

Who leads the state where it was is another question.
"""

from __future__ import annotations

from cstoref import fold

from ...interpretation import Interpretation
from ...question_words import AROUND, WHICH, WHO
from ...things import Thing
from .. import Answer
from ..shared.matches import by_record, concerning, listed, with_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

FIELD = "commanded_by"
EXERCISE = "exercise"
FORCE = frozenset(("force", "unit", "operation", EXERCISE, "base"))


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Whom statements name as the commander of all that is named; None where the question names no more than
    a body or a state."""
    if {*AROUND}.intersection(reading.words) and any(thing.kind == "leader" for thing in reading.things):
        return None  # who led before somebody
    who = reading.shape in (WHO, "") or (reading.shape == WHICH and reading.cue("officer"))
    if not who or not reading.cue("command") or reading.order:
        return None
    if officers := reading.cue("officer"):
        reading = reading._replace(rest=tuple(word for word in reading.rest if word not in officers))
    things = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    troops = bool(reading.cue("troops").intersection(reading.asked))
    calls = bool(
        troops or reading.rest or {*reading.types} & FORCE or any(thing.type in FORCE for thing in things)
    )
    if not things or not calls:
        return None
    of_people = any(_is_of_people(reading, thing) for thing in things)
    if of_people and not troops:
        return None
    found = [] if of_people else _stated(store, reading, things)
    places = [thing for thing in things if thing.kind in ("member", "place", "event")]
    if not found and not of_people and places and len(places) < len(things):  # by the force alone
        found = _stated(store, reading, places)
    if not found and troops and reading.topic[:1] == (FIELD,):
        where = listed([thing.name for thing in things])
        message = f"The sources do not say who commanded troops that have to do with {where}."
        return Answer(f"who commanded: {where}", (), message, complete=False, silent=True)
    if not found:
        return None
    named = ", ".join(thing.name for thing in things)
    return Answer(f"who commanded in: {named}" if reading.rest or reading.types else named, by_record(found))


def _stated(store: Store, reading: Interpretation, things: list[Thing]) -> list[tuple[str, int]]:
    """The statements, with their records, that name a commander and concern all of the things."""
    numbers = set.intersection(*(concerning(store, thing) for thing in things))
    rows = store.database.execute(
        "SELECT s.subject, s.number, r.type FROM statement s JOIN record r ON r.id = s.subject "
        f"WHERE s.number IN ({', '.join(map(str, numbers))}) AND s.field = ? AND s.rank != 'deprecated' "
        "AND s.stance IN ('asserted', 'reported') "
        "AND EXISTS (SELECT 1 FROM about a JOIN record p ON p.id = a.record AND p.kind = 'leader' "
        "WHERE a.statement = s.number) "
        "AND coalesce(s.start_earliest, '') <= ? AND coalesce(s.end_latest, '9') >= ? "
        "ORDER BY r.type NOT IN (SELECT value FROM json_each(?)), s.weight DESC",
        (FIELD, reading.period.last if reading.period.given else "9", reading.period.first, _json(reading)),
    ).fetchall()
    return _called(store, reading, rows)


def _is_of_people(reading: Interpretation, thing: Thing) -> bool:
    """Whether a state is named by its people: the troops are its own then, not those that were there."""
    typed = " ".join(reading.words[place] for place in thing.places)
    return thing.kind == "member" and f" {typed} " not in f" {fold.words(thing.name)} "


def _called(store: Store, reading: Interpretation, rows: list[tuple[str, int, str]]) -> list[tuple[str, int]]:
    """Those with a word of the rest in their text before others; no exercise where none was asked about."""
    having = set().union(*(with_word(store, word) for word in reading.rest))
    asks = EXERCISE in reading.types or any(thing.type == EXERCISE for thing in reading.things)
    fitting = [(subject, number) for subject, number, type in rows if asks or type != EXERCISE]
    return sorted(fitting, key=lambda row: row[1] not in having)


def _json(reading: Interpretation) -> str:
    return "[" + ",".join(f'"{word}"' for word in reading.types) + "]"
