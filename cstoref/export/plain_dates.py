"""Dates for formats that have only years, months and days, never more precise than what is known.

A side of a date becomes the longest of year, month and day that is the same for all its possible days:
`2005-06-22~` is `2005-06`, `[2016-05-12..2016-06-06]` is `2016`, `2003~` is nothing, for it may be 2002. A
side that is open, unknown or doubtful is nothing. Whoever writes these dates writes the EDTF beside them.
"""

from __future__ import annotations

from typing import NamedTuple

from cstoref import dates
from cstoref import edtf as edtf_dates


class PlainDates(NamedTuple):
    """Start, end, and for a state that is only attested the day, month or year of that; ISO text or None."""

    start: str | None = None
    end: str | None = None
    attested: str | None = None


def of_occurrence(edtf: str | None) -> PlainDates:
    """When something happened: a single date is its start and its end."""
    return _sides(edtf) if edtf else PlainDates()


def of_state(edtf: str | None) -> PlainDates:
    """When something held. A single date says nothing of its start or end, only that it held then."""
    if not edtf:
        return PlainDates()
    if "/" not in edtf:
        return PlainDates(attested=_sides(edtf).start)
    return _sides(edtf)


def single(edtf: str | None) -> str | None:
    """A date of which there is one: of a publication, a foundation, a death."""
    plain = of_occurrence(edtf)
    return _common(plain.start, plain.end) if plain.start and plain.end else None


def _sides(edtf: str) -> PlainDates:
    when = dates.parse(edtf)
    left, slash, right = edtf.partition("/")
    return PlainDates(
        None if _is_doubtful(left) else _common(when.start_earliest, when.start_latest),
        None if _is_doubtful(right if slash else left) else _common(when.end_earliest, when.end_latest),
    )


def _is_doubtful(side: str) -> bool:
    return any(mark in side for mark in edtf_dates.UNCERTAIN)


def _common(first: str, last: str) -> str | None:
    """The longest of year, month and day that two days share."""
    if first == dates.FIRST_DAY or last == dates.LAST_DAY:
        return None
    shared = [one for one, other in zip(_parts(first), _parts(last), strict=False) if one == other]
    return shared[-1] if shared else None


def _parts(day: str) -> tuple[str, ...]:
    """Year, year and month, whole day: as many as there are."""
    return tuple(day[:length] for length in (4, 7, 10) if length <= len(day))
