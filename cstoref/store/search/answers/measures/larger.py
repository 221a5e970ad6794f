"""Which of two events or bodies was the larger: `was interaction-2016 bigger than interaction-2017`."""

from __future__ import annotations

from ...interpretation import Interpretation
from .. import Answer, AnswerItem
from ..catalogue.candidates import PEOPLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

SIZED = ("event", "institution")


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The larger of two things by the numbers of people known here; None where no size is compared."""
    things = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    compared = reading.cue("more", "less")
    met = compared | reading.cue("troops", "people")
    others = {*reading.rest} - met
    if len(things) != 2 or not compared or others or any(thing.kind not in SIZED for thing in things):
        return None
    sizes = {thing.record: _size(store, thing.record) for thing in things}
    items = tuple(AnswerItem(id, (size[1],)) for id, size in sizes.items() if size)
    names = " and ".join(thing.name for thing in things)
    read_as = f"number of people: {names}"
    known = [(size[0], thing.name) for thing in things if (size := sizes[thing.record])]
    if len(known) < len(things):
        missing = next(thing.name for thing in things if not sizes[thing.record])
        message = f"The sources give no number of people for {missing}."
        return Answer(read_as, items, message, complete=False, silent=True)
    message = "By the numbers known here both had as many."
    if known[0][0] != known[1][0]:
        larger, smaller = sorted(known, reverse=True)
        message = (
            f"By the numbers known here {larger[1]} was larger: {larger[0]:,.0f}, against {smaller[0]:,.0f}."
        )
        if reading.yes_or_no:
            wanted = larger if reading.cue("more") else smaller
            message = f"{'Yes' if wanted == known[0] else 'No'}. {message}"
    return Answer(read_as, items, message, met=met)


def _size(store: Store, record: str) -> tuple[float, int] | None:
    """The largest number of people of a record, with the number of its statement."""
    row = store.database.execute(
        "SELECT max(value_number), number FROM statement WHERE subject = ? AND value_number IS NOT NULL "
        "AND field IN ('contributed', 'strength', 'took_part') AND rank != 'deprecated' "
        f"AND stance IN ('asserted', 'reported') AND coalesce(unit, '') IN ({', '.join('?' * len(PEOPLE))})",
        (record, *PEOPLE),
    ).fetchone()
    return (row[0], row[1]) if row and row[0] is not None else None
