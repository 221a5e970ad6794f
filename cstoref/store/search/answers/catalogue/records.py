"""Records of a type: the last, next or first one, or all of them: `last summit`, `exercises in armenia`,
`observers`."""

from __future__ import annotations

from cstoref import dates
from cstoref.store.planned import only_planned

from ...asked_card import ALL_OF
from ...interpretation import Interpretation
from ...lexicon import FIRST, LARGEST, LAST, NEXT, NOW, PREVIOUS, SMALLEST
from ...question_words import HOW_MANY, LIST, WHAT, WHEN, WHERE, WHICH
from ...word_forms import singular
from .. import MOST_LISTED, Answer, AnswerItem
from ..shared.matches import by_record, concerning, with_word
from .candidates import PEOPLE, Found, candidates
from .plans import planned, planned_within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

ORDERED = (LAST, NEXT, FIRST, PREVIOUS)
DATED = ("summit", "session", "meeting", "exercise", "visit")
"""Types of events of which a question for when or where is one for all that fit."""
TOLD_ONLY = ("election",)
"""Types of events of which some are only told of in passing."""
OF_ONE = 6
"""Statements of a record that is the only one."""
MOST_LARGEST = 5
"""Records that a question for the largest is answered with."""
OF_SEVERAL = 1
"""Statements of each of several records."""
WHERE_HELD = {"hosted", "took_place", "seat", "located", "stationed"}
SIZES = {"strength", "contributed", "attended", "took_part", "represented"}
"""Topics that say more of how large something was."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """One record of a type by its date, or a list of them; of a series its last, next or first part."""
    if parts := _of_series(store, reading):
        thing = reading.things[0]
        of_series = reading if reading.types else reading._replace(types=(thing.type,), called=thing.name)
        if reading.order in ORDERED:
            return _by_date(store, of_series, parts, day)
        return _list(store, of_series._replace(plural=True, things=()), parts, day)
    if reading.types and reading.order in (LARGEST, SMALLEST) and {*reading.topic} <= SIZES:
        return _by_size(store, reading, candidates(store, reading))
    if not reading.types or (reading.topic and not _asks_for_records(reading)):
        return None
    ordered = reading.order in ORDERED
    if not ordered and not _wants_list(reading):
        return None
    found = candidates(store, reading)
    if day < store.default_day and reading.order != NEXT:
        found = [record for record in found if record.first <= day]
    if ordered:
        found = [record for record in found if record.first]
        return _by_date(store, reading, _while_member(store, reading, found), day)
    if not found:
        return planned_within(store, reading) or _mentioned(store, reading)
    return _list(store, reading, found, day)


def _while_member(store: Store, reading: Interpretation, found: list[Found]) -> list[Found]:
    """Those of the records in whose time a state was a member, where `as a member` is asked; else all."""
    states = [thing.record for thing in reading.things if thing.kind == "member"]
    if not states or "membership" not in reading.topic or reading.topic[0] == "membership":
        return found
    spans = store.states_like("membership", store.pack["subject"], states[0])
    whens = [dates.parse(edtf) for _, edtf, _ in spans]
    return [
        record
        for record in found
        if any(when.interval and when.start_latest <= record.first < when.end_earliest for when in whens)
    ]


def _mentioned(store: Store, reading: Interpretation) -> Answer | None:
    """What is said of something of a type that has no record of its own: an election of which only the day is
    known."""
    things = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    if not things or not {*reading.types} <= {*TOLD_ONLY}:
        return None
    words = (singular(reading.called), *reading.rest)
    told = [*(concerning(store, thing) for thing in things), *(with_word(store, word) for word in words)]
    rows = store.database.execute(
        "SELECT subject, number FROM statement WHERE rank != 'deprecated' AND number IN "
        f"({', '.join(map(str, set.intersection(*told)))}) ORDER BY start_earliest DESC LIMIT {OF_ONE}"
    ).fetchall()
    return Answer(f"what is said of: {_called(reading)}", by_record(rows)) if rows else None


def _of_series(store: Store, reading: Interpretation) -> list[Found]:
    """The dated parts of the only thing that is named, where all of them are asked for, or one by its date:
    `last rubezh`."""
    several = reading.shape in ALL_OF and not (reading.rest or reading.period.given)
    asked = (reading.order in ORDERED or several) and len(reading.things) == 1
    if not asked or not {*reading.types} <= {reading.things[0].type}:
        return []
    if reading.things[0].kind != "event" or not {*reading.topic} <= WHERE_HELD:
        return []
    rows = store.database.execute(
        "SELECT r.id, r.kind, r.type, r.name, r.edtf, coalesce(r.earliest, ''), coalesce(r.latest, ''), "
        "coalesce(r.place, '') FROM statement s JOIN record r ON r.id = s.subject "
        "WHERE s.field = 'part_of' AND s.value = ? AND NOT s.negated AND r.edtf IS NOT NULL",
        (reading.things[0].record,),
    )
    return list(dict.fromkeys(Found(*row) for row in rows))


def _asks_for_records(reading: Interpretation) -> bool:
    """Whether the topic only says more of the records: `summits held in 2008`, `when was the last summit`."""
    more = {
        "hosted", "took_place", "founded", "became", "signed", "joined", "seat", "located", "stationed",
        "decided", "part_of", "composed_of", "adopted", "outcome", "membership", "agreement", "dispute",
        "conduct",
    }  # fmt: skip
    more |= {"attended", "took_part", "represented", "chaired"} if reading.order in (LAST, FIRST) else set()
    return set(reading.topic) <= more and (reading.order != "" or reading.plural)


def _wants_list(reading: Interpretation) -> bool:
    limited = bool(reading.things or reading.period.given or reading.rest)
    if reading.shape in (WHEN, WHERE) and limited and {*reading.types} & {*DATED}:
        return True
    if reading.shape in ("", WHICH, HOW_MANY, WHAT, WHERE, WHEN):
        return reading.plural or (not reading.shape and limited)
    return reading.shape == LIST


def _by_date(store: Store, reading: Interpretation, found: Sequence[Found], day: str) -> Answer | None:
    """The last, next, first or previous of the records."""
    what = _called(reading)
    unheld = only_planned(store)
    past = sorted(
        (record for record in found if record.first <= day and record.id not in unheld),
        key=lambda record: record.first,
    )
    if reading.order == NEXT:
        coming = [record for record in found if record.first > day and record.id not in unheld]
        if coming:
            soonest = min(coming, key=lambda record: record.first)
            return _one(store, f"next {what} after {dates.spoken(day)}", soonest, reading)
        newest = past[-1] if past else None
        shown = _item(store, newest, reading, 2) if newest else None
        if plan := planned(store, reading, newest.last if newest else "", day, shown):
            return plan
        message = f"No later {what} than {dates.spoken(day)} is dated here."
        if not past:
            return Answer(f"next {what}", (), message, complete=False, silent=True)
        last = [_item(store, record, reading) for record in past[-1:]]
        return Answer(f"next {what}", tuple(last), f"{message} The last one:", complete=False)
    if not past:
        return None
    until = {LAST: f", up to {dates.spoken(day)}", FIRST: " in this reference"}.get(reading.order, "")
    if reading.number:
        several = past[: reading.number] if reading.order == FIRST else past[: -reading.number - 1 : -1]
        items = tuple(_item(store, record, reading, OF_SEVERAL) for record in several)
        listed = not reading.topic and len(items) > 1
        return Answer(f"{reading.order} {len(several)} {what}{until}", items, listed=listed)
    place = {FIRST: 0, PREVIOUS: -2}.get(reading.order, -1)
    chosen = past[place if len(past) >= abs(place) else 0]
    return _one(store, f"{reading.order} {what}{until}", chosen, reading)


def _by_size(store: Store, reading: Interpretation, found: Sequence[Found]) -> Answer | None:
    """The records in the order of the largest number of people that is given for each."""
    numbers = store.database.execute(
        "SELECT subject, number, max(value_number) FROM statement WHERE field IN ('contributed', 'strength') "
        "AND value_number IS NOT NULL AND (unit IS NULL OR unit IN (SELECT value FROM json_each(?))) "
        "AND rank != 'deprecated' AND stance IN ('asserted', 'reported') GROUP BY subject",
        (_json(PEOPLE),),
    )
    of_record = {subject: (size, number) for subject, number, size in numbers}
    sized = [record for record in found if record.id in of_record]
    if not sized:
        return None
    sized.sort(key=lambda record: of_record[record.id][0], reverse=reading.order == LARGEST)
    largest = sized[: reading.number or MOST_LARGEST]
    items = [AnswerItem(record.id, (of_record[record.id][1],), _note(store, record)) for record in largest]
    return Answer(f"{reading.order} {_called(reading)}, by the numbers known here", tuple(items))


def _one(store: Store, read_as: str, record: Found, reading: Interpretation) -> Answer:
    return Answer(read_as, (_item(store, record, reading),))


def _list(store: Store, reading: Interpretation, found: list[Found], day: str) -> Answer:
    dated = found[0].kind in ("event", "agreement") and (reading.plural or reading.shape in (WHEN, WHERE))
    ordered = sorted(found, key=lambda record: record.first, reverse=True) if dated else found
    if reading.order == NOW:
        ordered = [record for record in ordered if not record.last or record.last >= day]
    most = 1 if len(ordered) > 1 else OF_ONE
    items = tuple(_item(store, record, reading, most) for record in ordered[:MOST_LISTED])
    message = f"{len(ordered)} in this reference." if reading.shape == HOW_MANY else ""
    return Answer(_called(reading), items, message, listed=len(items) > 1, more=len(ordered) - len(items))


def _called(reading: Interpretation) -> str:
    """What is asked for in words: `exercises, Armenia, 2009`."""
    others = (thing.name for thing in reading.things if thing.name != reading.called)  # a series is the type
    parts = [" ".join((*reading.rest, reading.called)), *others]
    return ", ".join((*parts, reading.period.spoken) if reading.period.given else parts)


def _item(store: Store, record: Found, reading: Interpretation, most: int = OF_ONE) -> AnswerItem:
    things = [thing.record for thing in reading.things if thing.record != store.pack["subject"]]
    rows = store.database.execute(
        "SELECT s.number FROM statement s WHERE s.subject = ? AND s.rank != 'deprecated' "
        "ORDER BY s.field NOT IN (SELECT value FROM json_each(?)), s.field NOT IN ('hosted', 'took_place'), "
        "NOT EXISTS (SELECT 1 FROM about a WHERE a.statement = s.number AND a.record != s.subject "
        "AND a.record IN (SELECT value FROM json_each(?))), s.weight DESC LIMIT ?",
        (record.id, _json(reading.topic), _json(things), most),
    )
    return AnswerItem(record.id, tuple(number for (number,) in rows), _note(store, record))


def _note(store: Store, record: Found) -> str:
    """When and where."""
    place = store.database.execute("SELECT name FROM record WHERE id = ?", (record.place,)).fetchone()
    return ", ".join(filter(None, (dates.spoken(record.edtf), place[0] if place else "")))


def _json(words: Sequence[str]) -> str:
    return "[" + ",".join(f'"{word}"' for word in words) + "]"
