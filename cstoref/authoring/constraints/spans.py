"""Stretches of days, as the constraints compare them. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from cstoref import dates
from cstoref.dates import When


class SpanOfDays(NamedTuple):
    """Days from `first` up to and without `end`, as ISO text."""

    first: str
    end: str


class Runs:
    """Dated statements of one state of things, in the order of their first possible day.

    Whether any of them may have held at a time is answered in logarithmic time, however many there are.
    """

    def __init__(self, dated: Iterable[tuple[When, str]]) -> None:
        runs = sorted(dated, key=lambda run: run[0].start_earliest)
        self._starts = [when.start_earliest for when, _ in runs]
        self._statements = [statement for _, statement in runs]
        self._last_ends: list[tuple[str, str]] = []
        last = ("", "")
        for when, statement in runs:
            # The latest end so far, for each place: then one bisection by start and one comparison answer
            # whether any of the earlier ones reaches a day.
            last = max(last, (when.end_latest, statement))
            self._last_ends.append(last)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def meet(self, when: When) -> bool:
        """Whether one of them may have held at some day of `when`."""
        before = bisect_right(self._starts, when.end_latest)
        # Of all that may have begun by the end of `when`, does the one that may have lasted longest reach it?
        return before > 0 and self._last_ends[before - 1][0] >= when.start_earliest

    def nearest(self, when: When) -> str:
        """The statement that ends last before `when`, or else the first one after it."""
        before = bisect_right(self._starts, when.end_latest)
        return self._last_ends[before - 1][1] if before else self._statements[0]


def sure_span(when: When) -> SpanOfDays | None:
    """The days on which a state certainly held: of a term its core, of a single date that day."""
    if when.doubtful:
        return None
    if not when.interval:
        is_day = when.start_earliest == when.start_latest
        return SpanOfDays(when.start_earliest, day_after(when.start_earliest)) if is_day else None
    # The core between the latest start and the earliest end; where they cross, no day is certain.
    return SpanOfDays(when.start_latest, when.end_earliest) if when.start_latest < when.end_earliest else None


def day_after(day: str) -> str:
    """The next day, as ISO text; the last day of the calendar has none."""
    if day >= dates.LAST_DAY:
        return dates.LAST_DAY
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def common(left: Iterable[SpanOfDays], right: Iterable[SpanOfDays]) -> list[SpanOfDays]:
    """The days of both, each given as spans in any order."""
    firsts, seconds = united(left), united(right)
    both: list[SpanOfDays] = []
    while firsts and seconds:
        span = SpanOfDays(max(firsts[-1].first, seconds[-1].first), min(firsts[-1].end, seconds[-1].end))
        if span.first < span.end:
            both.append(span)
        # Both lists are read from their ends: of two spans the one that begins later can meet nothing
        # earlier.
        (firsts if firsts[-1].first > seconds[-1].first else seconds).pop()
    return both[::-1]


def united(spans: Iterable[SpanOfDays]) -> list[SpanOfDays]:
    """The same days as spans that neither overlap nor touch, in the order of time."""
    whole: list[SpanOfDays] = []
    for span in sorted(spans):
        # `<=`, because ends are exclusive: spans that only touch leave no day between them.
        if whole and span.first <= whole[-1].end:
            whole[-1] = SpanOfDays(whole[-1].first, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole
