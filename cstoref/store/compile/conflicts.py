"""The conflicts, and which statements each concerns: those that it names, and those that rest on a passage
that it cites."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from cstoref.model import SERIOUS, Citation, Conflict
from cstoref.provenance import DISPUTED
from cstoref.store.levels import levels

from .parts import PackParts
from .tables import many


def write(database: sqlite3.Connection, pack: PackParts) -> None:
    """Write them, with what else an editor says of the whole pack."""
    numbered = list(enumerate(pack.conflicts, 1))
    many(database, "conflict", ((at, *c[:4], c.layer) for at, c in numbered))
    # `fromkeys` drops a record that an author has named twice: record and conflict are the key of the row.
    concerned = ((at, dict.fromkeys(c.records)) for at, c in numbered)
    many(
        database,
        "conflict_record",
        ((id, at, place) for at, records in concerned for place, id in enumerate(records)),
    )
    many(
        database,
        "conflict_citation",
        ((at, n, *cite) for at, c in numbered for n, cite in enumerate(c.citations)),
    )
    many(database, "conflict_statement", (row for at, c in numbered for row in _statements(database, at, c)))
    _dispute(database, pack)
    many(database, "silence", ((at, *s.citation, s.reason) for at, s in enumerate(pack.silences)))
    many(
        database,
        "rule_exception",
        ((at, e.rule, " ".join(e.statements), e.reason) for at, e in enumerate(pack.exceptions)),
    )
    many(database, "retired", pack.retired)


def _statements(
    database: sqlite3.Connection, number: int, conflict: Conflict
) -> Iterator[tuple[object, ...]]:
    """What a conflict concerns: statement, conflict, place, and whether it names it."""
    named = {id: place for place, id in enumerate(conflict.statements)}
    yield from ((id, number, place, 1) for id, place in named.items())
    # A statement that the conflict names stays named, also if it rests on a cited passage as well.
    resting = dict.fromkeys(id for cite in conflict.citations for id in _on_passage(database, cite))
    yield from ((id, number, len(conflict.statements), 0) for id in resting if id not in named)


def _on_passage(database: sqlite3.Connection, citation: Citation) -> Iterator[str]:
    """The statements of which at least half of the passage lies within the cited one."""
    if citation.start is None or citation.end is None:
        return
    meeting = database.execute(
        'SELECT s.id, c.start, c."end" FROM citation c JOIN statement s ON s.number = c.statement '
        'WHERE c.source = ? AND c.start < ? AND c."end" > ? ORDER BY s.number, c.position',
        (citation.source, citation.end, citation.start),
    )
    for id, start, end in meeting:
        shared = min(end, citation.end) - max(start, citation.start)
        # Half, as in `coverage`: a passage that merely touches the cited one states something else. Integers,
        # so that exactly half counts on every machine.
        if shared * 2 >= end - start:
            yield id


def _dispute(database: sqlite3.Connection, pack: PackParts) -> None:
    """Mark what conflicts put in doubt: they name it, and are no mere note on names or time."""
    marks = ", ".join("?" * len(SERIOUS))
    disputing = (
        "SELECT count(*) FROM conflict_statement n JOIN conflict c ON c.number = n.conflict "
        f"WHERE n.statement = statement.id AND n.named AND c.nature IN ({marks})"
    )
    named = "id IN (SELECT statement FROM conflict_statement WHERE named)"
    database.execute(f"UPDATE statement SET conflicts = ({disputing}) WHERE {named}", SERIOUS)
    for layer, level in levels(pack.layers).items():
        # A conflict that a layer adds is shown beside a statement below, but changes nothing in it.
        seen = [other for other, at in levels(pack.layers).items() if at <= level]
        layers = ", ".join("?" * len(seen))
        database.execute(
            f"UPDATE statement SET grade = grade || ? WHERE {named} AND layer IS ? "
            f"AND ({disputing} AND coalesce(c.layer, '') IN ({layers})) > 0",
            (DISPUTED, layer, *SERIOUS, *(other or "" for other in seen)),
        )
