"""What speaks for a statement: the things that it concerns, and the words that it has.

Gathered for a whole question at once, with as few queries as there are things and words; `scores` weighs it.
"""

from __future__ import annotations

from math import log

from cstoref import fold
from cstoref.namedtuples import NamedTuple
from cstoref.store import world

from ...interpretation import Interpretation
from ...periods import Period
from ...synonyms import same
from ...things import LONGEST, Thing
from ...word_forms import forms
from ..shared.location import is_location, located_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstoref.store.queries import Store

PER_THING, PER_TOPIC, PER_WORD = 500, 500, 2000
"""Statements that are looked at for each, the most telling first."""
MOST = 150
"""Statements without a field of the topic that are weighed, those that meet most first."""
NAMED = 6.0
"""What a statement scores that concerns a thing, beside what the thing tells by being rare."""
SUBJECT = 2.0
"""What is added for the record that the thing names."""
MENTIONED, RELATED, BY_DEFAULT, ASKED = 0.7, 0.4, 0.25, 0.4
"""Shares of a full score: for a mention of a name, for what is said elsewhere of the same record, for the
organization that the pack is about where nothing is named, for a word that was taken for a topic."""
MOST_MEANT = 3
"""Records of one name that are looked at beside the one that is meant most likely."""


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
    full: float
    """What a statement scores that concerns it."""

    def share(self, candidate: Candidate) -> float:
        """How much of what is said of the subject of a statement concerns the thing, from 0 to 1."""
        return min(1.0, self.subjects.get(candidate.subject, 0) / max(2, candidate.statements))

    def score(self, candidate: Candidate) -> float:
        """What a statement scores."""
        missing = self.related if candidate.subject in self.subjects else self.missing
        return self.scores.get(candidate.number, missing)


class NamesNeeded(NamedTuple):
    """Statements that have the name of a country or people that is no record here: one of each is
    needed."""

    things: dict[str, NamedThing]
    words: tuple[tuple[dict[int, float], float], ...]
    required: tuple[dict[int, float], ...]
    """Statements that have the name of a country or people that is no record here: one of each is needed."""

    def text_score(self, number: int) -> float:
        """What a statement scores for its words."""
        return sum(having.get(number, 0.0) * telling for having, telling in self.words)

    def first_score(self, number: int) -> float:
        """A rough score, from what is known without reading the statement."""
        return self.text_score(number) + sum(named.scores.get(number, 0.0) for named in self.things.values())


def gather(store: Store, reading: Interpretation) -> NamesNeeded:
    """What speaks for statements in answer to a question."""
    total = float(store.count("statements") + 1)
    things = {thing.record: _named(store, reading, thing, total) for thing in reading.things}
    subject = store.pack["subject"]
    if not things and not reading.rest and subject:
        named = _named(store, reading, Thing(subject, "institution", "", "", ()), total)
        scores = {number: score * BY_DEFAULT for number, score in named.scores.items()}
        things[subject] = named._replace(scores=scores, missing=0.0, related=0.0)
    having = {word: rows_having(store, word, reading) for word in reading.rest}
    asked = {word: rows_having(store, word, reading) for word in reading.asked}
    words = [(rows, log(total / (len(rows) + 1))) for rows in having.values()]
    words += [(rows, ASKED * log(total / (len(rows) + 1))) for rows in asked.values()]
    foreign = (word for word in having if world.is_territory(word) or world.is_people(word))
    return NamesNeeded(things, tuple(words), tuple(having[word] for word in foreign))


def candidates(store: Store, reading: Interpretation, evidence: NamesNeeded) -> list[Candidate]:
    """The statements that are worth weighing."""
    numbers = dict.fromkeys(number for named in evidence.things.values() for number in named.scores)
    numbers |= dict.fromkeys(number for rows, _ in evidence.words[: len(reading.rest)] for number in rows)
    if evidence.required:  # what is said of others is no answer to a question about a country
        numbers = dict.fromkeys(set(evidence.required[0]).intersection(*evidence.required))
    elif reading.topic and not reading.things:
        numbers |= dict.fromkeys(_of_fields(store, reading.topic))
    if reading.period.given:
        numbers = in_time(store, numbers, reading.period) or numbers
    best = sorted(numbers, key=lambda number: -evidence.first_score(number))[:MOST]
    return read_candidates(store, dict.fromkeys((*best, *_with_fields(store, numbers, reading.topic))))


def of_events_in_time(store: Store, records: set[str], period: Period) -> set[int]:
    """The statements of those of the records that are events of a time."""
    rows = store.database.execute(
        "SELECT s.number FROM statement s JOIN record r ON r.id = s.subject AND r.kind = 'event' "
        f"WHERE s.subject IN ({', '.join('?' * len(records))}) AND r.earliest <= ? AND r.latest >= ?",
        (*records, period.last, period.first),
    )
    return {number for (number,) in rows}


def concerning_in_time(store: Store, record: str, period: Period) -> set[int]:
    """The statements of a time that concern a record."""
    rows = store.database.execute(
        "SELECT a.statement FROM about a JOIN statement s ON s.number = a.statement WHERE a.record = ? "
        "AND s.start_earliest <= ? AND s.end_latest >= ?",
        (record, period.last, period.first),
    )
    return {number for (number,) in rows}


def in_time(store: Store, numbers: Iterable[int], period: Period) -> dict[int, None]:
    """Those of the statements that are of a time."""
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE number IN ({', '.join(map(str, numbers))}) "
        "AND start_earliest <= ? AND end_latest >= ?",
        (period.last, period.first),
    )
    in_time = {number for (number,) in rows}
    return dict.fromkeys(number for number in numbers if number in in_time)


def _named(store: Store, reading: Interpretation, thing: Thing, total: float) -> NamedThing:
    """What the statements that concern a thing score, or what is at a place; those that only mention its name
    less. The rarer a thing, the more it tells."""
    records = {thing.record, *thing.others[:MOST_MEANT]}
    if thing.kind == "place":
        rows = store.database.execute(
            "SELECT subject FROM statement WHERE field IN ('located', 'stationed', 'seat') AND value = ?",
            (thing.record,),
        )
        records |= {record for (record,) in rows}
    numbers = [number for record in records for number in _concerning(store, reading, record)]
    known = sum(store.count_about(record) for record in records)
    rarity = log(max(total / (known + 1), 1.0))
    scores = dict.fromkeys(numbers, NAMED + rarity)
    scores = dict.fromkeys(_mentions(store, thing), MENTIONED * (NAMED + rarity)) | scores
    scores |= dict.fromkeys(_of_records_named(store, thing), NAMED + rarity + SUBJECT)
    if is_location(reading, thing):
        scores |= dict.fromkeys(_of_subjects(store, located_in(store, thing)), NAMED + rarity + SUBJECT)
    rows = store.database.execute(
        f"SELECT subject, count(*) FROM statement WHERE number IN ({', '.join(map(str, scores))}) "
        "GROUP BY subject"
    )
    full = NAMED + rarity
    return NamedThing(scores, dict(rows.fetchall()), RELATED * full, -(2 + MENTIONED * rarity), full)


def _concerning(store: Store, reading: Interpretation, record: str) -> list[int]:
    """The statements that concern a record, those of the time that is asked about if there is one."""
    period = reading.period
    dated = "AND s.start_earliest <= ?2 AND s.end_latest >= ?3 " if period.given else ""
    within = "s.start_earliest < ?3, " if period.given else ""
    rows = store.database.execute(
        "SELECT a.statement FROM about a JOIN statement s ON s.number = a.statement WHERE a.record = ?1 "
        f"{dated}ORDER BY {within}a.weight DESC LIMIT ?4",
        (record, period.last, period.first, PER_THING),
    )
    return [number for (number,) in rows]


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


def _of_fields(store: Store, fields: Iterable[str]) -> list[int]:
    fields = tuple(fields)
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE field IN ({', '.join('?' * len(fields))}) "
        "ORDER BY weight DESC LIMIT ?",
        (*fields, PER_TOPIC),
    )
    return [number for (number,) in rows]


def _with_fields(store: Store, numbers: Iterable[int], fields: Iterable[str]) -> list[int]:
    """Those of the statements that have one of the fields."""
    fields = tuple(fields)
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE number IN ({', '.join(map(str, numbers))}) "
        f"AND field IN ({', '.join('?' * len(fields))}) LIMIT ?",
        (*fields, PER_TOPIC),
    )
    return [number for (number,) in rows]


def rows_having(store: Store, word: str, reading: Interpretation) -> dict[int, float]:
    """The statements that have a form of a word: in their own text whole, in names or quotes a part. A
    number goes with the word before it: `article 4`."""
    place = reading.words.index(word) if word.isdigit() and word in reading.words else 0
    if place:
        phrase = f'"{reading.words[place - 1]} {word}"'
        rows = store.database.execute(
            "SELECT rowid FROM statement_text WHERE statement_text MATCH ? LIMIT ?", (phrase, PER_WORD)
        ).fetchall()
        if rows:
            return {number: 1.0 for (number,) in rows}
    thousands = [f'"{word[:-3]} {word[-3:]}"'] if word.isdigit() and len(word) > 3 else []
    expressions = [*thousands, *(f'"{form}"{star}' for form, star in forms(word, same(store, word)))]
    exact = [*thousands, *(f'"{form}"{star}' for form, star in forms(word))]
    having: dict[int, float] = {}
    for share, columns, wanted in (
        (0.5, "", expressions), (0.75, "{text} : ", expressions), (0.7, "", exact), (1.0, "{text} : ", exact),
    ):  # fmt: skip
        for (number,) in store.database.execute(
            "SELECT rowid FROM statement_text WHERE statement_text MATCH ? LIMIT ?",
            (f"{columns}({' OR '.join(wanted)})", PER_WORD),
        ):
            having[number] = share
    return having


def read_candidates(store: Store, numbers: Iterable[int]) -> list[Candidate]:
    """What weighs for each of the statements, by its number."""
    rows = store.database.execute(
        "SELECT s.number, s.subject, r.type, s.field, coalesce(s.start_earliest, ''), "
        "coalesce(s.end_latest, ''), coalesce(s.edtf, ''), s.weight, "
        "coalesce(s.value_number, s.value_min, s.value_max) IS NOT NULL, s.stance, s.negated, "
        "s.rank = 'deprecated', r.kind = 'event', r.statements "
        "FROM statement s JOIN record r ON r.id = s.subject "
        f"WHERE s.number IN ({', '.join(map(str, numbers))})"
    )
    return [Candidate(*row) for row in rows]
