"""The days on which something changes for a record, each with what begins or ends on it."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store


class Change(NamedTuple):
    """A day (ISO), one statement that begins, happens or ends on it, and how many others do."""

    day: str
    text: str
    ends: bool
    others: int


def changes(store: Store, record: str | None) -> list[Change]:
    """The days on which something begins or happens, or a state ends, the newest first: for a record, else
    for memberships and offices."""
    rows = store.database.execute(
        "WITH chosen AS (SELECT number, text, start_earliest, end_latest, nature = 'state' AS lasts "
        "FROM statement s JOIN field f ON f.id = s.field "
        "WHERE s.rank != 'deprecated' AND CASE WHEN ?1 IS NULL THEN s.field IN ('membership', 'office') "
        "ELSE s.number IN (SELECT statement FROM about WHERE record = ?1) END), "
        "days AS (SELECT start_earliest AS day, text, 0 AS ends, number FROM chosen UNION ALL "
        "SELECT end_latest, text, 1, number FROM chosen WHERE lasts AND end_latest != start_earliest) "
        # With a bare minimum SQLite takes the other columns from its row: what begins goes before what ends.
        "SELECT day, text, ends, count(*), min(ends * 1e9 + number) FROM days "
        # The first and the last day of the calendar stand for an open or unknown end.
        "WHERE day > '0001-01-01' AND day < '9999-12-31' GROUP BY day ORDER BY day DESC",
        (record,),
    )
    return [Change(day, text, bool(ends), count - 1) for day, text, ends, count, _ in rows]
