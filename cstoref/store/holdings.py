"""When records were what a list says of them: offices, memberships, foundings, and their own times."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Record

from .headlines import Holding
from .record_reader import MAY_HOLD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .queries import Store


def holdings(store: Store, field: str, day: str = "") -> tuple[dict[str, list[Holding]], dict[str, str]]:
    """The offices of each person or the memberships of each state, and the names of what they are of. With a
    day only those that may hold then."""
    subject = store.pack["subject"]
    of_record: dict[str, list[Holding]] = {}
    names: dict[str, str] = {}
    for id, value, edtf, confirmed, name in store.database.execute(
        "SELECT s.subject, s.value, s.edtf, s.confirmed, r.name "
        "FROM statement s JOIN record r ON r.id = s.value "
        # Numbered parameters: the field is compared twice, and only a membership must also be one in the
        # subject of the pack.
        "WHERE s.field = ?1 AND NOT s.negated AND s.rank != 'deprecated' "
        "AND s.stance IN ('asserted', 'reported') AND (?1 != 'membership' OR s.value = ?2) "
        f"{f'AND {MAY_HOLD} ' if day else ''}"
        "ORDER BY s.start_earliest, s.number",
        (field, subject, day) if day else (field, subject),
    ):
        names[value] = store.short_name(value) if field == "membership" and value not in names else name
        of_record.setdefault(id, []).append(Holding(value, edtf, confirmed))
    return of_record, names


def founding_days(store: Store, kind: str) -> dict[str, str]:
    """When each record of a kind was set up, by its `founded` statements: the earliest day."""
    rows = store.database.execute(
        "SELECT s.subject, min(s.start_earliest) FROM statement s JOIN record r ON r.id = s.subject "
        "WHERE r.kind = ? AND s.field = 'founded' AND NOT s.negated AND s.rank != 'deprecated' "
        # The first day of the calendar stands for "no beginning known".
        "AND s.stance = 'asserted' AND s.start_earliest > '0001-01-01' GROUP BY s.subject",
        (kind,),
    )
    return dict(rows)


def time_of(record: Record, founded: Mapping[str, str]) -> str | None:
    """When a record that is no state and no person was there: its own time, else since it was set up."""
    return record.when or (f"{founded[record.id]}/.." if record.id in founded else None)


def record_held(kind: str, edtf: str, as_of: str) -> str:
    """Whether a record that is neither a state nor a person existed, or had begun, on the day."""
    when = dates.parse(edtf)
    if kind == "event":
        if when.start_latest <= as_of and not when.doubtful:
            return dates.CERTAINLY
        return dates.POSSIBLY if when.start_earliest <= as_of else dates.NO
    return dates.holds(when, dates.STATE if when.interval else dates.OCCURRENCE, as_of)
