"""What a record is on a day: the offices and memberships that hold then, the surest first."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Standing(NamedTuple):
    """One office or membership (its record's id) that holds on the day, and how surely."""

    value: str
    edtf: str
    held: str
    confirmed: str | None = None


def standings(states: Iterable[tuple[str, str | None, str | None]], on: str) -> list[Standing]:
    """Of states (value, time, last confirmed), those that hold on the day, all of the surest sort, the
    longest first.

    A known term comes before what is only attested for the day, and both before a term that only possibly
    holds. What is merely attested for another day says nothing of this one.
    """
    sorts: tuple[list[Standing], ...] = ([], [], [])
    for value, edtf, confirmed in states:
        if edtf is None:
            continue
        when = dates.parse(edtf)
        held = dates.holds(when, dates.STATE, on, confirmed or "")
        standing = Standing(value, edtf, held, confirmed)
        if held in dates.SURE:
            sorts[0 if when.interval else 1].append(standing)
        elif held == dates.POSSIBLY and when.interval:
            sorts[2].append(standing)
    best = next((found for found in sorts if found), [])
    best.sort(key=lambda standing: dates.parse(standing.edtf).start_earliest)
    return list({standing.value: standing for standing in reversed(best)}.values())[::-1]


def said(found: list[Standing], names: dict[str, str], member: bool) -> str:
    """Standings in words: `President of Russia, 2008–2012; Chair of …`; empty if there are none."""
    if not found:
        return ""
    first = found[0]
    name = names.get(first.value, first.value)
    words = [f"{_maybe(first)}{'member of the ' if member else ''}{name}, {dates.spoken(first.edtf)}"]
    return "; ".join(words + [names.get(other.value, other.value) for other in found[1:]])


def _maybe(standing: Standing) -> str:
    return "" if standing.held in dates.SURE else "possibly "
