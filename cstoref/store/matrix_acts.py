"""What each member did at some events or agreements, by the statements that say so."""

from __future__ import annotations

from cstoref.model import Role, Value

from .participation import Act, Mode, participants
from .statement_reader import whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .queries import Store


def member_ids(store: Store) -> list[str]:
    rows = store.database.execute("SELECT id FROM record WHERE kind = 'member' ORDER BY number")
    return [id for (id,) in rows]


def acts_at(
    store: Store, mode: Mode, columns: Sequence[str], as_of: str | None
) -> dict[tuple[str, str], list[Act]]:
    """What each member did at each of some columns, by column and member; nothing later than a day."""
    members = frozenset(member_ids(store))
    acts: dict[tuple[str, str], list[Act]] = {}
    # 400 columns with the fields and the day stay below the 999 values that SQLite before 3.32 binds.
    for first in range(0, len(columns), 400):
        for subject, act, role in _acts_with_roles(store, mode, columns[first : first + 400], as_of):
            for member in participants([role], members):
                # A statement comes once for each of its roles, which follow on each other: comparing with the
                # last one is enough to take it once.
                of = acts.setdefault((subject, member), [])
                if not of or of[-1].statement != act.statement:
                    of.append(act)
    return acts


def _acts_with_roles(
    store: Store, mode: Mode, columns: Sequence[str], as_of: str | None
) -> Iterator[tuple[str, Act, Role]]:
    """What was done at some columns, each act once for each role of somebody who took part in it, themselves
    or by somebody who held an office of theirs."""
    fields = (*mode.fields, *mode.beside)
    # `+`: found by their subjects. By the field SQLite would read every act of the pack.
    statements = store.database.execute(
        "SELECT number, subject, id, field, stance, negated, coalesce(start_earliest, ''), "
        "value_number, unit, approx, value_min, value_max FROM statement "
        f"WHERE subject IN ({', '.join('?' * len(columns))}) AND +field IN ({', '.join('?' * len(fields))}) "
        "AND rank != 'deprecated' AND (? IS NULL OR coalesce(start_earliest, '') <= ?) ORDER BY number",
        (*columns, *fields, as_of, as_of),
    )
    for number, subject, id, field, stance, negated, start, *value in statements.fetchall():
        figure, unit, approx, least, most = value
        given = Value(None, whole(figure), unit, bool(approx), whole(least), whole(most))
        act = Act(id, field, stance, bool(negated), start, given)
        # One query for each statement, by its key: joined to the union, SQLite reads the roles of the pack.
        for role, record in store.database.execute(
            "SELECT role, record FROM role WHERE statement = ?1 "
            "UNION ALL SELECT 'for', member FROM stands_for WHERE statement = ?1",
            (number,),
        ):
            yield subject, act, Role(role, record)
