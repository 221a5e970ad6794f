"""The days that each conflict is about: those of the statements that it names, else of its records."""

from __future__ import annotations

from cstoref import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store

Span = tuple[str, str]
"""First and last day as ISO text."""
_STATEMENTS = (
    "SELECT c.id, s.edtf FROM conflict c JOIN conflict_statement n ON n.conflict = c.number AND n.named "
    "JOIN statement s ON s.id = n.statement WHERE s.edtf IS NOT NULL"
)
_RECORDS = (
    "SELECT c.id, r.edtf FROM conflict c JOIN conflict_record n ON n.conflict = c.number "
    "JOIN record r ON r.id = n.record WHERE r.edtf IS NOT NULL"
)


def conflict_days(store: Store) -> dict[str, list[Span]]:
    """The days of every conflict that has any, by its id."""
    spans: dict[str, list[Span]] = {}
    of_records = store.database.execute(_RECORDS).fetchall()
    for id, edtf in store.database.execute(_STATEMENTS):
        spans.setdefault(id, []).extend(_spans(edtf))
    dated = set(spans)
    for id, edtf in of_records:
        if id not in dated:
            spans.setdefault(id, []).extend(_spans(edtf))
    return spans


def concerns(spans: Iterable[Span], since: str, until: str) -> bool:
    """Whether any of some spans has a day from `since` to `until`."""
    return any(first <= until and last >= since for first, last in spans)


def years(spans: Iterable[Span]) -> str:
    """The first and the last year of some spans: `2005–2009`; empty without any."""
    known = sorted(day[:4] for span in spans for day in span)
    return "–".join(dict.fromkeys((known[0], known[-1]))) if known else ""


def _spans(edtf: str) -> list[Span]:
    """A time as one span, or what lasts longer than a year as its two ends: a membership is not about every
    year in which it lasts."""
    when = dates.parse(edtf)
    first, last = when.start_earliest, when.end_latest
    if first > dates.FIRST_DAY and last < dates.LAST_DAY and int(last[:4]) - int(first[:4]) <= 1:
        return [(first, last)]
    ends = (first, when.start_latest), (when.end_earliest, last)
    return [end for end in ends if end[0] > dates.FIRST_DAY and end[1] < dates.LAST_DAY]
