"""Statements for any question, ranked by how much of it they meet."""

from __future__ import annotations

from cstoref import dates

from ..interpretation import Interpretation
from . import MOST, Answer, AnswerItem
from .evidence import Candidate, NamesNeeded, candidates, gather
from .scores import ONGOING, PARTICIPANTS, is_in_time, score

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ENOUGH = 0.6
"""Share of the best score below which a statement answers nothing."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements that meet most of the question; None where none does."""
    evidence = gather(store, reading)
    ranked = _ranked(store, reading, day, evidence)
    in_time = [one for one in ranked if is_in_time(reading, one)] if reading.period.given else ranked
    best = in_time or ranked
    if not best:
        return None
    message = ""
    if reading.period.given and reading.period.first > store.default_day:
        day = dates.spoken(store.default_day)
        message = f"{reading.period.spoken} is after this edition. As last known on {day}:"
    elif not in_time:
        message = f"Nothing about it is dated {reading.period.spoken} here. Of other times:"
    elif _misses_the_type(reading, best[0]):
        names = " and ".join(thing.name for thing in reading.things) or f"“{' '.join(reading.rest)}”"
        message = f"No {reading.called} of that description is in this reference. What it says of {names}:"
    elif missed := _missed(store, reading, best[0]):
        message = f"Nothing here says so of {missed}. What is known:"
    elif unmet := _unmet(reading, best, evidence):
        message = unmet
    read_as = _read_as(store, reading)
    return Answer(read_as, _items(store, reading, best), message, complete=not message)


def _unmet(reading: Interpretation, best: list[Candidate], evidence: NamesNeeded) -> str:
    """What to say where no statement has the words that were typed: all of them, where nothing else was
    understood; any of them, where nothing but things was."""
    if reading.topic or reading.types or reading.titles or reading.shape or reading.order or not reading.rest:
        return ""
    having = [rows for rows, _ in evidence.words[: len(reading.rest)]]
    met = [sum(candidate.number in rows for rows in having) for candidate in best]
    words = f"“{' '.join(reading.rest)}”"
    if reading.only_words and max(met) < len(having):
        return f"Nothing here has all of the words {words}. With some of them:"
    if reading.things and not any(met):
        named = " and ".join(thing.name for thing in reading.things)
        return f"Nothing here says {words} of {named}. What is known:"
    return ""


def _missed(store: Store, reading: Interpretation, top: Candidate) -> str:
    """The body that a question about a membership or office names, if the best statement is not about it."""
    if top.field not in ONGOING:
        return ""
    for thing in reading.things:
        row = store.database.execute(
            "SELECT EXISTS (SELECT 1 FROM about WHERE record = ? AND statement = ?)",
            (thing.record, top.number),
        ).fetchone()
        if not row[0] and thing.type in ("organization", "bloc"):
            return thing.name
    return ""


def _misses_the_type(reading: Interpretation, top: Candidate) -> bool:
    """Whether nothing but a thing of a type was asked for, and there is none."""
    asks = reading.topic or reading.period.given or reading.titles or reading.shape
    limited = bool(reading.things) != bool(reading.rest)
    return bool(reading.types and limited and not asks) and top.type not in reading.types


def _ranked(store: Store, reading: Interpretation, day: str, evidence: NamesNeeded) -> list[Candidate]:
    """The candidates that meet enough, the best first; as of a past day without what came later."""
    as_of = day if day < store.default_day else dates.LAST_DAY
    scored = [
        (score(reading, candidate, evidence, day), candidate)
        for candidate in candidates(store, reading, evidence)
        if candidate.first <= as_of
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].number))
    return [candidate for points, candidate in scored if points >= scored[0][0] * ENOUGH]


def _items(store: Store, reading: Interpretation, best: list[Candidate]) -> tuple[AnswerItem, ...]:
    """The statements by record, those of the best record first; of a field with a statement for each
    participant all of them."""
    of_record: dict[str, list[int]] = {}
    for one in best[: MOST * 2]:
        of_record.setdefault(one.subject, []).append(one.number)
    top, summary = best[0], ""
    if top.field in PARTICIPANTS and top.field in reading.topic:
        alike = store.database.execute(
            "SELECT number FROM statement WHERE subject = ? AND field = ? AND rank != 'deprecated' "
            "AND negated = ? ORDER BY number",
            (top.subject, top.field, top.negated),
        )
        numbers = [number for (number,) in alike]
        of_record[top.subject] = list(dict.fromkeys((top.number, *numbers, *of_record[top.subject])))
        summary = _participants(store, numbers, store.fields[top.field].label) if len(numbers) > 2 else ""
    return tuple(
        AnswerItem(record, tuple(numbers), _when(store, record), summary if record == top.subject else "")
        for record, numbers in list(of_record.items())[:MOST]
    )


def _participants(store: Store, numbers: list[int], label: str) -> str:
    """Everyone that these statements name, states before people: `signed by: Armenia, Belarus, Russia`."""
    rows = store.database.execute(
        "SELECT DISTINCT r.name FROM role o JOIN record r ON r.id = o.record "
        f"WHERE o.statement IN ({', '.join(map(str, numbers))}) AND o.role IN ('who', 'for') "
        "ORDER BY r.kind != 'member', r.name"
    )
    return f"{label}: {', '.join(name for (name,) in rows)}"


def _when(store: Store, record: str) -> str:
    """When an event was, or an agreement."""
    row = store.database.execute(
        "SELECT edtf FROM record WHERE id = ? AND kind IN ('event', 'agreement')", (record,)
    ).fetchone()
    return dates.spoken(row[0]) if row and row[0] else ""


def _read_as(store: Store, reading: Interpretation) -> str:
    """What was looked for: `signed by: Agreement on …, 2009`."""
    labels = [store.fields[field].label for field in reading.topic[:1] if field in store.fields]
    parts = [thing.name for thing in reading.things] or [" ".join(reading.rest)]
    if reading.things and reading.rest:
        parts.append("“" + " ".join(reading.rest) + "”")
    if reading.period.given:
        parts.append(reading.period.spoken)
    elif reading.order:
        parts.append(reading.order)
    subject = ", ".join(part for part in parts if part)
    if reading.only_words:
        return f"what is said with the words “{' '.join(reading.rest)}”"
    return f"{labels[0]}: {subject}" if labels and subject else labels[0] if labels else subject
