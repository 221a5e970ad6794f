"""Who is concerned by what, in the order of importance on each record's page."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from cstoref.store.weights import office_weight, turn_weight

from .parts import PackParts
from .tables import bodies_of_offices, many, written_in


def write(database: sqlite3.Connection, pack: PackParts, told_of: Mapping[str, int]) -> None:
    """Write `about`, from what was put aside with the statements."""
    many(database, "temp.concern", _of_bodies(database, pack, told_of))
    many(database, "about", _in_turns(database))
    database.execute("DROP TABLE temp.concern")


def _of_bodies(
    database: sqlite3.Connection, pack: PackParts, told_of: Mapping[str, int]
) -> Iterator[tuple[object, ...]]:
    """An office of a state concerns the state too, although the statement names only its holder and the
    office: without these rows a state's page would list nobody in office."""
    bodies = bodies_of_offices(database)
    groups = {field.id: field.group for field in pack.vocabulary.fields}
    weights = database.cursor()
    for number, s in written_in(database, pack.vocabulary, ["office"]) if bodies else ():
        office = (s.value.text or "") if s.value and not s.negated else ""
        for body in bodies.get(office, ()):
            if body not in (*s.about, s.said_by):
                row = weights.execute("SELECT weight FROM statement WHERE number = ?", (number,)).fetchone()
                telling = office_weight(s, row[0], pack.edition.checked_until, told_of[office])
                yield body, telling, number, "office", groups[s.field]


def _in_turns(database: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """For each record the groups take turns, so that its first few statements are of many groups and still
    the most important of each."""
    concern = database.execute(
        "SELECT record, weight, statement, part, turn FROM temp.concern "
        "ORDER BY record, weight DESC, statement, part, turn"
    )
    for record, of_record in groupby(concern, key=lambda row: row[0]):
        turns: Counter[str] = Counter()
        for _, weight, statement, part, group in of_record:
            yield record, turn_weight(weight, turns[group]), statement, part
            turns[group] += 1
