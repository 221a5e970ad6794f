"""What each member did at each event and agreement: for each mode and column one letter a member."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from cstoref import dates
from cstoref.model import Statement
from cstoref.store.participation import LETTERS, MODES, Act, participants, state

from .parts import PackParts
from .tables import many, written_in

# A field belongs to one mode at most; otherwise the later mode would win here in silence.
MODE_OF = {field: mode for mode in MODES.values() for field in (*mode.fields, *mode.beside)}
Acts = dict[str, list[Act]]
"""What each member did, by its id."""


def write(database: sqlite3.Connection, pack: PackParts) -> None:
    """Write `matrix`, a column at a time."""
    members = [record.id for record in pack.records if record.kind == "member"]
    kinds = {record.id: record.kind for record in pack.records}
    acting = written_in(database, pack.vocabulary, list(MODE_OF), order="subject, number")
    telling = (
        (number, s)
        for number, s in acting
        if kinds[s.subject] == MODE_OF[s.field].kind and s.rank != "deprecated"
    )
    columns = groupby(telling, key=lambda numbered: numbered[1].subject)
    many(
        database,
        "matrix",
        (
            # One letter a member instead of one row a cell: the matrix is read and totalled as text,
            # whatever its size.
            (mode, column, "".join(LETTERS[state(mode, acts.get(id, ()))] for id in members))
            for column, of_column in columns
            for mode, acts in _by_mode(database, of_column, frozenset(members)).items()
            # A column of which only a host or a chair is known would be a row of dots with one mark.
            if any(act.field in MODES[mode].fields for of in acts.values() for act in of)
        ),
    )


def _by_mode(
    database: sqlite3.Connection, numbered: Iterable[tuple[int, Statement]], members: frozenset[str]
) -> dict[str, Acts]:
    """Mode to what each member did at one event or agreement."""
    modes: dict[str, Acts] = {}
    for number, s in numbered:
        start = dates.parse(s.when).start_earliest if s.when else ""
        for id in dict.fromkeys((*participants(s.roles, members), *_stood_for(database, number))):
            act = Act(s.id, s.field, s.stance, s.negated, start, s.value)
            modes.setdefault(MODE_OF[s.field].id, {}).setdefault(id, []).append(act)
    return modes


def _stood_for(database: sqlite3.Connection, statement: int) -> Iterator[str]:
    """The members for which somebody of a statement was there."""
    for (member,) in database.execute("SELECT member FROM stands_for WHERE statement = ?", (statement,)):
        yield member
