"""Which of two events or bodies was the larger: `was interaction-2016 bigger than interaction-2017`; and who
of two states sent more: `did tajikistan send more soldiers to kazakhstan than kyrgyzstan`."""

from __future__ import annotations

from ...interpretation import Interpretation
from .. import Answer, AnswerItem
from ..catalogue.candidates import PEOPLE
from ..shared.location import is_location
from ..shared.matches import concerning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

SIZED = ("event", "institution")
SENT = ("contributed", "took_part")


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The larger of two things by the numbers of people known here; None where no size is compared."""
    things = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    compared = reading.cue("more", "less")
    if compared and reading.topic[:1] == (SENT[0],):
        return _of_states(store, reading, things)
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
    """The largest number of people of a record, `over 500` as 500, with the number of its statement."""
    row = store.database.execute(
        "SELECT max(coalesce(value_number, value_min)), number FROM statement WHERE subject = ? "
        "AND coalesce(value_number, value_min) IS NOT NULL "
        "AND (value_number IS NOT NULL OR NOT EXISTS (SELECT 1 FROM role o "
        "JOIN record r ON r.id = o.record AND r.kind = 'member' "
        "WHERE o.statement = statement.number AND o.role = 'who')) "
        "AND field IN ('contributed', 'strength', 'took_part') AND rank != 'deprecated' "
        f"AND stance IN ('asserted', 'reported') AND coalesce(unit, '') IN ({', '.join('?' * len(PEOPLE))})",
        (record, *PEOPLE),
    ).fetchone()
    return (row[0], row[1]) if row and row[0] is not None else None


def _of_states(store: Store, reading: Interpretation, things: list[Thing]) -> Answer | None:
    """Which of two states sent more, to what has the numbers of both; None where it is not asked of two."""
    states = [thing for thing in things if thing.kind == "member" and not is_location(reading, thing)]
    limits = [thing for thing in things if thing not in states]
    met = reading.cue("more", "less", "troops", "people", "sent")
    if len(states) != 2 or {*reading.rest} - met:
        return None
    among = [concerning(store, thing) for thing in limits]
    sent = [_sent(store, reading, state.record, among) for state in states]
    both = [subject for subject in sent[0] if subject in sent[1]]
    names = " and ".join(state.name for state in states)
    read_as = ", ".join((f"who sent more: {names}", *(thing.name for thing in limits)))
    if not both:
        missing = next((state.name for state, known in zip(states, sent, strict=True) if not known), names)
        items = tuple(AnswerItem(id, _numbers(one)) for known in sent for id, one in known.items())
        message = f"The sources give no number for {missing} that can be compared."
        return Answer(read_as, items, message, complete=False, silent=True, met=met)
    items = tuple(AnswerItem(id, _numbers(sent[0][id], sent[1][id])) for id in both)
    sizes = [(known[both[0]][0][0], state.name) for known, state in zip(sent, states, strict=True)]
    (most, first), (least, second) = sorted(sizes, reverse=True)
    message = f"{first} sent more: {most:,.0f}, against {least:,.0f} from {second}."
    if most == least:
        message = f"By the numbers known here both sent as many: {most:,.0f}."
    elif reading.yes_or_no or not reading.shape:
        wanted = first if reading.cue("more") else second
        message = (
            f"{'Yes' if wanted == states[0].name else 'No'}. {message}" if reading.yes_or_no else message
        )
    return Answer(read_as, items, message, met=met)


def _numbers(*known: list[tuple[float, int]]) -> tuple[int, ...]:
    """The numbers of statements, the first of each list before the others, which conflict with it."""
    first = [one[0][1] for one in known]
    return (*first, *(number for one in known for _, number in one[1:]))


def _sent(
    store: Store, reading: Interpretation, state: str, among: list[set[int]]
) -> dict[str, list[tuple[float, int]]]:
    """The numbers of people whom a state alone sent, by what it sent them to, each with the number of its
    statement; of the time and all things that are asked about, the weightiest first."""
    period = reading.period
    units = ", ".join("?" * len(PEOPLE))
    rows = store.database.execute(
        "SELECT s.subject, s.value_number, s.number FROM role o JOIN statement s ON s.number = o.statement "
        "WHERE o.record = ? AND o.role = 'who' AND s.field IN (?, ?) AND s.value_number IS NOT NULL "
        "AND s.rank != 'deprecated' AND NOT s.negated AND s.stance IN ('asserted', 'reported') "
        "AND coalesce(s.start_earliest, '') <= ? AND coalesce(s.end_latest, '9999') >= ? "
        f"AND coalesce(s.unit, '') IN ({units}) "
        "AND NOT EXISTS (SELECT 1 FROM role x JOIN record r ON r.id = x.record AND r.kind = 'member' "
        "WHERE x.statement = s.number AND x.role = 'who' AND x.record != o.record) ORDER BY s.weight DESC",
        (state, *SENT, period.last if period.given else "9999", period.first, *PEOPLE),
    )
    sent: dict[str, list[tuple[float, int]]] = {}
    for subject, size, number in rows:
        if all(number in numbers for numbers in among):
            sent.setdefault(subject, []).append((size, number))
    return sent
