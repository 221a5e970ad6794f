"""Lists of records: what each is on a day, and whether it was there then."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.model import Record
from cstoref.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store

STATE_OF_KIND = {"member": "membership", "leader": "office"}
"""The field that says whether a record of this kind counts on a day."""


class Row(NamedTuple):
    """One record in a list."""

    record: Record
    headline: str
    """What it is on the day, from its statements; or its blurb."""
    held: str | None
    """certainly or possibly, where the list has a day; else None."""
    statements: int


def listing(
    store: Store,
    kind: str,
    *,
    as_of: str | None = None,
    words: Iterable[str] = (),
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Row]:
    """The records of a kind. With a day, only those that counted on it.

    A state counts while it is a member, a leader while in office, an institution or agreement once it is
    there, an event once it has begun. What has no date counts on every day, possibly.
    """
    wanted = [word for text in words for word in fold.words(text).split()]
    counts = dict(
        store.database.execute("SELECT id, statements FROM record WHERE kind = ?", (kind,)).fetchall()
    )
    states = _states(store, kind, as_of) if kind in STATE_OF_KIND else {}
    founded = _founded(store, kind) if as_of and kind not in STATE_OF_KIND else {}
    rows: list[Row] = []
    for record in store.records(kind):
        if (type and record.type != type) or not _within(record, since, until):
            continue
        if wanted and not all(word in fold.words(record.name) for word in wanted):
            continue
        headline, held = states.get(record.id, ("", None))
        if as_of is not None:
            if kind in STATE_OF_KIND:
                if held is None:
                    continue
            else:
                held = _held(record, founded.get(record.id), as_of)
                if held == dates.NO:
                    continue
        rows.append(Row(record, headline or record.blurb or "", held, counts[record.id]))
    return rows


def _within(record: Record, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if record.when is None:
        return False
    when = dates.parse(record.when)
    after = since is None or when.end_latest >= since
    return after and (until is None or when.start_earliest <= until)


def _held(record: Record, founded: str | None, as_of: str) -> str:
    """Whether a record that is no state and no person was there on the day."""
    edtf = record.when or (f"{founded}/.." if founded else None)
    when = dates.parse(edtf) if edtf else None
    if record.kind == "event" and when is not None:
        if when.start_latest <= as_of and not when.doubtful:
            return dates.CERTAINLY
        return dates.POSSIBLY if when.start_earliest <= as_of else dates.NO
    interval = when is not None and when.interval
    return dates.holds(when, dates.STATE if interval else dates.OCCURRENCE, as_of)


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
    """Record to what it is on the day (today without one), and how surely."""
    on = as_of or dates.today()
    found: dict[str, tuple[int, str, str, str | None]] = {}
    rows = store.database.execute(
        "SELECT s.subject, s.edtf, r.name, s.value FROM statement s JOIN record r ON r.id = s.value "
        "WHERE s.field = ? AND NOT s.negated AND s.rank != 'deprecated' ORDER BY s.start_earliest",
        (STATE_OF_KIND[kind],),
    )
    for subject, edtf, name, value in rows:
        when = dates.parse(edtf) if edtf else None
        held = dates.holds(when, dates.STATE, on, store.pack["checked_until"])
        if held == dates.NO or (held == dates.POSSIBLY and (when is None or not when.interval)):
            continue
        if kind == "member" and value != store.pack["subject"]:
            continue
        score = 1 if held == dates.CERTAINLY else 0
        said = f"{name}, {dates.spoken(edtf)}"
        if subject not in found or score >= found[subject][0]:
            found[subject] = (score, said, value, held)
    return {id: (said, held) for id, (_, said, _, held) in found.items()}
