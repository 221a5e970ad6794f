"""What was the first of its kind, where the sources call it so: `first peacekeeping exercise`.

The first by its date is only the first that is known here.
"""

from __future__ import annotations

from ...interpretation import Interpretation
from ...lexicon import FIRST
from .. import Answer
from ..shared.matches import by_record, concerning, with_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

FIELD = "precedent"


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements that call something the first that has all the words of the question; else None."""
    if reading.order != FIRST or reading.titles or reading.negated:
        return None
    telling = [word for word in (*reading.rest, *reading.called.split()) if word not in reading.cue("light")]
    telling += [] if reading.called else reading.asked
    if not telling:
        return None
    rows = store.database.execute(
        "SELECT subject, number FROM statement WHERE field = ? AND NOT negated AND rank != 'deprecated' "
        "AND coalesce(start_earliest, '') <= ? ORDER BY start_earliest",
        (FIELD, min(day, reading.period.last) if reading.period.given else day),
    )
    having = [with_word(store, word) for word in telling]
    having += [concerning(store, one) for one in reading.things if one.record != store.pack["subject"]]
    found = [(subject, number) for subject, number in rows if all(number in each for each in having)]
    names = [thing.name for thing in reading.things]
    read_as = ", ".join((f"the first {' '.join(telling)}", *names))
    return Answer(read_as, by_record(found)) if found else None
