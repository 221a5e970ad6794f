"""Lists of records: what each is on a day, and whether it was there then."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.model import Record
from cstoref.namedtuples import NamedTuple

from .headlines import said, standings
from .pages import UNDATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store


class RecordRow(NamedTuple):
    """One record in a list."""

    record: Record
    headline: str
    """What it is on the day, from its statements; or its blurb."""
    held: str | None
    """certainly, possibly or undated, where the list has a day; else None."""
    statements: int
    when: str | None
    """When it was, as EDTF: its own time, else since it was set up."""


def listing(
    store: Store,
    kind: str,
    *,
    as_of: str | None = None,
    words: Iterable[str] = (),
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[RecordRow]:
    """The records of a kind. With a day, only those that counted on it.

    A state counts while it is a member, a leader while in office, an institution or agreement once it is
    there, an event once it has begun. What has no date counts on every day, as undated.
    """
    wanted = [word for text in words for word in fold.words(text).split()]
    counts = dict(
        store.database.execute("SELECT id, statements FROM record WHERE kind = ?", (kind,)).fetchall()
    )
    standing = store.kinds[kind].standing
    states = _states(store, kind, as_of) if standing else {}
    founded = _founded(store, kind) if not standing else {}
    rows: list[RecordRow] = []
    for record in store.records(kind):
        if (type and record.type != type) or not _within(record, since, until):
            continue
        if wanted and not all(word in fold.words(record.name) for word in wanted):
            continue
        headline, held = states.get(record.id, ("", None))
        when = record.when or (f"{founded[record.id]}/.." if record.id in founded else None)
        if as_of is not None:
            if standing:
                if held is None:
                    continue
            else:
                held = _held(record.kind, when, as_of) if when else UNDATED
                if held == dates.NO:
                    continue
        rows.append(RecordRow(record, headline or record.blurb or "", held, counts[record.id], when))
    return rows


def _within(record: Record, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if record.when is None:
        return False
    when = dates.parse(record.when)
    after = since is None or when.end_latest >= since
    return after and (until is None or when.start_earliest <= until)


def _held(kind: str, edtf: str, as_of: str) -> str:
    """Whether a record that is no state and no person was there on the day."""
    when = dates.parse(edtf)
    if kind == "event":
        if when.start_latest <= as_of and not when.doubtful:
            return dates.CERTAINLY
        return dates.POSSIBLY if when.start_earliest <= as_of else dates.NO
    return dates.holds(when, dates.STATE if when.interval else dates.OCCURRENCE, as_of)


def _founded(store: Store, kind: str) -> dict[str, str]:
    """When each record of a kind was set up, by its `founded` statements: the earliest day."""
    rows = store.database.execute(
        "SELECT s.subject, min(s.start_earliest) FROM statement s JOIN record r ON r.id = s.subject "
        "WHERE r.kind = ? AND s.field = 'founded' AND NOT s.negated AND s.rank != 'deprecated' "
        "AND s.stance = 'asserted' AND s.start_earliest > '0001-01-01' GROUP BY s.subject",
        (kind,),
    )
    return dict(rows)


def _states(store: Store, kind: str, as_of: str | None) -> dict[str, tuple[str, str | None]]:
    """Record to what it is on the day (without one, on the last that is covered), and how surely."""
    rows = store.database.execute(
        "SELECT s.subject, s.value, s.edtf, s.confirmed, r.name "
        "FROM statement s JOIN record r ON r.id = s.value "
        "WHERE s.field = ?1 AND NOT s.negated AND s.rank != 'deprecated' "
        "AND (?1 != 'membership' OR s.value = ?2)",
        (store.kinds[kind].standing, store.pack["subject"]),
    )
    of_record: dict[str, list[tuple[str, str | None, str | None]]] = {}
    names: dict[str, str] = {}
    for subject, value, edtf, confirmed, name in rows:
        names[value] = name
        of_record.setdefault(subject, []).append((value, edtf, confirmed))
    found: dict[str, tuple[str, str | None]] = {}
    for subject, states in of_record.items():
        best = standings(states, as_of or store.default_day)
        if best:
            # `possibly` has a column of its own in a list.
            words = said([standing._replace(held=dates.CERTAINLY) for standing in best], names, False)
            found[subject] = words, best[0].held
    return found
