"""Who is or was in a body: `members of the CSTO`, `observers`, `former members`, `how many members in
1994`."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...lexicon import LARGEST, PREVIOUS, SMALLEST
from ...question_words import HOW_MANY, LIST, WHAT, WHICH, WHO
from .. import Answer, AnswerItem
from ..shared.matches import numbers_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

FIELDS = ("membership", "observer", "suspended")
ABOUT_MEMBERS = ("joined", "left", "founded", "part_of")
"""Topics that go with a question for members."""
TOGETHER = 3
"""Of how many people who came into an office on one day it is known that they hold it together."""
COUNCILS = ("organ", "body", "committee")
"""Types of bodies in which people sit for states."""
ASKED_WITH = ("who", "which", "what", "are", "is", "how", "many", "were", "was")
"""Words of a question before `members`, where no name stands."""
PHRASES = {"membership": "members", "observer": "observers", "suspended": "suspended members"}


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The members or observers of a body, at the time asked for."""
    field = next((fields[0] for fields in reading.fields if fields[0] in FIELDS), "")
    states = [thing for thing in reading.things if thing.kind in ("member", "leader")]
    others = {fields[0] for fields in reading.fields} - {*FIELDS, *ABOUT_MEMBERS}
    others -= {"cooperation"} if field == "observer" else set()  # partner or observer states
    events = any(thing.kind == "event" for thing in reading.things)  # who came is another question
    unknown = _unknown_body(reading) if field and not reading.things else ""
    if unknown:
        message = f"No body called “{unknown}” is in this reference, nor who its {PHRASES[field]} are."
        return Answer(f"{PHRASES[field]} of “{unknown}”", (), message, complete=False, silent=True)
    if not field or states or events or reading.rest or others:
        return None
    if reading.shape not in ("", LIST, WHICH, WHO, WHAT, HOW_MANY):
        return None
    most = next((word for word in reading.words if word in reading.cue("personal")), reading.order)
    if most in (LARGEST, SMALLEST) or most != reading.order:
        said = f"the {most} of the {PHRASES[field]}"
        message = f"The sources do not say which of the {PHRASES[field]} is the {most} in this."
        return Answer(said, (), message, complete=False, silent=True)
    body = next((thing for thing in reading.things if thing.kind == "institution"), None)
    id = body.record if body else store.pack["subject"]
    record = store.record(id)
    if record is None:
        return None
    period = reading.period
    first, last = (period.first, period.last) if period.given else (day, day)
    former = reading.order == PREVIOUS or (reading.negated and bool(reading.cue("no-longer")))
    when = period.spoken if period.given else "as of " + dates.spoken(day)
    council = field == FIELDS[0] and not former and bool(body and body.type in COUNCILS)
    if council and (sitting := _sitting(store, id, first, last)):
        count = f"{len(sitting)} are known here." if reading.shape == HOW_MANY else ""
        return Answer(f"who sits in the {record.name}, {when}", sitting, count, listed=True)
    items = _members(store, field, [id], first, last, former)
    if former and field == FIELDS[0] and id == store.pack["subject"]:
        items = [_by_status(store, item, min(last, store.default_day)) for item in items]
        return Answer(f"former members of {record.name}, {when}", tuple(items)) if items else None
    if not items:
        items = _members(store, field, _parts(store, id), first, last, former)
        items = items or _members(store, field, [id, *_parts(store, id)], dates.FIRST_DAY, last, False)
        items = items or (_seated(store, id, first, last, former) if field == FIELDS[0] else [])
    said = f"{'former ' if former else ''}{PHRASES[field]} of {record.name}, {when}"
    message = f"{len(items)} {PHRASES[field]}." if reading.shape == HOW_MANY and items else ""
    if not items and council:
        return None
    if not items:
        return Answer(said, (), f"No {PHRASES[field]} are known here, {when}.", complete=False)
    return Answer(said, tuple(items), message, listed=True)


def _unknown_body(reading: Interpretation) -> str:
    """The words of a body that is none here, where they stand after `members of` or before `members`."""
    words = reading.words
    place = next((at for at, word in enumerate(words) if word in reading.asked), -1)
    asks = reading.yes_or_no or reading.shape not in ("", LIST, WHICH, WHO, WHAT, HOW_MANY)
    if place < 0 or asks or not reading.rest or reading.period.given:
        return ""
    after = [word for word in words[place + 1 :] if word != "the"]
    before = [word for word in words[:place] if word not in ("the", "list", "all")]
    before = [] if {*before} & {*ASKED_WITH} else before
    called = after[1:] if after[:1] == ["of"] else before if not after else []
    named = len(called) > 1 and {*called}.isdisjoint(reading.asked) and called[0] not in ("of", "not")
    named = named and not {*called}.isdisjoint(reading.rest)
    return " ".join(called) if named else ""


def _sitting(store: Store, council: str, first: str, last: str) -> tuple[AnswerItem, ...]:
    """Who sits in a council for the members of what the pack is about."""
    from .councils import sitting

    states = [item.record for item in _members(store, FIELDS[0], [store.pack["subject"]], first, last, False)]
    return tuple(sitting(store, council, states, first, last))


def _by_status(store: Store, item: AnswerItem, moment: str) -> AnswerItem:
    """A former member with all the times of its membership, and not only the first of them."""
    from .member_status import status_fact

    fact = status_fact(store, item.record, moment)
    numbers = tuple(numbers_of(store, fact.statements)) if fact else ()
    return item._replace(note="", summary=fact.text, statements=numbers[:1]) if fact and numbers else item


def _parts(store: Store, body: str) -> list[str]:
    """The parts of a body, and those that bear its short name."""
    rows = store.database.execute(
        "SELECT subject FROM statement WHERE field = 'part_of' AND value = ?1 AND NOT negated "
        "UNION SELECT k.record FROM word_key w JOIN name_key k ON k.number = w.name_key "
        "JOIN record r ON r.id = k.record WHERE r.kind = 'institution' AND k.sort = 'name' AND w.word = ("
        " SELECT words FROM name_key WHERE record = ?1 AND sort IN ('name', 'other') AND lang IS NULL"
        " ORDER BY length(words) LIMIT 1)",
        (body,),
    )
    return [part for (part,) in rows]


def _seated(store: Store, body: str, first: str, last: str, former: bool) -> list[AnswerItem]:
    """The people who sit in a body, such as a parliament: who holds an office of it that several hold."""
    rows = store.database.execute(
        "SELECT o.id, r.name, (SELECT max(n) FROM (SELECT count(DISTINCT subject) AS n FROM statement "
        "WHERE field = 'office' AND value = o.id AND start_earliest > ? GROUP BY start_earliest)) "
        "FROM office o JOIN record r ON r.id = o.id WHERE o.body = ?",
        (dates.FIRST_DAY, body),
    )
    # Where several came into it on one day, they hold it together, whatever it is called.
    offices = [id for id, name, together in rows if (together or 0) >= TOGETHER or store.is_shared(name)]
    return _members(store, "office", offices, first, last, former) if offices else []


def _in_years(edtf: str) -> str:
    """A stretch of time by its years: the line of a list has no room for days."""
    first, _, last = edtf.partition("/")
    return f"since {first[:4]}" if last in ("", "..") else f"{first[:4]}–{last[:4]}"


def _frozen(store: Store, bodies: Sequence[str], day: str) -> dict[str, str]:
    """The members that have frozen their part by a day, and since when."""
    rows = store.database.execute(
        "SELECT subject, edtf FROM statement WHERE field = 'suspended' AND NOT negated "
        "AND rank != 'deprecated' AND start_earliest <= ? AND end_latest > ? "
        f"AND value IN ({', '.join('?' * len(bodies))})",
        (day, day, *bodies),
    )
    return dict(rows.fetchall())


def _members(
    store: Store, field: str, bodies: Sequence[str], first: str, last: str, former: bool
) -> list[AnswerItem]:
    """A state or body with the statement that says most exactly since when."""
    rows = store.database.execute(
        "SELECT s.subject, r.name, s.number, s.edtf FROM statement s JOIN record r ON r.id = s.subject "
        f"WHERE s.field = ? AND s.value IN ({', '.join('?' * len(bodies))}) AND NOT s.negated AND s.rank "
        f"!= 'deprecated' AND s.edtf != '' "
        "ORDER BY r.name, s.weight DESC",
        (field, *bodies),
    )
    found: dict[str, tuple[tuple[bool, bool, str], AnswerItem]] = {}
    over: dict[str, bool] = {}
    for subject, _, number, edtf in rows:
        when = dates.parse(edtf)
        holds = when.interval and when.start_earliest <= last and when.end_latest > first
        holds = holds or (not when.interval and when.start_earliest <= last and when.end_latest >= first)
        over[subject] = over.get(subject, True) and not holds
        rank = (not holds, not when.interval, edtf)
        if subject not in found or rank < found[subject][0]:
            found[subject] = rank, AnswerItem(subject, (number,), dates.spoken(edtf))
    frozen = _frozen(store, bodies, last) if field == FIELDS[0] else {}
    for subject, edtf in frozen.items():
        if subject in found:
            rank, item = found[subject]
            found[subject] = rank, item._replace(note=f"{item.note}; frozen {_in_years(edtf)}")
    return [item for subject, (rank, item) in found.items() if (over[subject] if former else not rank[0])]
