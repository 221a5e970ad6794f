"""How long something went on, or somebody held an office: the dates, and the time between them."""

from __future__ import annotations

from datetime import date

from cstoref import dates, fold
from cstoref.store.planned import only_planned

from ...interpretation import Interpretation
from ...question_words import DURATION
from .. import Answer, AnswerItem
from ..bodies import member_status
from ..shared.matches import concerning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

SHORT = 92
"""Days up to which a length is given in days."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The dates and the length of the event or of the terms of office that the question names."""
    asks = DURATION in reading.asks
    if not asks and " how long " not in f" {' '.join(reading.words)} ":
        return None
    people = [thing for thing in reading.things if thing.kind == "leader"]
    of_office = asks or "office" in reading.topic or reading.titles or len(reading.things) == 2
    if len(people) == 1 and of_office:
        return _in_office(store, reading, people[0].record, people[0].name)
    if "membership" in reading.topic:
        fields = tuple(fields for fields in reading.fields if "membership" in fields)
        return member_status.answer(store, reading._replace(fields=fields, asks=()), day)
    event = _event(store, reading, day)
    if event is None:
        return None
    record, name, edtf = event
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject = ? AND rank != 'deprecated' "
        "ORDER BY field NOT IN ('took_place', 'outcome'), weight DESC LIMIT 4",
        (record,),
    )
    message = f"{name}: {dates.spoken(edtf)}{_length(edtf)}."
    return Answer(f"how long: {name}", (AnswerItem(record, tuple(n for (n,) in rows)),), message)


def _event(store: Store, reading: Interpretation, day: str) -> tuple[str, str, str] | None:
    """The id, name and time of the event that is meant: named, or the weightiest of its type that concerns
    what is named; where nothing is, the last of its type."""
    ids = [thing.record for thing in reading.things if thing.kind == "event"]
    if not ids and reading.types and not reading.rest:
        ids = _of_type(store, reading) if reading.things else _last_of_type(store, reading, day)
    for id in ids[:1]:
        row = store.database.execute("SELECT id, name, edtf FROM record WHERE id = ?", (id,)).fetchone()
        if row and row[2]:
            return (row[0], row[1], row[2])
    return None


def _of_type(store: Store, reading: Interpretation) -> list[str]:
    """The dated events of the types that concern all things named, the weightiest first."""
    numbers = set.intersection(*(concerning(store, thing) for thing in reading.things))
    rows = store.database.execute(
        f"SELECT id FROM record WHERE kind = 'event' AND type IN ({', '.join('?' * len(reading.types))}) "
        "AND edtf IS NOT NULL AND earliest <= ? AND latest >= ? "
        f"AND id IN (SELECT subject FROM statement WHERE number IN ({', '.join(map(str, numbers))})) "
        "ORDER BY statements DESC, weight DESC",
        (*reading.types, reading.period.last or dates.LAST_DAY, reading.period.first),
    )
    return [id for (id,) in rows]


def _last_of_type(store: Store, reading: Interpretation, day: str) -> list[str]:
    """The last event of the types that is over, of the time that is asked about if there is one."""
    until = min(day, reading.period.last) if reading.period.given else day
    rows = store.database.execute(
        "SELECT id FROM record WHERE kind = 'event' AND edtf IS NOT NULL AND latest <= ? AND earliest >= ? "
        f"AND type IN ({', '.join('?' * len(reading.types))}) ORDER BY earliest DESC",
        (until, reading.period.first, *reading.types),
    )
    unheld = only_planned(store)
    return [id for (id,) in rows if id not in unheld][:1]


def _in_office(store: Store, reading: Interpretation, person: str, name: str) -> Answer | None:
    """The terms of a person, those of the office named before all, then those in what the pack is about."""
    offices = {thing.record for thing in reading.things if thing.type == "office"}
    rows = store.database.execute(
        "SELECT s.number, s.edtf, r.name, s.value FROM statement s JOIN record r ON r.id = s.value "
        "WHERE s.subject = ?1 AND s.field = 'office' AND s.rank != 'deprecated' AND instr(s.edtf, '/') "
        "ORDER BY NOT EXISTS (SELECT 1 FROM office_term t WHERE t.office = s.value AND t.term = ?2), "
        "s.weight DESC",
        (person, f"@{store.pack['subject']}"),
    ).fetchall()
    named = [row for row in rows if row[3] in offices]
    titled = [row for row in rows if {*reading.titles, *reading.asked} & {*fold.words(row[2]).split()}]
    rows = named or titled or rows
    if not rows:
        return None
    edtf, title = rows[0][1], rows[0][2]
    message = f"{title}: {dates.spoken(edtf)}{_length(edtf)}."
    items = (AnswerItem(person, tuple(row[0] for row in rows)),)
    return Answer(f"how long: {name}, {title}", items, message)


def _length(edtf: str) -> str:
    """The time from the first to the last day, both counted; empty where an end is open or not known."""
    when = dates.parse(edtf)
    first, last = when.start_earliest, when.end_latest
    if first == last:
        return ", one day"
    if not when.interval or first <= dates.FIRST_DAY or last >= dates.LAST_DAY:
        return ""
    return f", {in_years(days_between(first, last))}"


def days_between(first: str, last: str) -> int:
    """The days from one to another, both counted."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def in_years(days: int) -> str:
    """A number of days in words, in years and months where it is large."""
    if days <= SHORT:
        return f"{days} days"
    years, months = divmod(round(days / 30.4375), 12)
    parts = [f"{years} year{'s' * (years != 1)}"] if years else []
    parts += [f"{months} month{'s' * (months != 1)}"] if months else []
    return f"about {' and '.join(parts)}"
