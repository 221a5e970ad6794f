"""Questions about what has not come yet: `will armenia leave in 2028`.

The sources do not tell the future. What they have of plans, promises and forecasts follows, and is said to be
no more than that.
"""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...lexicon import NEXT
from ...periods import in_words
from ...question_words import GOING, WILL, WOULD
from .. import Answer
from ..shared.matches import by_record, concerning, with_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

STANCES = ("planned", "proposed", "predicted", "promised")
FIELDS = ("expectation", "promised", "applied")
GOING_TO = ("is", "are")
ASKING = frozenset(("who", "when", "what", "which", "where", "why", "how"))
OPEN = 3
"""Years after which a plan or a forecast tells nothing of what is still to come."""
MOST = 8


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """That nothing here tells, and what is planned or foreseen; None where no future is asked about."""
    if not _is_asked(store, reading):
        return None
    edition = dates.spoken(store.default_day)
    message = f"The sources do not tell the future; this edition is of {edition}."
    if reading.period.given:
        when = reading.period.spoken
        message = f"{when} is after this edition, of {edition}, and the sources do not tell the future."
    items = by_record(_plans(store, reading))
    if items:
        message += " Only plans, promises and forecasts:"
    named = ", ".join(thing.name for thing in reading.things) or " ".join(reading.rest)
    read_as = f"the future of {named}" if named else "the future"
    read_as += f", {in_words(reading.period)}" if reading.period.given else ""
    return Answer(read_as, items, message, complete=False, silent=True)


def _is_asked(store: Store, reading: Interpretation) -> bool:
    """Whether the question is about a time after the edition, by its verb or its time."""
    if reading.order == NEXT or "expiry" in reading.asks:
        return False
    if reading.period.given and reading.period.last <= store.default_day:
        return False
    first, second = (*reading.words, "", "")[:2]
    if first == WOULD and not reading.period.given and second not in ("you", "have"):
        return True
    if reading.period.given and reading.period.first <= store.default_day and reading.types:
        return False  # what was to come in this year is dated here
    if first == WILL or (first in ASKING and WILL in reading.words[1:4]):
        return True
    if first in GOING_TO and f" {GOING} to " in f" {' '.join(reading.words)} ":
        return True
    later = reading.period.given and reading.period.first > store.default_day
    return later and reading.yes_or_no and second != "you"


def _plans(store: Store, reading: Interpretation) -> list[tuple[str, int]]:
    """The late plans, promises and forecasts about all things named, with a word of the question, the newest
    first."""
    telling = [word for word in (*reading.asked, *reading.rest) if word != WILL]
    having = set().union(*(with_word(store, word) for word in telling))
    for thing in reading.things:
        if thing.record != store.pack["subject"] or len(reading.things) == 1:
            having &= concerning(store, thing)
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE number IN ({', '.join(map(str, having))}) "
        f"AND (stance IN ({', '.join('?' * len(STANCES))}) OR field IN ({', '.join('?' * len(FIELDS))})) "
        "AND rank != 'deprecated' AND start_earliest >= ? ORDER BY start_earliest DESC LIMIT ?",
        (*STANCES, *FIELDS, f"{int(store.default_day[:4]) - OPEN}-01-01", MOST),
    )
    return list(rows.fetchall())
