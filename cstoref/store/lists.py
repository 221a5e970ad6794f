"""Lists of records: those of a kind that were asked for, in the order in which a person wants them."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.model import Record

from .list_rows import BANDS, RecordRow, held_within, rows_of_kind
from .pages import UNDATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store

IN_DOUBT = (dates.POSSIBLY, dates.END_UNKNOWN, UNDATED)
"""Ways to count on a day that are not sure, in the order of a list."""


def listing(
    store: Store,
    kind: str,
    *,
    as_of: str | None = None,
    words: Iterable[str] = (),
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    led: bool = True,
) -> list[RecordRow]:
    """The records of a kind, events by day and the others by name. With a day, only those that counted on it.

    A state counts while it is a member, a leader while in office, an institution or agreement once it is
    there, an event once it has begun. What has no date counts on every day, as undated. Every word must begin
    a word of a name, the type, the office, the state or the place of a record. Who leads a state is found
    only where the list shows it (`led`): it takes half the time of the list.
    """
    rows = rows_of_kind(store, kind, as_of, led)
    field = store.kinds[kind].standing
    if field and (since or until):
        rows = held_within(store, rows, field, since or dates.FIRST_DAY, until or dates.LAST_DAY)
        since = until = None
    wanted = [word for text in words for word in fold.words(text).split()]
    if wanted:
        known = _known_words(store, rows)
        rows = [row for row in rows if all(f" {word}" in known[row.record.id] for word in wanted)]
    return [
        row
        for row in rows
        if (not type or row.record.type == type) and _within(row.record, since, until)
        if as_of is None or row.held not in (None, dates.NO)
    ]


def in_bands(rows: Iterable[RecordRow], newest_first: bool) -> list[RecordRow]:
    """The rows as a person wants them: what counts on the day first; events the newest first."""
    ordered = list(rows)
    if newest_first:
        ordered.reverse()
        # `sort` is stable: after the reversal, undated events go to the end and the dated ones keep their
        # order.
        ordered.sort(key=lambda row: row.record.when is None)
    ordered.sort(key=lambda row: row.until, reverse=True)
    return sorted(ordered, key=lambda row: (BANDS.index(row.band), _doubt(row), row.rank))


def _doubt(row: RecordRow) -> int:
    """0 for what surely counts, then the place of the way in which it is in doubt."""
    return IN_DOUBT.index(row.held) + 1 if row.held in IN_DOUBT else 0


def _known_words(store: Store, rows: list[RecordRow]) -> dict[str, str]:
    """The folded words by which each record of a list can be picked."""
    states = store.states_of_leaders()
    names: dict[str, list[str]] = {}
    of_states: dict[str, list[str]] = {}
    for id, name, text in store.database.execute(
        "SELECT r.id, r.name, n.text FROM record r LEFT JOIN name n ON n.record = r.id"
    ):
        names.setdefault(id, [name]).append(text or "")
        # The same list object, on purpose: names that follow for the record are found for its leaders as
        # well.
        of_states.setdefault(name, names[id])
    return {
        row.record.id: " "
        + fold.words(
            " ".join(
                (
                    *names[row.record.id],
                    row.record.type,
                    row.headline,
                    row.place,
                    *of_states.get(states.get(row.record.id, ""), ()),
                )
            )
        )
        for row in rows
    }


def _within(record: Record, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if record.when is None:
        return False
    when = dates.parse(record.when)
    after = since is None or when.end_latest >= since
    return after and (until is None or when.start_earliest <= until)
