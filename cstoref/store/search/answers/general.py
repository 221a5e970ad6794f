"""Statements for any question, ranked by how much of it they meet: its things, topic, time,
shape and words."""

from __future__ import annotations

from math import log

from cstoref import dates, fold
from cstoref.namedtuples import NamedTuple
from cstoref.store import world

from ..interpretation import HOW_MANY, WHEN, WHERE, WHO, WHY, Reading
from ..lexicon import FIRST, LAST, NOW
from ..things import LONGEST, Thing
from ..word_forms import forms
from . import MOST, Answer, Item
from .location import is_location, located_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstoref.store.queries import Store

PER_THING, PER_TOPIC, PER_WORD = 500, 500, 2000
"""Statements that are weighed for each, the most telling first."""
THING, SUBJECT, TOPIC, SECOND, WITHIN, AROUND, TYPE, EVENT, MISSING = (
    6.0,
    2.0,
    8.0,
    5.0,
    6.0,
    3.5,
    4.0,
    8.0,
    -5.0,
)
MOST_MEANT = 3
"""Records of one name that are looked at beside the one that is meant most likely."""
MENTIONED, RELATED, BY_DEFAULT, ASKED = 0.7, 0.4, 0.25, 0.4
ENOUGH = 0.6
"""Share of the best score below which a statement answers nothing."""
FITS = {
    WHO: ("office", "signed", "attended", "commanded_by", "chaired", "represented", "proposed", "refused"),
    WHERE: ("hosted", "seat", "located", "stationed", "took_place"),
    WHY: ("reason", "motive", "explained"),
}
PARTICIPANTS = ("signed", "ratified", "attended", "absent", "refused", "joined", "left", "represented",
"took_part",
                "contributed", "adopted", "reserved", "invited", "hosted")  # fmt: skip
"""Fields that have a statement for each participant: an answer has all of them."""
ONGOING = ("office", "membership", "observer", "suspended")
"""States that answer for every later day while they last."""


class Candidate(NamedTuple):
    """A statement that may answer, and what weighs for it."""

    number: int
    subject: str
    type: str
    field: str
    first: str
    last: str
    edtf: str
    weight: int
    is_number: bool
    stance: str
    negated: bool
    deprecated: bool
    is_event: bool
    statements: int
    """That concern its subject."""


class NamedThing(NamedTuple):
    """What a thing adds to the score of a statement."""

    scores: dict[int, float]
    """By the number of the statement."""
    subjects: dict[str, int]
    """Of the statements that concern it, with how many each has: what else is said of these is related."""
    related: float
    missing: float

    def share(self, candidate: Candidate) -> float:
        """How much of what is said of the subject of a statement concerns the thing, from 0 to 1."""
        return min(1.0, self.subjects.get(candidate.subject, 0) / max(2, candidate.statements))

    def score(self, candidate: Candidate) -> float:
        """What a statement scores."""
        missing = self.related if candidate.subject in self.subjects else self.missing
        return self.scores.get(candidate.number, missing)


class Scored(NamedTuple):
    """A candidate and how well it meets the question."""

    score: float
    candidate: Candidate


def answer(store: Store, reading: Reading, day: str) -> Answer | None:
    """The statements that meet most of the question; None where none does."""
    scored = _scored(store, reading, day)
    in_time = [one for one in scored if _in_time(reading, one.candidate)] if reading.period.given else scored
    message = ""
    if scored and not in_time:
        message = f"Nothing about it is dated {reading.period.spoken} here. Of other times:"
    best = in_time or scored
    if not best:
        return None
    if not message and _misses_the_type(reading, best[0].candidate):
        names = " and ".join(thing.name for thing in reading.things) or f"“{' '.join(reading.rest)}”"
        message = f"No {reading.called} of that description is in this reference. What it says of {names}:"
    read_as = _read_as(store, reading, best[0].candidate)
    return Answer(read_as, _items(store, reading, best), message, complete=not message)


def _misses_the_type(reading: Reading, top: Candidate) -> bool:
    """Whether nothing but a thing of a type was asked for, and there is none."""
    asks = reading.topic or reading.period.given or reading.titles or reading.shape
    limited = bool(reading.things) != bool(reading.rest)
    return bool(reading.types and limited and not asks) and top.type not in reading.types


def _scored(store: Store, reading: Reading, day: str) -> list[Scored]:
    """Candidates with their scores, the best first; none that meets too little."""
    words = {word: _having(store, word, reading) for word in reading.rest}
    asked = {word: _having(store, word, reading) for word in reading.asked}
    total = float(store.count("statements") + 1)
    about = {thing.record: _named(store, reading, thing, total) for thing in reading.things}
    if not about and not reading.rest and store.pack["subject"]:
        subject = store.pack["subject"]
        named = _named(store, reading, Thing(subject, "institution", "", "", ()), total)
        scores = {number: score * BY_DEFAULT for number, score in named.scores.items()}
        about[subject] = named._replace(scores=scores, missing=0.0, related=0.0)
    numbers = set().union(*(named.scores for named in about.values()), *(rows for rows, _ in words.values()))
    if reading.topic and not reading.things:
        numbers |= _of_fields(store, reading.topic)
    found = []
    asked_as_of = day < store.default_day
    for candidate in _candidates(store, numbers):
        if asked_as_of and candidate.first > day:  # had not happened yet
            continue
        score = _score(reading, candidate, about, day)
        for share, having in ((1.0, words), (ASKED, asked)):
            for rows, seen in having.values():
                score += share * rows.get(candidate.number, 0.0) * log(total / (seen + 1))
        found.append(Scored(score, candidate))
    found.sort(key=lambda one: (-one.score, one.candidate.number))
    foreign = [rows for word, (rows, _) in words.items() if world.is_territory(word) or world.is_people(word)]
    if foreign:  # what is said of others is no answer to a question about a country
        found = [one for one in found if all(one.candidate.number in rows for rows in foreign)]
    return [one for one in found if one.score >= found[0].score * ENOUGH]


def _score(reading: Reading, candidate: Candidate, about: dict[str, NamedThing], day: str) -> float:
    score = candidate.weight / 25.0
    score += sum(named.score(candidate) for named in about.values())
    score += SUBJECT if candidate.subject in about else 0
    for fields in reading.fields:
        if candidate.field in fields:
            score += TOPIC if candidate.field == fields[0] else SECOND
    if reading.period.given and candidate.is_event:
        score += EVENT * max((named.share(candidate) for named in about.values()), default=0.0)
    if reading.fields and candidate.field not in reading.topic:
        score += MISSING
    if reading.types:
        score += TYPE if candidate.type in reading.types else -TYPE / 2
    if reading.negated and (
        candidate.negated or candidate.field in ("refused", "absent", "rejected", "opposed")
    ):
        score += TOPIC
    if candidate.field in FITS.get(reading.shape, ()):
        score += SECOND if not reading.topic else 1
    if reading.shape == HOW_MANY:
        score += SECOND if candidate.is_number else 0
    if reading.shape == WHEN and candidate.edtf:
        score += 1
    if candidate.stance in ("planned", "proposed", "predicted", "opinion"):
        score -= 1.5
    score -= 30 if candidate.deprecated else 0
    return score + _timely(reading, candidate, day)


def _timely(reading: Reading, candidate: Candidate, day: str) -> float:
    """How well the time of a statement fits: within what is asked before all around it; now, the latest."""
    period = reading.period
    if period.given:
        if not candidate.edtf:
            return -SECOND
        if period.first <= candidate.first <= period.last:
            return WITHIN if candidate.last <= period.last else WITHIN - 1
        if not _in_time(reading, candidate):
            return -SECOND * 2
        return AROUND if candidate.field in reading.topic else -AROUND
    if reading.order in (LAST, NOW) and candidate.first and candidate.first <= day:
        ongoing = 2.0 if candidate.last > day else 0.0
        return ongoing + (int(candidate.first[:4]) - 1990) / 8.0
    if reading.order == FIRST and candidate.first > dates.FIRST_DAY:
        return (2030 - int(candidate.first[:4])) / 8.0
    if candidate.field in ONGOING:
        return (
            1.0
            if candidate.last > day and "/" in candidate.edtf
            else -1.0
            if "/" not in candidate.edtf
            else 0.0
        )
    return 0.0


def _in_time(reading: Reading, candidate: Candidate) -> bool:
    """Whether a statement is of the time asked for: within it,
    or a term or membership that lasted through it,
    or something that began in it."""
    period = reading.period
    if not candidate.edtf or candidate.first > period.last or candidate.last < period.first:
        return False
    if candidate.first >= period.first:
        return True
    if candidate.edtf.endswith("/"):
        return False
    return candidate.field in ONGOING or candidate.last < dates.LAST_DAY


def _named(store: Store, reading: Reading, thing: Thing, total: float) -> NamedThing:
    """What the statements that concern a thing score, or what is at a place; those that only mention its name
    less. The rarer a thing, the more it tells."""
    records = {thing.record, *thing.others[:MOST_MEANT]}
    if thing.kind == "place":
        rows = store.database.execute(
            "SELECT subject FROM statement WHERE field IN ('located', 'stationed', 'seat') AND value = ?",
            (thing.record,),
        )
        records |= {record for (record,) in rows}
    numbers: set[int] = set()
    for record in records:
        rows = store.database.execute(
            "SELECT statement FROM about WHERE record = ? ORDER BY weight DESC LIMIT ?", (record, PER_THING)
        )
        numbers |= {number for (number,) in rows}
    rarity = log(total / (len(numbers) + 1))
    scores = dict.fromkeys(_mentions(store, thing), MENTIONED * (THING + rarity))
    scores |= dict.fromkeys(numbers, THING + rarity)
    scores |= dict.fromkeys(_of_records_named(store, thing), THING + rarity + SUBJECT)
    if is_location(reading, thing):
        scores |= dict.fromkeys(_of_subjects(store, located_in(store, thing)), THING + rarity + SUBJECT)
    rows = store.database.execute(
        f"SELECT subject, count(*) FROM statement WHERE number IN ({', '.join(map(str, scores))}) GROUP "
        f"BY subject"
    )
    return NamedThing(scores, dict(rows.fetchall()), RELATED * (THING + rarity), -(2 + MENTIONED * rarity))


def _of_records_named(store: Store, thing: Thing) -> list[int]:
    """The statements of events and bodies with the name of a state or place in theirs."""
    name = fold.words(thing.name)
    if thing.kind not in ("member", "place") or not name:
        return []
    rows = store.database.execute(
        "SELECT s.number FROM word_key w JOIN name_key k ON k.number = w.name_key AND k.sort = 'name' "
        "JOIN record r ON r.id = k.record JOIN statement s ON s.subject = r.id "
        "WHERE w.word = ? AND instr(' ' || k.words || ' ', ?) AND r.kind = 'event' LIMIT ?",
        (name.split()[0], f" {name} ", PER_THING),
    )
    return [number for (number,) in rows]


def _of_subjects(store: Store, records: set[str]) -> list[int]:
    """The statements of some records."""
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE subject IN ({', '.join('?' * len(records))}) "
        "ORDER BY weight DESC LIMIT ?",
        (*records, PER_THING),
    )
    return [number for (number,) in rows]


def _mentions(store: Store, thing: Thing) -> list[int]:
    """The statements with the name of a thing in their text."""
    name = " ".join(fold.words(thing.name).split()[:LONGEST])
    if not name:
        return []
    rows = store.database.execute(
        "SELECT rowid FROM statement_text WHERE statement_text MATCH ? LIMIT ?",
        (f'{{text}} : "{name}"', PER_THING),
    )
    return [number for (number,) in rows]


def _of_fields(store: Store, fields: Iterable[str]) -> set[int]:
    fields = tuple(fields)
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE field IN ({', '.join('?' * len(fields))}) ORDER BY weight "
        f"DESC LIMIT ?",
        (*fields, PER_TOPIC),
    )
    return {number for (number,) in rows}


def _having(store: Store, word: str, reading: Reading) -> tuple[dict[int, float], int]:
    """The statements that have a form of a word: in their own text whole, in names or quotes a part; and how
    many there are. A number goes with the word before it: `article 4`."""
    place = reading.words.index(word) if word.isdigit() and word in reading.words else 0
    if place:
        phrase = f'"{reading.words[place - 1]} {word}"'
        rows = store.database.execute(
            "SELECT rowid FROM statement_text WHERE statement_text MATCH ? LIMIT ?", (phrase, PER_WORD)
        ).fetchall()
        if rows:
            return {number: 1.0 for (number,) in rows}, len(rows)
    thousands = [f'"{word[:-3]} {word[-3:]}"'] if word.isdigit() and len(word) > 3 else []
    expressions = [*thousands, *(f'"{form}"{star}' for form, star in forms(word, True))]
    exact = [*thousands, *(f'"{form}"{star}' for form, star in forms(word, False))]
    having: dict[int, float] = {}
    for share, columns, wanted in (
        (0.5, "", expressions), (0.75, "{text} : ", expressions), (0.7, "", exact), (1.0, "{text} : ", exact),
    ):  # fmt: skip
        for (number,) in store.database.execute(
            "SELECT rowid FROM statement_text WHERE statement_text MATCH ? LIMIT ?",
            (f"{columns}({' OR '.join(wanted)})", PER_WORD),
        ):
            having[number] = share
    return having, len(having)


def _candidates(store: Store, numbers: Iterable[int]) -> list[Candidate]:
    rows = store.database.execute(
        "SELECT s.number, s.subject, r.type, s.field, coalesce(s.start_earliest, ''), "
        "coalesce(s.end_latest, ''), "
        "coalesce(s.edtf, ''), s.weight, s.value_number IS NOT NULL OR s.value_min IS NOT NULL, "
        "s.stance, s.negated, "
        "s.rank = 'deprecated', r.kind = 'event', r.statements FROM statement s JOIN record r ON r.id = "
        "s.subject "
        f"WHERE s.number IN ({', '.join(map(str, numbers))})"
    )
    return [Candidate(*row) for row in rows]


def _items(store: Store, reading: Reading, best: list[Scored]) -> tuple[Item, ...]:
    """The statements by record, those of the best record first; of a field with a statement for each
    participant all of them."""
    of_record: dict[str, list[int]] = {}
    for one in best[: MOST * 2]:
        of_record.setdefault(one.candidate.subject, []).append(one.candidate.number)
    top, summary = best[0].candidate, ""
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
        Item(record, tuple(numbers), _when(store, record), summary if record == top.subject else "")
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


def only_words(reading: Reading) -> bool:
    """Whether nothing was understood but words to look for."""
    return bool(reading.rest) and not (reading.things or reading.topic or reading.types or reading.titles)


def _read_as(store: Store, reading: Reading, top: Candidate) -> str:
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
    if only_words(reading):
        return f"what is said with the words “{' '.join(reading.rest)}”"
    return f"{labels[0]}: {subject}" if labels and subject else labels[0] if labels else subject
