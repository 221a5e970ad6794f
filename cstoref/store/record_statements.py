"""The statements that concern a record by way of somebody or some place, or one of many; their days."""

from __future__ import annotations

from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .queries import Store
    from .statement_reader import StatementRow


def statements_in_places(store: Store, state: str, fields: Sequence[str]) -> list[tuple[str, StatementRow]]:
    """What concerns a state and the places in it in some fields, each with the place."""
    found = store.database.execute(
        "SELECT a.record, a.statement, a.part FROM about a JOIN statement s ON s.number = a.statement "
        "WHERE a.record IN (SELECT id FROM record WHERE kind = 'place' AND place = ?1 UNION SELECT ?1) "
        f"AND s.field IN ({', '.join('?' * len(fields))}) ORDER BY a.weight DESC, a.statement",
        (state, *fields),
    ).fetchall()
    rows = store.listed([(number, part) for _, number, part in found])
    return [(place, row) for (place, _, _), row in zip(found, rows, strict=True)]


def statements_standing_for(store: Store, member: str, fields: Sequence[str]) -> list[StatementRow]:
    """The statements of some fields on somebody who was there for a member by an office that was held
    then, though they do not name the member."""
    numbered = store.database.execute(
        "SELECT s.number, 'stands' FROM stands_for f JOIN statement s ON s.number = f.statement "
        f"WHERE f.member = ? AND s.field IN ({', '.join('?' * len(fields))}) "
        "ORDER BY s.weight DESC, s.number",
        (member, *fields),
    ).fetchall()
    return store.listed(numbered)


def stand_ins(store: Store, subject: str) -> dict[str, list[str]]:
    """The members for whom somebody was there by an office that was held then, by each statement on a
    record that does not name them."""
    members: dict[str, list[str]] = {}
    for statement, member in store.database.execute(
        "SELECT s.id, f.member FROM statement s JOIN stands_for f ON f.statement = s.number "
        "WHERE s.subject = ? ORDER BY s.number",
        (subject,),
    ):
        members.setdefault(statement, []).append(member)
    return members


def numbered_about_each(
    store: Store, records: Sequence[str]
) -> Iterator[tuple[list[int], list[StatementRow]]]:
    """The statements that concern each of some records, with their numbers before them, in the order of
    the records: a few queries for all of them."""
    found: dict[str, list[tuple[int, str]]] = {record: [] for record in records}
    for record, number, part in store.database.execute(
        f"SELECT record, statement, part FROM about WHERE record IN ({', '.join('?' * len(records))}) "
        "ORDER BY record, weight DESC, statement",
        records,
    ):
        found[record].append((number, part))
    numbered = [pair for of_record in found.values() for pair in of_record]
    listed = iter(store.listed(numbered))
    for of_record in found.values():
        yield [number for number, _ in of_record], list(islice(listed, len(of_record)))


def fields_on(store: Store, kind: str) -> frozenset[str]:
    """The fields that are stated on any record of a kind."""
    rows = store.database.execute(
        "SELECT DISTINCT s.field FROM statement s JOIN record r ON r.id = s.subject WHERE r.kind = ?",
        (kind,),
    )
    return frozenset(field for (field,) in rows)


def days_of(store: Store, record: str | None = None) -> list[str]:
    """The days at which something begins, ends or happens: for a record, else for members and offices."""
    day_rows = store.database.execute(
        # UNION, unlike UNION ALL, drops days that occur twice, so that stepping never stays on one day.
        "WITH chosen AS (SELECT start_earliest, end_latest FROM statement s "
        "WHERE CASE WHEN ?1 IS NULL THEN s.field IN ('membership', 'office') "
        "ELSE s.number IN (SELECT statement FROM about WHERE record = ?1) END) "
        "SELECT start_earliest FROM chosen UNION SELECT end_latest FROM chosen ORDER BY 1",
        (record,),
    )
    # The first and the last day of the calendar stand for an open or unknown end; nothing happened on
    # them.
    return [day for (day,) in day_rows if day and "0001-01-01" < day < "9999-12-31"]
