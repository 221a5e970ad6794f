"""Whether a state is a member of what the pack is about, on a day."""

from __future__ import annotations

from cstoref import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import RecordRef, Store

MEMBER, FORMER, NEVER = "member", "former", "never"
WORDS = {MEMBER: "member", FORMER: "former member", NEVER: "state"}
"""What a reader is told of each: a state that never was a member is no member."""
STATES = "member"
"""The kind of states, whatever they are members of."""


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
    return statuses(store, day).get(record, NEVER)


def statuses(store: Store, day: str) -> dict[str, str]:
    """What each state that was ever a member is on a day: a member, or a former one; one that became a member
    only later is left out."""
    status_of: dict[str, str] = {}
    for subject, edtf, confirmed in store.states_like("membership", store.pack["subject"]):
        when = dates.parse(edtf)
        held = dates.holds(when, dates.STATE, day, confirmed or "")
        if held in dates.SURE:
            status_of[subject] = MEMBER
        elif held == dates.NO and when.start_earliest <= day:
            # `setdefault` below: a state that left and joined again is a member, whichever term is read
            # first.
            status_of.setdefault(subject, FORMER)
    return status_of


def kind_words(store: Store, records: Iterable[RecordRef]) -> dict[str, str]:
    """The word for the kind of each record, by id: for a state what it is on the day of the edition."""
    listed = list(records)
    of = statuses(store, store.default_day) if any(each.kind == STATES for each in listed) else {}
    return {
        each.id: WORDS[of.get(each.id, NEVER)] if each.kind == STATES and store.pack["subject"] else each.kind
        for each in listed
    }


def has_others(store: Store) -> bool:
    """Whether there are states that never were members of what the pack is about."""
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM record r WHERE r.kind = ?1 AND NOT EXISTS (SELECT 1 FROM statement s "
        "WHERE s.subject = r.id AND s.field = 'membership' AND s.value = ?2))",
        (STATES, store.pack["subject"]),
    ).fetchone()
    return bool(store.pack["subject"] and row[0])
