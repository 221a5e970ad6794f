"""Whether a state is a member of what the pack is about, on a day."""

from __future__ import annotations

from cstoref import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store

MEMBER, FORMER, NEVER = "member", "former", "never"
WORDS = {MEMBER: "member", FORMER: "former member", NEVER: "state"}
"""What a reader is told that a state is."""


def founding_day(store: Store) -> str:
    """The first day on which what the pack is about is stated to have been founded; empty if none is."""
    row = store.database.execute(
        "SELECT min(start_earliest) FROM statement WHERE subject = ? AND field = 'founded' "
        "AND NOT negated AND rank != 'deprecated' AND stance = 'asserted'",
        (store.pack["subject"],),
    ).fetchone()
    return row[0] or ""


def status(store: Store, record: str, day: str) -> str:
    """`member`, `former` or `never`, by the terms of membership that a source states."""
    return statuses(store, day, record).get(record, NEVER)


def statuses(store: Store, day: str, only: str | None = None) -> dict[str, str]:
    """What each state that was ever a member, or one of them, is on a day: a member, or a former one; one
    that became a member only later is left out."""
    status_of: dict[str, str] = {}
    for subject, edtf, confirmed in store.states_like("membership", store.pack["subject"], only):
        when = dates.parse(edtf)
        held = dates.holds(when, dates.STATE, day, confirmed or "")
        if held in dates.SURE:
            status_of[subject] = MEMBER
        elif held == dates.NO and when.start_earliest <= day:
            # `setdefault` below: a state that left and joined again is a member, whichever term is read
            # first.
            status_of.setdefault(subject, FORMER)
    return status_of


def ever_members(store: Store) -> set[str]:
    """The records that were ever members of what the pack is about."""
    subject_rows = store.database.execute(
        "SELECT DISTINCT subject FROM statement WHERE field = 'membership' AND value = ? AND NOT negated",
        (store.pack["subject"],),
    )
    return {subject for (subject,) in subject_rows}
