"""Statements for any question, ranked by how much of it they meet."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...question_words import WHO
from .. import MOST, Answer, AnswerItem
from ..shared.matches import concerning, listed, spoken_name
from .evidence import Candidate, NamesNeeded, candidates, gather
from .figures import asks_for_figure, figures_first
from .scores import ONGOING, PARTICIPANTS, SENT, is_in_time, score

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

MEETING = ("decided", "adopted", "discussed", "outcome", "signed", "attended", "absent", "hosted", "deferred")
"""Topics of what goes on at meetings."""
CAME, AWAY, STATE = "attended", "absent", "member"
PURPOSE = "purpose"
TOGETHER = 5
"""Statements of which one must concern each of the things of a question for yes or no."""
ENOUGH = 0.6
"""Share of the best score below which a statement answers nothing."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements that meet most of the question; None where none does."""
    reading = _of_everything(store, reading)
    evidence = gather(store, reading)
    ranked = _ranked(store, reading, day, evidence)
    in_time = [one for one in ranked if is_in_time(reading, one)] if reading.period.given else ranked
    best = figures_first(store, reading, in_time or ranked)
    if not best:
        return _no_figure(store, reading) if ranked and asks_for_figure(reading) else None
    message, silent = "", False
    if reading.period.given and reading.period.first > store.default_day:
        day = dates.spoken(store.default_day)
        message = f"{reading.period.spoken} is after this edition. As last known on {day}:"
    elif state := _without_figure(reading, best, evidence):
        message, silent = f"The sources give no such number for {state}. Those of others:", True
    elif not in_time:
        message = f"Nothing about it is dated {reading.period.spoken} here. Of other times:"
    elif _misses_the_type(reading, best[0]):
        names = " and ".join(thing.name for thing in reading.things) or f"“{' '.join(reading.rest)}”"
        message = f"No {reading.called} of that description is in this reference. What it says of {names}:"
    elif missed := _missed(store, reading, best[0]) or _never_together(store, reading, best, evidence):
        message = f"Nothing here says so of {missed}. What is known:"
    elif other := _of_another(reading, best[0]):
        message = f"Nothing here states this of {other} itself. What is known:"
    elif unmet := _unmet(reading, best, evidence):
        message = unmet
    read_as = _read_as(store, reading)
    items = _items(store, reading, best)
    return Answer(read_as, items, message, complete=not message, silent=silent, ranked=True)


def _no_figure(store: Store, reading: Interpretation) -> Answer:
    """That no number of what is counted is given, where numbers of other things are."""
    named = listed([spoken_name(store, thing) for thing in reading.things])
    message = f"The sources give no such number{f' for {named}' if named else ''}."
    return Answer(_read_as(store, reading), (), message, complete=False, silent=True)


def _without_figure(reading: Interpretation, best: list[Candidate], evidence: NamesNeeded) -> str:
    """A state of which a number is asked, and which none of the statements concerns."""
    if not asks_for_figure(reading):
        return ""
    states = [thing for thing in reading.things if thing.kind == "member"]
    having = {thing.name: evidence.things[thing.record].scores for thing in states}
    return next((name for name, rows in having.items() if not any(c.number in rows for c in best)), "")


def _unmet(reading: Interpretation, best: list[Candidate], evidence: NamesNeeded) -> str:
    """What to say where nothing was understood but words, and no statement has all of them."""
    if not reading.only_words or reading.shape or reading.order:
        return ""
    having = [rows for rows, _ in evidence.words[: len(reading.rest)]]
    if max(sum(candidate.number in rows for rows in having) for candidate in best) == len(having):
        return ""
    return f"Nothing here has all of the words “{' '.join(reading.rest)}”. With some of them:"


def _of_everything(store: Store, reading: Interpretation) -> Interpretation:
    """A question for what was decided or discussed without its only thing, if that is what the pack is about:
    every meeting here is one of it."""
    only_subject = [thing.record for thing in reading.things] == [store.pack["subject"]]
    meets = {fields[0] for fields in reading.fields} <= {*MEETING} and bool(reading.fields)
    return reading._replace(things=()) if only_subject and meets and reading.period.given else reading


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


def _of_another(reading: Interpretation, top: Candidate) -> str:
    """The body whose purpose is asked for, if the best statement gives that of something else."""
    bodies = [thing for thing in reading.things if thing.kind == "institution"]
    asks = bool(reading.fields) and reading.fields[0][0] == PURPOSE and len(reading.things) == 1
    return bodies[0].name if asks and bodies and top.subject != bodies[0].record else ""


def _never_together(
    store: Store, reading: Interpretation, best: list[Candidate], evidence: NamesNeeded
) -> str:
    """The thing that a question for yes or no names and that the best statement does not concern, where no
    good one concerns all of them: what somebody sent elsewhere was not sent there."""
    others = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    asks = reading.yes_or_no or not reading.shape
    if not asks or len(others) < 2 or not reading.fields:
        return ""
    if SENT.intersection(reading.words):  # what took place somewhere was not for that sent there
        having = [concerning(store, thing) for thing in others]
    else:
        having = [{*evidence.things[thing.record].scores} for thing in others]
    of_topic = [one for one in best[:TOGETHER] if one.field in reading.topic]
    if any(all(one.number in scores for scores in having) for one in of_topic):
        return ""
    apart = [thing.name for thing, scores in zip(others, having, strict=True) if best[0].number not in scores]
    return apart[0] if apart else others[-1].name


def _misses_the_type(reading: Interpretation, top: Candidate) -> bool:
    """Whether nothing but a thing of a type was asked for, and there is none."""
    shaped = reading.shape if reading.shape != WHO else ""  # whoever did something, it was to one of the type
    asks = reading.topic or reading.period.given or reading.titles or shaped
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
    if top.field in PARTICIPANTS and top.field in reading.topic and not asks_for_figure(reading):
        numbers = _alike(store, reading, top.subject, top.field, top.negated)
        away = _alike(store, reading, top.subject, AWAY, 0) if top.field == CAME else []
        order = (top.number, *away[:1], *numbers, *of_record[top.subject], *away)
        of_record[top.subject] = list(dict.fromkeys(order))
        summary = _participants(store, top.field, numbers, away) if len(numbers) > 2 else ""
    return tuple(
        AnswerItem(record, tuple(numbers), _when(store, record), summary if record == top.subject else "")
        for record, numbers in list(of_record.items())[:MOST]
    )


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
