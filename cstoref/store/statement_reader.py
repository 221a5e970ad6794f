"""The statements of a compiled pack, read a whole batch at a time."""

from __future__ import annotations

from cstoref.attributes import FLAGS, NAMES
from cstoref.model import Citation, Relay, Role, Statement, Value, concerned
from cstoref.namedtuples import NamedTuple

from .declarations import BATCH, Declarations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
    from typing import Any, TypeVar

    Row = Sequence[Any]
    Part = TypeVar("Part")

KNOWN = 5_000
"""Statements that are kept while a pack is compiled; beyond them all are read anew."""
STATEMENT = ", ".join(
    (
        "number, id, subject, field, text, value, value_number, unit, approx, value_min, value_max, edtf",
        *NAMES,
    )
)
CITATION = 'source, start, "end", quote, note, paragraph, says, confirms'
_CITED = ", ".join(f"c.{column}" for column in CITATION.split(", "))


class StatementRow(NamedTuple):
    """A statement as a list shows it: with how the record it is listed for takes part, and how many conflicts
    put it in doubt."""

    statement: Statement
    part: str
    """`subject`, `role`, `value` or `speaker`."""
    conflicts: int


class Statements(Declarations):
    """The statements of a pack: each by its id, and those that concern a record."""

    def __init__(self, database: sqlite3.Connection, *, kept: bool) -> None:
        """`kept`: whether statements stay in memory once they were read."""
        super().__init__(database)
        self._known: dict[int, tuple[Statement, int]] | None = {} if kept else None
        """Statements that were read, with their conflicts, by number: the pages of a pack that is compiled
        read each several times."""

    def statement(self, id: str) -> StatementRow | None:
        """One statement by its id, or None."""
        row = self.database.execute("SELECT number FROM statement WHERE id = ?", (id,)).fetchone()
        return self.listed([(row[0], "subject")])[0] if row else None

    def statements_numbered(self, numbers: Iterable[int]) -> list[StatementRow]:
        """Statements by their numbers (the row ids of full text), in the order given."""
        return self.listed([(number, "subject") for number in numbers])

    def all_statements(self) -> Iterator[Statement]:
        """Every statement in the order of the files, in batches."""
        last = 0
        while True:
            # Paged by key and not by OFFSET, which would read every earlier row again for each batch.
            batch = self.database.execute(
                f"SELECT {STATEMENT} FROM statement WHERE number > ? ORDER BY number LIMIT ?",
                (last, BATCH),
            ).fetchall()
            if not batch:
                return
            last = batch[-1][0]
            yield from statements(self.database, batch, self.fields_with_record)

    def statements_about(self, record: str, limit: int = -1) -> list[StatementRow]:
        """The statements that concern a record, authored on it or elsewhere, the most important first."""
        numbered = self.database.execute(
            "SELECT statement, part FROM about WHERE record = ? ORDER BY weight DESC, statement LIMIT ?",
            (record, limit),
        ).fetchall()
        return self.listed(numbered)

    def highlights(self, record: str) -> list[StatementRow]:
        """The statements below the facts of a record's card on the day of the edition, the best first."""
        found = self.database.execute(
            "SELECT statement, part FROM highlight WHERE record = ? ORDER BY position", (record,)
        ).fetchall()
        return self.listed(found)

    def statements_in(
        self, record: str, fields: Sequence[str], values: Collection[str] | None = None
    ) -> list[StatementRow]:
        """The statements of some fields, or those with some values, that concern a record, the most important
        first."""
        only = "" if values is None else f"AND s.value IN ({', '.join('?' * len(values))}) "
        numbered = self.database.execute(
            "SELECT a.statement, a.part FROM about a JOIN statement s ON s.number = a.statement "
            f"WHERE a.record = ? AND s.field IN ({', '.join('?' * len(fields))}) {only}"
            "ORDER BY a.weight DESC, a.statement",
            (record, *fields, *(values or ())),
        ).fetchall()
        return self.listed(numbered)

    def count_about(self, record: str) -> int:
        """How many statements concern a record."""
        row = self.database.execute("SELECT count(*) FROM about WHERE record = ?", (record,)).fetchone()
        return int(row[0])

    def states_like(
        self, field: str, value: str, subject: str | None = None
    ) -> list[tuple[str, str, str | None]]:
        """Subject, time and last confirmation of every statement that a field has a value over an interval,
        on any record or on one."""
        term_rows = self.database.execute(
            "SELECT subject, edtf, confirmed FROM statement "
            # Only an interval is a term. A single date attests the state on that day and says nothing of its
            # ends.
            "WHERE field = ?1 AND value = ?2 AND instr(edtf, '/') AND NOT negated AND rank != 'deprecated' "
            "AND (?3 IS NULL OR subject = ?3)",
            (field, value, subject),
        )
        return term_rows.fetchall()

    def first_citations(self, statements: Sequence[str]) -> dict[str, Citation]:
        """The first citation of each statement that has one, by its id."""
        cited_rows = self.database.execute(
            f"SELECT s.id, {_CITED} "
            # Position 0 is the strongest citation: `compile` stores them as `provenance.ordered` sorts them.
            "FROM statement s JOIN citation c ON c.statement = s.number AND c.position = 0 "
            f"WHERE s.id IN ({', '.join('?' * len(statements))})",
            statements,
        )
        return {id: Citation(*cited) for id, *cited in cited_rows}

    def listed(self, numbered: list[tuple[int, str]]) -> list[StatementRow]:
        known = self._known if self._known is not None and len(self._known) < KNOWN else {}
        wanted = [number for number in dict.fromkeys(number for number, _ in numbered) if number not in known]
        found: list[tuple[Any, ...]] = []
        for first in range(0, len(wanted), BATCH):
            # Written into the text and not bound: they are our own integers, and the text of the query stays
            # short.
            numbers = ", ".join(map(str, wanted[first : first + BATCH]))
            sql = f"SELECT {STATEMENT}, conflicts FROM statement WHERE number IN ({numbers})"
            found += self.database.execute(sql)
        read = statements(self.database, [row[:-1] for row in found], self.fields_with_record)
        for row, statement in zip(found, read, strict=True):
            known[row[0]] = statement, row[-1]
        if self._known is not None:
            self._known = known
        # `IN` gives rows in the order of the table; the order that was asked for is restored by number.
        return [StatementRow(known[number][0], part, known[number][1]) for number, part in numbered]


def statements(
    database: sqlite3.Connection, rows: Sequence[Row], with_record: Container[str]
) -> list[Statement]:
    """The statements of rows that hold the columns STATEMENT, in the same order.

    `with_record` are the fields whose value is a record.
    """
    read: list[Statement] = []
    for first in range(0, len(rows), BATCH):
        read += _batch(database, rows[first : first + BATCH], with_record)
    return read


def _batch(
    database: sqlite3.Connection, rows: Sequence[Row], with_record: Container[str]
) -> Iterator[Statement]:
    # Four queries for a batch instead of four for each statement; the numbers are our own integers.
    among = f"WHERE statement IN ({', '.join(str(row[0]) for row in rows)}) ORDER BY statement, position"

    def parts(columns: str, table: str, make: Callable[[Row], Part]) -> dict[int, list[Part]]:
        by_statement: dict[int, list[Part]] = {}
        for row in database.execute(f"SELECT statement, {columns} FROM {table} {among}"):
            by_statement.setdefault(row[0], []).append(make(row[1:]))
        return by_statement

    roles = parts("role, record, words", "role", Role._make)
    relays = parts("by, by_text, relayed_on", "relay", Relay._make)
    citations = parts(CITATION, "citation", Citation._make)
    rests = parts("other", "rests_on", lambda row: str(row[0]))
    for row in rows:
        # Most statements have no relay and rest on no other: `get` keeps an empty tuple for them.
        number = row[0]
        yield _statement(
            row,
            tuple(roles.get(number, ())),
            tuple(relays.get(number, ())),
            tuple(citations.get(number, ())),
            tuple(rests.get(number, ())),
            with_record,
        )


def _statement(
    row: Row,
    roles: tuple[Role, ...],
    relays: tuple[Relay, ...],
    citations: tuple[Citation, ...],
    rests_on: tuple[str, ...],
    with_record: Container[str],
) -> Statement:
    _, id, subject, field, text, words, number, unit, approx, least, most, edtf, *attributes = row
    # SQLite has no booleans; the model promises them.
    for position in FLAGS:
        attributes[position] = bool(attributes[position])
    value = None
    # A value may have only a bound ("at least 200"), and 0 is a number: hence `is not None`.
    if words is not None or number is not None or least is not None or most is not None:
        value = Value(words, whole(number), unit, bool(approx), whole(least), whole(most))
    # Not a column: it follows from subject, roles and value, and a column could come to contradict them.
    about = concerned(subject, roles, words if field in with_record else None)
    return Statement._make(
        (id, subject, field, text, value, roles, about, edtf, relays, citations, rests_on, *attributes)
    )


def whole(number: float | None) -> float | int | None:
    """Numbers are stored as REAL; those that were written whole are read back whole."""
    # `200.0` would be shown and exported with a point that no source has.
    return int(number) if number is not None and number == int(number) else number
