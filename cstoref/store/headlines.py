"""What a record is on a day: the offices and memberships that hold then, the surest first; or those it
had."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Holding(NamedTuple):
    """One office or membership as it is stated: of which record, when, and when it was last confirmed."""

    value: str
    edtf: str | None
    confirmed: str | None = None


class Standing(NamedTuple):
    """One office or membership (its record's id) that holds on the day or held before, and how surely."""

    value: str
    edtf: str
    held: str
    confirmed: str | None = None


def standings(states: Iterable[Holding], on: str) -> list[Standing]:
    """Of states, those that hold on the day, all of the surest sort, the longest first.

    A known term comes before what is only attested for the day, and both before a term that only possibly
    holds. What is merely attested for another day says nothing of this one.
    """
    sorts: tuple[list[Standing], ...] = ([], [], [])
    for standing in _weighed(states, on):
        interval = dates.parse(standing.edtf).interval
        if standing.held in dates.SURE:
            sorts[0 if interval else 1].append(standing)
        elif standing.held == dates.POSSIBLY and interval:
            sorts[2].append(standing)
    # Sorts are not mixed: an office that is only attested must not stand beside the known term of another as
    # its equal.
    best = next((found for found in sorts if found), [])
    best.sort(key=lambda standing: dates.parse(standing.edtf).start_earliest)
    # One line for each office, that of its longest term. A dict keeps the last of a key, thus it is filled
    # from the end and turned back.
    return list({standing.value: standing for standing in reversed(best)}.values())[::-1]


def was(states: Iterable[Holding], on: str) -> list[Standing]:
    """Of states, those that were over by the day, in the order of their ends."""
    over = [s for s in _weighed(states, on) if s.held in (dates.NO, dates.END_UNKNOWN)]
    past = [s for s in over if dates.parse(s.edtf).start_latest <= on and not dates.parse(s.edtf).doubtful]
    # A known term says from when to when; a bare day counts only where no term is known.
    spans = [s for s in past if "/" in s.edtf] or past
    return sorted(spans, key=lambda s: (dates.parse(s.edtf).end_earliest, dates.parse(s.edtf).start_latest))


def _weighed(states: Iterable[Holding], on: str) -> Iterable[Standing]:
    for value, edtf, confirmed in states:
        if edtf is not None:
            held = dates.holds(dates.parse(edtf), dates.STATE, on, confirmed or "")
            yield Standing(value, edtf, held, confirmed)


def said(standing_now: list[Standing], names: dict[str, str], member: bool) -> str:
    """Standings in words: `President of Russia 2008–2012; Chair of …`; empty if there are none."""
    if not standing_now:
        return ""
    first = standing_now[0]
    name = names.get(first.value, first.value)
    words = [f"{_maybe(first)}{'member of the ' if member else ''}{name} {dates.year_span(first.edtf)}"]
    return "; ".join(words + [names.get(other.value, other.value) for other in standing_now[1:]])


def _maybe(standing: Standing) -> str:
    return "possibly " if standing.held == dates.POSSIBLY else ""
