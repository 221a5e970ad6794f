"""Where the sources contradict one another: `where do the sources differ on uzbekistan`."""

from __future__ import annotations

from cstoref import dates, fold

from ...interpretation import Interpretation
from ...synonyms import same
from ...word_forms import forms
from .. import Answer, AnswerItem
from ..shared.matches import spoken_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cstoref.store.queries import Store

    from ...things import Thing

ASKED = "conflicts"
NATURES = ("disagreement", "tension-in-one-source", "undated-or-uncorroborated")
"""The natures of conflicts that put a statement in doubt, those in which sources contradict one another
first."""
IN_TOPIC = 2
"""What a word counts in the topic of a conflict, or a statement of a field that is asked for; elsewhere 1."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The conflicts about what is named, in the time that is asked about, each with its explanation and the
    statements of all sides; those that meet most of the question first."""
    if ASKED not in reading.asks:
        return None
    words = tuple(dict.fromkeys((*reading.rest, *reading.unknown, *_called(reading))))
    scores = _scores(store, _known(store, reading, _of_record), words, reading.fields)
    scores = scores or _scores(store, _known(store, reading, _concerning), words, reading.fields)
    if not scores and reading.things and not reading.unknown:  # the things count for more than the words
        scores = _scores(store, _known(store, reading, _concerning), (), ())
        words = ()
    about = ", ".join(_subjects(store, reading, tuple(dict.fromkeys((*reading.asked, *words)))))
    read_as = f"where the sources conflict{f': {about}' if about else ''}"
    if not scores:
        message = f"No conflict between the sources is recorded here{f' about {about}' if about else ''}."
        return Answer(read_as, (), message, complete=False, silent=True)
    items = _items(store, scores, reading)
    count = f"{len(items)} matters" if len(items) > 1 else "1 matter"
    no = "No: the" if reading.yes_or_no and reading.cue("agree") else "The"
    return Answer(read_as, tuple(items), f"{no} sources conflict on {count}.")


def _called(reading: Interpretation) -> tuple[str, ...]:
    return tuple(reading.called.split()) if reading.types else ()


def _subjects(store: Store, reading: Interpretation, words: Sequence[str]) -> list[str]:
    named = [spoken_name(store, thing) for thing in reading.things]
    typed = [f"“{' '.join(words)}”"] if words else []
    return [*named, *typed, *([reading.period.spoken] if reading.period.given else [])]


def _conflicts(store: Store) -> set[int]:
    rows = store.database.execute(
        f"SELECT number FROM conflict WHERE nature IN ({', '.join('?' * len(NATURES))})", NATURES
    )
    return {number for (number,) in rows}


def _known(store: Store, reading: Interpretation, of_thing: Callable[[Store, Thing], set[int]]) -> set[int]:
    """The conflicts of all the things in the time that is asked about; of what the pack is about all."""
    known = _conflicts(store)
    for thing in reading.things:
        known &= known if thing.record == store.pack["subject"] else of_thing(store, thing)
    return known & _in_time(store, reading) if reading.period.given else known


def _of_record(store: Store, thing: Thing) -> set[int]:
    """The conflicts that a record's own page counts."""
    ids = [conflict.id for conflict in store.conflicts(thing.record)]
    rows = store.database.execute(
        f"SELECT number FROM conflict WHERE id IN ({', '.join('?' * len(ids))})", ids
    )
    return {number for (number,) in rows}


def _concerning(store: Store, thing: Thing) -> set[int]:
    """The conflicts of which a statement concerns a record, or a record has its name in its own."""
    rows = store.database.execute(
        "SELECT c.conflict FROM about a JOIN statement s ON s.number = a.statement "
        "JOIN conflict_statement c ON c.statement = s.id WHERE a.record = ? AND c.named "
        "UNION SELECT c.conflict FROM record r JOIN statement s ON s.subject = r.id "
        "JOIN conflict_statement c ON c.statement = s.id WHERE instr(r.name, ?) AND c.named",
        (thing.record, thing.name),
    )
    return {number for (number,) in rows}


def _scores(
    store: Store, among: set[int], words: Sequence[str], fields: Sequence[Sequence[str]]
) -> dict[int, int]:
    """How much of the question each conflict meets, without those that meet less than half of the best."""
    if not among or not (words or fields):
        return dict.fromkeys(among, 0)
    scores = dict.fromkeys(among, 0)
    for number, topic, text in _texts(store, among):
        scores[number] = sum(IN_TOPIC * _has(store, topic, word) + _has(store, text, word) for word in words)
    for number in _with_fields(store, among, [field for of_topic in fields for field in of_topic[:2]]):
        scores[number] += IN_TOPIC
    most = max(scores.values())
    return {number: score for number, score in scores.items() if score and score * 2 >= most}


def _with_fields(store: Store, among: set[int], fields: Sequence[str]) -> list[int]:
    """The conflicts that name a statement of one of the fields."""
    rows = store.database.execute(
        "SELECT DISTINCT c.conflict FROM conflict_statement c JOIN statement s ON s.id = c.statement "
        f"WHERE c.named AND c.conflict IN ({', '.join(map(str, among))}) "
        f"AND s.field IN ({', '.join('?' * len(fields))})",
        tuple(fields),
    )
    return [number for (number,) in rows]


def _texts(store: Store, among: set[int]) -> list[tuple[int, str, str]]:
    """Of each conflict its topic, and its explanation with the statements that it names, folded."""
    rows = store.database.execute(
        "SELECT c.number, c.topic, c.explanation || ' ' || coalesce("
        "(SELECT group_concat(s.text, ' ') FROM conflict_statement n JOIN statement s ON s.id = n.statement "
        "WHERE n.conflict = c.number AND n.named), '') FROM conflict c "
        f"WHERE c.number IN ({', '.join(map(str, among))})"
    )
    return [(number, f" {fold.words(topic)} ", f" {fold.words(text)} ") for number, topic, text in rows]


def _has(store: Store, text: str, word: str) -> bool:
    return any(
        f" {form}" in text if star else f" {form} " in text for form, star in forms(word, same(store, word))
    )


def _in_time(store: Store, reading: Interpretation) -> set[int]:
    period = reading.period
    rows = store.database.execute(
        "SELECT c.conflict FROM conflict_statement c JOIN statement s ON s.id = c.statement WHERE c.named "
        "AND s.start_earliest BETWEEN ?1 AND ?2 UNION SELECT c.conflict FROM conflict_record c "
        "JOIN record r ON r.id = c.record WHERE r.earliest BETWEEN ?1 AND ?2",
        (period.first, period.last),
    )
    return {number for (number,) in rows}


def _items(store: Store, scores: dict[int, int], reading: Interpretation) -> list[AnswerItem]:
    """A conflict as the record that it is about foremost, what it is about in a sentence or two, and the
    statements of its sides."""
    rows = store.database.execute(
        "SELECT c.number, c.topic, c.explanation, "
        "(SELECT record FROM conflict_record WHERE conflict = c.number ORDER BY position LIMIT 1), "
        "(SELECT group_concat(n) FROM (SELECT s.number AS n FROM conflict_statement x "
        " JOIN statement s ON s.id = x.statement WHERE x.conflict = c.number AND x.named "
        " ORDER BY x.position)) "
        f"FROM conflict c WHERE c.number IN ({', '.join(map(str, scores))})"
    )
    place = {nature: at for at, nature in enumerate(NATURES)}
    natures = dict(store.database.execute("SELECT number, nature FROM conflict").fetchall())
    things = {thing.record for thing in reading.things} or {store.pack["subject"]}
    ordered = sorted(rows, key=lambda row: -_newest(store, row[4]))
    ordered.sort(key=lambda row: (-scores[row[0]], place[natures[row[0]]], row[3] not in things))
    return [
        AnswerItem(
            _record(store, record, statements, things),
            _numbers(statements),
            summary=f"{topic}. {explanation}",
        )
        for _, topic, explanation, record, statements in ordered
    ]


def _numbers(statements: str | None) -> tuple[int, ...]:
    return tuple(map(int, statements.split(","))) if statements else ()


def _record(store: Store, record: str | None, statements: str | None, things: set[str]) -> str:
    """The record that the conflict names first, else the subject of its first statement."""
    if record:
        return record
    for number in _numbers(statements)[:1]:
        row = store.database.execute("SELECT subject FROM statement WHERE number = ?", (number,)).fetchone()
        return str(row[0])
    return next(iter(things), store.pack["subject"])


def _newest(store: Store, statements: str | None) -> int:
    """The last year of which the statements speak."""
    row = store.database.execute(
        f"SELECT max(start_earliest) FROM statement WHERE number IN ({statements or 'NULL'})"
    ).fetchone()
    return int((row[0] or dates.FIRST_DAY)[:4])
