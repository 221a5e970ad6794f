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
ON_SITE = ("hosted", "took_place")


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements that call something the first that has all the words of the question; else None."""
    if reading.order != FIRST or reading.titles or reading.negated:
        return None
    telling = [word for word in (*reading.rest, *reading.called.split()) if word not in reading.cue("light")]
    where = bool(telling) and {*reading.topic} <= {*ON_SITE}  # whatever took place was held somewhere
    telling += reading.asked if not where and (not reading.called or FIELD in reading.topic[:1]) else []
    series = reading.things and reading.things[0].kind == "event" and not reading.rest
    if not telling or (series and reading.things[0].type in reading.types):  # the first of them by its date
        return None
    rows = store.database.execute(
        "SELECT subject, number FROM statement WHERE field = ? AND NOT negated AND rank != 'deprecated' "
        "AND coalesce(start_earliest, '') <= ? ORDER BY start_earliest",
        (FIELD, min(day, reading.period.last) if reading.period.given else day),
    )
    having = [with_word(store, word) for word in telling]
    having += [concerning(store, one) for one in reading.things if one.record != store.pack["subject"]]
    found = [(subject, number) for subject, number in rows if all(number in each for each in having)]
    found = found or (_called_so(store, having) if len(telling) > 1 else [])
    names = [thing.name for thing in reading.things]
    read_as = ", ".join((f"the first {' '.join(telling)}", *names))
    return Answer(read_as, by_record(found)) if found else None


def _called_so(store: Store, having: list[set[int]]) -> list[tuple[str, int]]:
    """The statements with all of the words that call something the first in passing."""
    numbers = set.intersection(with_word(store, FIRST), *having)
    rows = store.database.execute(
        "SELECT subject, number FROM statement WHERE rank != 'deprecated' AND NOT negated "
        f"AND stance = 'asserted' AND number IN ({', '.join(map(str, numbers))}) ORDER BY start_earliest"
    )
    return list(rows.fetchall())
