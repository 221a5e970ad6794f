"""The records of an answer with their statements: who took part is told before them, as the card tells it."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from .. import MOST, AnswerItem
from ..shared.matches import with_word
from .evidence import Candidate
from .figures import asks_for_figure
from .scores import PARTICIPANTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

CAME, AWAY, SENT = "attended", "absent", "represented"
VIDEO = "video"
STATE, EVENT = "member", "event"


def items_of(
    store: Store, reading: Interpretation, best: list[Candidate], day: str
) -> tuple[AnswerItem, ...]:
    """The statements by record, those of the best record first; of a field with a statement for each
    participant all of them."""
    of_record: dict[str, list[int]] = {}
    for one in best[: MOST * 2]:
        of_record.setdefault(one.subject, []).append(one.number)
    top, summary = best[0], ""
    if top.field in PARTICIPANTS and top.field in reading.topic and not asks_for_figure(reading):
        numbers = _alike(store, reading, top.subject, top.field, top.negated)
        away = _alike(store, reading, top.subject, AWAY, 0) if top.field == CAME else []
        order = (top.number, *away[:1], *numbers, *of_record[top.subject], *away)
        of_record[top.subject] = list(dict.fromkeys(order))
        summary = _facts(store, reading, top, day)
        if summary and top.field == CAME:
            summary = f"{summary}{_people(store, numbers)}"
        if not summary and len(numbers) > 2:
            summary = _participants(store, top.field, numbers, away)
    return tuple(
        AnswerItem(record, tuple(numbers), _when(store, record), summary if record == top.subject else "")
        for record, numbers in list(of_record.items())[:MOST]
    )


def _people(store: Store, numbers: list[int]) -> str:
    """The people whom statements on who came name, those apart who took part by video."""
    by_video = with_word(store, VIDEO).intersection(numbers)
    there = _named(store, [number for number in numbers if number not in by_video])[1]
    far = {id: name for id, name in _named(store, list(by_video))[1].items() if id not in there}
    parts = (("In person", there), ("By video", far))
    return "".join(f". {label}: {', '.join(names.values())}" for label, names in parts if names)


def _facts(store: Store, reading: Interpretation, top: Candidate, day: str) -> str:
    """What the facts of the record say of who took part, and who did not, with the one that was asked for
    first: `Signed by: … (Moscow, 14 Jun 2009); Belarus (≈20 Oct 2009, …). Not signed by: Uzbekistan`. Of some
    time of an agreement its facts say too much."""
    from cstoref.store.facts_of_day import facts_on

    record = store.record(top.subject)
    if record is None or (record.kind != EVENT and not _is_of_the_time(reading, record.when)):
        return ""
    wanted = {top.field, *((AWAY, SENT) if top.field == CAME else ())}
    rules = [rule for rule in store.fact_rules(record.type) if wanted.intersection(rule.fields)]
    rules = [rule for rule in rules if rule.part == "subject"]
    ids = [rule.id for rule in sorted(rules, key=lambda rule: rule.fields[0] != top.field)]
    known = {fact.id: fact for fact in facts_on(store, record, day) if fact.statements}
    told = [known[id] for id in dict.fromkeys(ids) if id in known]
    return ". ".join(f"{fact.label}: {fact.text}" for fact in told)


def _is_of_the_time(reading: Interpretation, edtf: str | None) -> bool:
    """Whether the time that is asked about only tells which agreement is meant: `the 2009 agreement`."""
    return not reading.period.given or reading.period.first <= dates.first_of(edtf) <= reading.period.last


def _alike(store: Store, reading: Interpretation, record: str, field: str, negated: int) -> list[int]:
    """The statements of one field of a record, of the time that is asked about if there is one."""
    period = reading.period
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject = ? AND field = ? AND rank != 'deprecated' "
        "AND negated = ? AND (? = '' OR (coalesce(start_earliest, '') <= ? "
        "AND coalesce(end_latest, '9') >= ?)) ORDER BY number",
        (record, field, negated, period.spoken, period.last, period.first),
    )
    return [number for (number,) in rows]


def _participants(store: Store, field: str, numbers: list[int], away: list[int]) -> str:
    """Everyone that these statements name, states before people; at a meeting also the states that stayed
    away: `attended: Belarus, Russia; stayed away: Armenia; in person: Alexander Lukashenko`."""
    states, people = _named(store, numbers)
    absent = _named(store, away)
    if field != CAME:
        # Whoever signed for a state that is named is named by it.
        served = store.states_of_leaders() if states and people else {}
        others = [name for id, name in people.items() if served.get(id) not in states.values()]
        return f"{store.fields[field].label}: {', '.join((*states.values(), *others))}"
    parts = [(store.fields[field].label, states or people)]
    parts.append((store.fields[AWAY].label, absent[0] or absent[1]))
    parts.append(("in person", people if states else {}))
    return "; ".join(f"{label}: {', '.join(names.values())}" for label, names in parts if names)


def _named(store: Store, numbers: list[int]) -> tuple[dict[str, str], dict[str, str]]:
    """The states, and all others, that take part in what the statements say: their names by id."""
    rows = store.database.execute(
        "SELECT DISTINCT r.id, r.name, r.kind FROM role o JOIN record r ON r.id = o.record "
        f"WHERE o.statement IN ({', '.join(map(str, numbers))}) AND o.role IN ('who', 'for') ORDER BY r.name"
    ).fetchall()
    states = {id: name for id, name, kind in rows if kind == STATE}
    return states, {id: name for id, name, _ in rows if id not in states}


def _when(store: Store, record: str) -> str:
    """When an event was, or an agreement."""
    row = store.database.execute(
        "SELECT edtf FROM record WHERE id = ? AND kind IN ('event', 'agreement')", (record,)
    ).fetchone()
    return dates.spoken(row[0]) if row and row[0] else ""
