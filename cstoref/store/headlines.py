"""What a record is on a day: the offices and memberships that hold then, the surest first."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_NAMED = 10
"""Members of a body that are named in its headline."""


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


def holders(states: Iterable[tuple[str, str, str | None]], on: str) -> list[Standing]:
    """Of terms (whose, time, last confirmed), those that hold on the day: of everybody the surest, the
    longest first; nobody possibly where somebody certainly."""
    of_each: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for subject, edtf, confirmed in states:
        of_each.setdefault(subject, []).append((subject, edtf, confirmed))
    found = [best[0] for terms in of_each.values() if (best := standings(terms, on))]
    return sorted(found, key=lambda standing: dates.parse(standing.edtf).start_earliest)


def held_by(found: list[Standing], names: dict[str, str]) -> str:
    """The holders of an office in words: `held by Taalatbek Masadykov, since 1 Jan 2026`."""
    each = (f"{_maybe(one)}{names.get(one.value, one.value)}, {dates.spoken(one.edtf)}" for one in found)
    return "held by " + "; ".join(each) if found else ""


def members_in_words(found: list[Standing], names: dict[str, str]) -> str:
    """The members of a body in words: `2 members: Belarus, possibly Russia`; many are only counted."""
    if not found:
        return ""
    count = "1 member" if len(found) == 1 else f"{len(found)} members"
    named = sorted((names.get(one.value, one.value), _maybe(one)) for one in found)
    return (
        f"{count}: {', '.join(maybe + name for name, maybe in named)}" if len(found) <= MOST_NAMED else count
    )


def _maybe(standing: Standing) -> str:
    return "" if standing.held in dates.SURE else "possibly "
