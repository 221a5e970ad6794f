"""Who owes money, and what is said of dues that are not paid."""

from __future__ import annotations

from ...interpretation import Interpretation
from .. import Answer
from ..shared.matches import by_record, concerning, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ASK = "arrears"
WORDS = (
    'arrears OR owe OR owed OR owes OR owing OR debt OR debts OR unpaid OR overdue OR dues OR "not paid" OR '
    '"not pay" OR "paid its share" OR "pay its share"'
)
"""What a text about money owed has."""
MOST = 8


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements about money owed by what is named, the newest first; None without one."""
    if ASK not in reading.asks:
        return None
    numbers = matching(store, WORDS)
    things = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    for thing in things:
        numbers &= concerning(store, thing)
    numbers -= _spoken_by(store, [thing.record for thing in things])
    period = reading.period
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE number IN ({', '.join(map(str, numbers))}) "
        "AND rank != 'deprecated' AND coalesce(start_earliest, ?1) <= ?2 AND coalesce(end_latest, ?2) >= ?1 "
        "ORDER BY start_earliest DESC LIMIT ?3",
        (period.first, period.last, MOST) if period.given else ("", "9999", MOST),
    ).fetchall()
    named = ", ".join(thing.name for thing in things)
    read_as = f"money owed: {named}" if named else "money owed"
    if rows:
        return Answer(read_as, by_record(rows))
    message = f"The sources say nothing of money that {named or 'anybody'} owes."
    return Answer(read_as, (), message, complete=False, silent=True)


def _spoken_by(store: Store, records: list[str]) -> set[int]:
    """What these said: who speaks of a debt does not owe it."""
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE field = 'said' AND subject IN ({', '.join('?' * len(records))})",
        records,
    )
    return {number for (number,) in rows}
