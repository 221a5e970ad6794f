"""Terms of office: stretches of time in one office, with repeats of one term taken together."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .evidence import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

RANK = {held: place for place, held in enumerate(dates.HELD)}


class HeldTerm(NamedTuple):
    """One stretch of time in one office: its statements, the most precise first, and how it counts."""

    holder: str
    office: str
    items: tuple[Item, ...]

    @property
    def held(self) -> str:
        return self.items[0].held

    @property
    def when(self) -> dates.When:
        return dates.parse(self.items[0].statement.when or "9999")

    @property
    def years(self) -> str:
        """`2003–2016`; `since 2012` and `until 2009` where one end is open or unknown."""
        return dates.year_span(self.when.edtf)


def terms_of(items: Iterable[Item]) -> list[HeldTerm]:
    """Terms of one holder in one office that touch are one; what only attests it on a day goes with it."""
    of_both: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        if item.statement.when:
            of_both.setdefault((item.statement.subject, office_of(item)), []).append(item)
    terms: list[HeldTerm] = []
    for (who, office), held in of_both.items():
        spans = sorted((i for i in held if "/" in (i.statement.when or "")), key=_precision)
        groups: list[list[Item]] = []
        # Spans first, the most precise of them leading: a day that is only attested joins a span and never
        # founds a group that a span would have to join.
        for item in (*spans, *(i for i in held if "/" not in (i.statement.when or ""))):
            group = next((group for group in groups if _touch(group[0], item)), None)
            if group is None:
                groups.append([item])
            else:
                group.append(item)
        terms += [HeldTerm(who, office, tuple(group)) for group in _attested_together(groups)]
    return terms


def _attested_together(groups: list[list[Item]]) -> list[list[Item]]:
    """Several days on which somebody held an office, with no term known, are one group, the last day
    first."""
    spans = [group for group in groups if "/" in (group[0].statement.when or "")]
    days = [item for group in groups if group not in spans for item in group]
    days.sort(key=lambda item: item.start, reverse=True)
    return [*spans, days] if days else spans


def current_of(terms: Iterable[HeldTerm]) -> list[HeldTerm]:
    """The terms that answer for the day: the certain and last known ones; without any, possible ones; without
    these, those whose end is not known, unless a later office of the same person is known."""
    every = list(terms)
    for ways in (dates.SURE, (dates.POSSIBLY,), (dates.END_UNKNOWN,)):
        now = [term for term in every if term.held in ways]
        if ways == (dates.END_UNKNOWN,):
            # Of those whose end is not known, an earlier office is probably over once a later one began.
            latest = max((term.when.start_latest for term in every), default="")
            now = [term for term in now if term.when.start_latest == latest]
        if now:
            # The two sure ways rank alike (0 and 1), hence the comparison and not the rank itself.
            return sorted(now, key=lambda term: (RANK[term.held] > 1, term.when.start_latest))
    return []


def end_of(term: HeldTerm) -> tuple[str, str]:
    """When a term ended; one whose end is not known counts up to the last day on which it is attested."""
    s, when = term.items[0].statement, term.when
    attested = when.end_unknown or not when.interval
    last = max(s.confirmed or "", when.start_latest) if attested else when.end_latest
    return last, when.start_latest


def office_of(item: Item) -> str:
    value = item.statement.value
    return (value.text if value else None) or ""


def _touch(term: Item, other: Item) -> bool:
    """Whether a term shares days with another, whose end is exclusive as its own is, or includes a day on
    which the office is attested."""
    first, second = dates.parse(term.statement.when or ""), dates.parse(other.statement.when or "")
    if second.interval:
        return first.start_earliest < second.end_latest and second.start_earliest < first.end_latest
    return first.start_earliest <= second.end_latest and second.start_earliest <= first.end_latest


def _precision(item: Item) -> tuple[bool, int]:
    when = dates.parse(item.statement.when or "")
    return when.start_earliest == dates.FIRST_DAY or when.end_unknown, -len(when.edtf)
