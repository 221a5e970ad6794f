"""Who held an office when something else was: `foreign minister of armenia when the treaty was signed`.

The clause gives the time: that of the only event or agreement that it names, or of the statement that has all
of it. The office is then looked up for that day.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .interpretation import Interpretation, interpret
from .lexicon import FILLER
from .question_words import WHILE
from .things import Thing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

DATED = ("event", "agreement")
OWN_TIME = ("signed", "adopted", "hosted", "took_place", "founded", "became", "happened", "joined")
"""Fields that ask for no other time of an event or agreement than its own."""


class Dated(NamedTuple):
    """A question for an office whose time is told by a clause."""

    question: str
    """The same question with a day in place of the clause."""
    clause: str
    """What was then, in words: `Collective Security Treaty, 15 May 1992`; empty where it is not known."""


def dated(store: Store, text: str) -> Dated | None:
    """The question with a day in place of its clause; None where it has none, or asks for no office."""
    spaced = " ".join(text.lower().strip(" ?!.").split())
    main, connective, clause = next(
        (parts for word in WHILE if (parts := spaced.partition(word))[1]), ("", "", "")
    )
    if not connective or not _asks_for_office(store, main):
        return None
    reading = interpret(store, clause)
    if clause.split()[:1] in (["he"], ["she"]) and not reading.period.given and not reading.things:
        return None  # of whom the question names: no statement of another tells when that was
    acts = bool({*reading.topic} - {*OWN_TIME})
    found = (_stated(store, reading) if acts else None) or _named(store, reading)
    found = found or _of_type(store, reading) or _stated(store, reading)
    if found:
        name, edtf = found
        return Dated(f"{main} {dates.parse(edtf).start_earliest}", f"{name}, {dates.spoken(edtf)}")
    return Dated(f"{main} {reading.period.spoken}", "") if reading.period.given else None


def _asks_for_office(store: Store, main: str) -> bool:
    reading = interpret(store, main)
    office = any(thing.type == "office" for thing in reading.things)
    return bool(reading.titles or office or "office" in reading.topic) and not reading.period.given


def _named(store: Store, reading: Interpretation) -> tuple[str, str] | None:
    """The name and time of the only dated event or agreement that is named."""
    named = [thing for thing in reading.things if thing.kind in DATED]
    return _time_of(store, named[0]) if len(named) == 1 else None


def _time_of(store: Store, thing: Thing) -> tuple[str, str] | None:
    record = store.record(thing.record)
    return (record.name, record.when) if record and record.when else None


def _of_type(store: Store, reading: Interpretation) -> tuple[str, str] | None:
    """The weightiest record of the type, time and things of a clause: `the 2020 karabakh war`."""
    if not reading.types or not (reading.things or reading.period.given or reading.rest):
        return None
    from .answers.catalogue.candidates import candidates

    found = [one for one in candidates(store, reading) if one.kind in DATED and one.edtf]
    return (found[0].name, found[0].edtf) if found else None


def _stated(store: Store, reading: Interpretation) -> tuple[str, str] | None:
    """What the statement says that has all the telling words of a clause, and when that was."""
    from .answers.ranked import same_words

    if reading.cue(FILLER).issuperset(reading.words):
        return None
    for number in same_words.wording(store, reading).best[:1]:
        (row,) = store.statements_numbered([number])
        if row.statement.when:
            return row.statement.text.rstrip("."), row.statement.when
    return None
