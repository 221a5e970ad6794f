"""What happened at a time, where nothing but a time was typed: `2009-06-14`, `june 2009`, `2022`."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...question_words import WHAT, WHICH
from .. import MOST_LISTED, Answer, AnswerItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The events and agreements of the time, those of which most is known first."""
    others = {thing.record for thing in reading.things} - {store.pack["subject"]}
    asks = (
        others
        or reading.shape not in ("", WHAT, WHICH)
        or reading.asks
        or reading.topic
        or reading.types
        or reading.titles
        or reading.rest
        or reading.unknown
    )
    if not reading.period.given or asks:
        return None
    period = reading.period
    rows = store.database.execute(
        "SELECT r.id, r.edtf, p.name, (SELECT number FROM statement WHERE subject = r.id ORDER BY weight "
        "DESC LIMIT 1) "
        "FROM record r LEFT JOIN record p ON p.id = r.place WHERE r.kind IN ('event', 'agreement') "
        "AND r.earliest <= ? AND r.latest >= ? AND (r.earliest >= ? OR r.latest <= ?) "
        "ORDER BY r.weight DESC LIMIT ?",
        (period.last, period.first, period.first, period.last, MOST_LISTED),
    ).fetchall()
    items = [
        AnswerItem(id, (number,) if number else (), ", ".join(filter(None, (dates.spoken(edtf), place))))
        for id, edtf, place, number in rows
    ]
    return Answer(f"what happened in {period.spoken}", tuple(items), listed=len(items) > 1) if items else None
