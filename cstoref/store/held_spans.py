"""How statements and records count over all days: the days on which that changes, for whoever cannot ask
again for each day.

The rules are those of `pages` and `lists`: they are asked for every day on which an answer can change, and
stand nowhere else.
"""

from __future__ import annotations

from functools import lru_cache

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .headlines import standings
from .holdings import founding_days, holdings, record_held, time_of
from .pages import UNDATED, held_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cstoref.model import Statement

    from .headlines import Holding
    from .queries import Store


class HeldSpan(NamedTuple):
    """From a day on (ISO text), up to the next span, something counts in one way: of `dates.HELD`, undated or
    no."""

    since: str
    held: str


ALWAYS_UNDATED = (HeldSpan(dates.FIRST_DAY, UNDATED),)
"""What has no date is undated on every day."""


class HeldSpans:
    """The spans of the statements and records of a pack, from the first day of the calendar on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # Many statements have one value, such as the membership of one organization.
        self._days_of_value = lru_cache(maxsize=1024)(self._read_days_of_value)

    def of_statement(self, statement: Statement) -> tuple[HeldSpan, ...]:
        """How a statement counts."""
        if statement.when is None:
            return ALWAYS_UNDATED
        days = _days_of(statement.when, statement.confirmed)
        value = statement.value.text if statement.value else None
        if value and self._store.fields[statement.field].nature == dates.STATE:
            # A state that is only attested may be ruled out by a term: see `pages._ruled_out`.
            days |= self._days_of_value(statement.field, value)
        return _spans(days, lambda day: held_on(self._store, statement, day))

    def of_records(self, kind: str) -> dict[str, tuple[HeldSpan, ...]]:
        """How each record of a kind counts in a list of that kind."""
        standing = self._store.kinds[kind].standing
        records = self._store.records(kind)
        if standing:
            states, _ = holdings(self._store, standing)
            return {record.id: _of_standing(states.get(record.id, [])) for record in records}
        founded = founding_days(self._store, kind)
        return {record.id: _of_time(kind, time_of(record, founded)) for record in records}

    def _read_days_of_value(self, field: str, value: str) -> frozenset[str]:
        terms = self._store.states_like(field, value)
        return frozenset(day for _, edtf, confirmed in terms for day in _days_of(edtf, confirmed))


def _of_standing(states: Iterable[Holding]) -> tuple[HeldSpan, ...]:
    states = list(states)
    days = {day for state in states if state.edtf for day in _days_of(state.edtf, state.confirmed)}

    def held(day: str) -> str:
        now = standings(states, day)
        return now[0].held if now else dates.NO

    return _spans(days, held)


def _of_time(kind: str, when: str | None) -> tuple[HeldSpan, ...]:
    return _spans(_days_of(when, None), lambda day: record_held(kind, when, day)) if when else ALWAYS_UNDATED


def _days_of(edtf: str, confirmed: str | None) -> set[str]:
    """The days on which an answer about a time may change: its bounds, and each day after one of them."""
    when = dates.parse(edtf)
    bounds = {when.start_earliest, when.start_latest, when.end_earliest, when.end_latest}
    bounds |= {confirmed} if confirmed else set()
    return bounds | {dates.next_day(day) for day in bounds}


def _spans(days: Iterable[str], held: Callable[[str], str]) -> tuple[HeldSpan, ...]:
    spans: list[HeldSpan] = []
    for day in sorted({dates.FIRST_DAY, *days}):
        now = held(day)
        if not spans or spans[-1].held != now:
            spans.append(HeldSpan(day, now))
    return tuple(spans)
