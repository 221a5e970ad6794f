"""Dates and intervals of EDTF, in words, and what holds on a day.

What is read of EDTF stands in `edtf`. Days are ISO text, so that they compare as text, here and in SQL.
"""

from __future__ import annotations

from .edtf import FIRST_DAY as FIRST_DAY
from .edtf import LAST_DAY as LAST_DAY
from .edtf import SEASONS, UNKNOWN, DateSpan, date, endpoint, timedelta
from .edtf import span as one_date
from .namedtuples import NamedTuple

# Not from `calendar` or `strftime`: those follow the locale, and importing `calendar` takes time.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

CERTAINLY = "certainly"
LAST_KNOWN = "last-known"
POSSIBLY = "possibly"
END_UNKNOWN = "end-unknown"
NO = "no"
HELD = (CERTAINLY, LAST_KNOWN, POSSIBLY, END_UNKNOWN)
"""The ways in which a statement counts on a day, the surest first."""
SURE = (CERTAINLY, LAST_KNOWN)
"""What answers for a day: these two have the same order and weight."""

FOUND = "≈"
"""Stands before a date that no cited text states: the editors derived it."""

OCCURRENCE = "occurrence"
STATE = "state"


class When(NamedTuple):
    """When something held or happened. Each end is a range of days, both inclusive."""

    edtf: str
    start_earliest: str
    start_latest: str
    end_earliest: str
    end_latest: str
    interval: bool
    doubtful: bool

    @property
    def open(self) -> bool:
        """Whether it holds on, as far as is known: `1994/..`."""
        return self.edtf.endswith("/..")

    @property
    def end_unknown(self) -> bool:
        """Whether it has ended at a time that nobody gives: `1992/`, `1992/[1994..]`."""
        return self.edtf.endswith(("/", "..]"))


_MOST_PARSED = 4096
_PARSED: dict[str, When] = {}
"""Dates that were parsed before: one page asks for the same few dates hundreds of times."""


def parse(text: str) -> When:
    """Read an EDTF date or interval. Raises ValueError with a sentence that says what is wrong."""
    when = _PARSED.get(text)
    if when is None:
        # Cleared whole instead of by age: a pack has far fewer different dates, thus the limit only bounds
        # memory.
        if len(_PARSED) >= _MOST_PARSED:
            _PARSED.clear()
        when = _PARSED[text] = _parsed(text)
    return when


def _parsed(text: str) -> When:
    left, slash, right = text.partition("/")
    if not slash:
        span = endpoint(text)
        return When(text, span.earliest, span.latest, span.earliest, span.latest, False, span.doubtful)
    if left in ("", "..") and right in ("", ".."):
        raise ValueError(f"{text!r} has no date on either side")
    start = endpoint(left) if left not in ("", "..") else None
    end = endpoint(right) if right not in ("", "..") else None
    if start and end and end.latest < start.earliest:
        raise ValueError(f"{text!r} ends before it begins")
    if start is None:
        assert end is not None
        # EDTF distinguishes the two: an empty side is unknown (any day up to the other end), `..` is open (no
        # bound at all).
        start = DateSpan(FIRST_DAY, end.latest if left == "" else FIRST_DAY, False)
    if end is None:
        end = DateSpan(start.earliest if right == "" else LAST_DAY, LAST_DAY, False)
    doubtful = start.doubtful or end.doubtful
    return When(text, start.earliest, start.latest, end.earliest, end.latest, True, doubtful)


def first_of(edtf: str | None) -> str:
    """The first day of a time as ISO text, or its last where only that is known; empty without one."""
    if not edtf:
        return ""
    when = parse(edtf)
    return when.start_earliest if when.start_earliest != FIRST_DAY else when.end_latest


def day(text: str) -> str:
    """Read a day for which to answer, as ISO text: `2009-06-14`; `2009-06` and `2009` mean their last day.

    Raises ValueError with a sentence that says what is wrong.
    """
    if text == "today":
        return today()
    span = one_date(text)
    # `~` widens a date without making it doubtful, thus it is looked for by itself.
    if span.doubtful or "~" in text:
        raise ValueError(f"{text!r} is not a plain date; write YYYY-MM-DD")
    return span.latest


def today() -> str:
    """The day on which this runs, as ISO text."""
    return date.today().isoformat()


def next_day(day: str) -> str:
    """The day after a day, both as ISO text; the last day of the calendar has none and is returned itself."""
    return day if day == LAST_DAY else (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def holds(when: When | None, nature: str, on: str, confirmed: str = "") -> str:
    """Whether what was so `when` counts on the day `on`: one of HELD, or no.

    An occurrence counts from the day on which it has certainly happened. A state holds from its start up
    to, and without, its end; a start or end that is only known to lie within some days may lie at any hour of
    the last of them. An open state (`1994/..`) is certain up to the day on which it was last `confirmed`, by
    default that of its start, and last known after it. Of a state with an unknown end (`1992/`) or a single
    date, which only attests it, the end is not known after that day. Undated is possible.
    """
    if when is None:
        return POSSIBLY
    if on < when.start_earliest:
        return NO
    if nature == OCCURRENCE:
        # An event known to the month has certainly happened only on the last day of the month.
        return POSSIBLY if on < when.end_latest or when.doubtful else CERTAINLY
    # On the last possible day it may begin in the evening; only a start known to the day counts from that day
    # on.
    begun = on > when.start_latest or on == when.start_latest == when.start_earliest
    if not when.interval or when.end_unknown:
        return _attested(when, on, max(confirmed, when.start_latest, when.end_earliest), begun)
    # The end is exclusive: on the day on which a successor begins, the predecessor no longer holds.
    over = on > when.end_latest or on == when.end_latest == when.end_earliest
    if over:
        return NO
    if not begun or on >= when.end_earliest or when.doubtful:
        return POSSIBLY
    # "" sorts before any day: without a confirmation the day of the start counts.
    return LAST_KNOWN if when.open and on > max(confirmed, when.start_latest) else CERTAINLY


def _attested(when: When, on: str, last: str, begun: bool) -> str:
    """How a state of which only a start or a day is known counts from its first possible day on."""
    if on > last:
        return END_UNKNOWN
    return CERTAINLY if begun and not when.doubtful else POSSIBLY


def spoken(edtf: str | None) -> str:
    """A date or interval in words: `14 Jun 2009`, `2–16 Oct 2009`, `since 1993`, `from 22 Jul 2008`."""
    if not edtf:
        return ""
    left, slash, right = edtf.partition("/")
    if not slash:
        return _spoken_date(left)
    if right == "..":
        return f"since {_spoken_date(left)}"
    if right == "":
        return f"from {_spoken_date(left)}, end unknown"
    if left in ("", ".."):
        return f"until {_spoken_date(right)}"
    return _spoken_range(left, right)


def years(edtf: str) -> str:
    """A date or interval in years only, shorter than `spoken`: `1980 – 1991`, `since about 1992–2003`."""
    left, slash, right = edtf.partition("/")
    if not slash:
        return _years_of(left)
    if right in ("", ".."):
        return f"since {_years_of(left)}"
    if left in ("", ".."):
        return f"until {_years_of(right)}"
    first, last = _years_of(left), _years_of(right)
    return first if first == last else f"{first} – {last}"


def year_span(edtf: str) -> str:
    """A date or interval in as few years as possible, for lists of terms: `2003–2016`, `since 2012`, `1999`.
    An end that lies within some days of several years has the first of them: `2008–2013 or later`."""
    when = parse(edtf)
    if not when.interval:
        return years(edtf)
    # The year of the latest possible start: by then it had certainly begun.
    first = "" if when.start_earliest == FIRST_DAY else spoken(when.start_latest[:4])
    last = _span_end(when)
    if when.open:
        return f"since {first}"
    if not last or last == f"{first} or later":
        return f"from {first}"
    if not first:
        return f"until {last}"
    return first if first == last else f"{first}–{last}"


def _span_end(when: When) -> str:
    """The year in which something ended, as far as it is known; empty if nothing of it is."""
    earliest, latest = spoken(when.end_earliest[:4]), spoken(_last_year(when.end_latest))
    # Years of four digits compare as text.
    if when.edtf.endswith("]") and earliest < latest:
        return f"{earliest} or later"
    return "" if when.end_latest == LAST_DAY else latest


def _last_year(end: str) -> str:
    """The last year of what ends on a day and without it: what ends on 1 January was over the year before."""
    return f"{int(end[:4]) - 1:04}" if end[4:] == "-01-01" else end[:4]


def _years_of(text: str) -> str:
    earliest, dots, latest = text.strip("[]").partition("..")
    first, last = (spoken((day or earliest or latest)[:4]) for day in (earliest, latest))
    if dots and not (earliest and latest):
        return f"{first} or {'later' if earliest else 'earlier'}"
    about = "about " if dots or text[-1:] in ("~", "?", "%") else ""
    return about + (first if first == last else f"{first}–{last}")


def _spoken_range(left: str, right: str) -> str:
    if left.startswith(right) and left != right:  # it began on this day and went on in this year
        return f"from {_spoken_date(left)}"
    first, last = _spoken_date(left).split(" "), _spoken_date(right).split(" ")
    # Three words that begin with a digit are day, month and year; "about May 2001" has three words too.
    if len(first) == len(last) == 3 and first[0].isdigit() and last[0].isdigit():
        if first[1:] == last[1:]:
            return f"{first[0]}–{' '.join(last)}"
        if first[2] == last[2]:
            return f"{first[0]} {first[1]} – {' '.join(last)}"
    if len(first) == len(last) == 1:
        return f"{first[0]}–{last[0]}"
    return f"{' '.join(first)} – {' '.join(last)}"


def _spoken_date(text: str) -> str:
    if text.startswith("["):
        earliest, latest = text[1:-1].split("..")
        if not (earliest and latest):
            return f"{_spoken_date(earliest or latest)} or {'later' if earliest else 'earlier'}"
        return _spoken_between(_spoken_date(earliest).split(" "), _spoken_date(latest).split(" "))
    bare = text.rstrip("~?%")
    # `2004-XX` is spoken as 2004: a part without a known digit says nothing.
    parts = [part for part in bare.split("-") if part.strip(UNKNOWN)]
    words = _spoken_year(parts[0]) if parts else "date unknown"
    if len(parts) > 1:
        words = f"{SEASONS.get(parts[1]) or MONTHS[int(parts[1]) - 1]} {words}"
    if len(parts) > 2:
        words = f"{int(parts[2])} {words}"
    mark = text[len(bare) :]
    if mark in ("~", "%"):
        words = f"about {words}"
    return f"{words}, uncertain" if mark in ("?", "%") else words


def _spoken_between(first: list[str], last: list[str]) -> str:
    """`between 22 and 23 Jun 2005`: a month or year that both days have is said once."""
    shared = 0
    while len(first) == len(last) > shared + 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    first = first[: len(first) - shared]
    return f"between {' '.join(first)} and {' '.join(last)}"


def _spoken_year(year: str) -> str:
    """`2009`; `1980s` of a year of which the last digit is not known, `between 1900 and 1999` of two."""
    if UNKNOWN not in year:
        return year.lstrip("0") or "0"
    if year.endswith(UNKNOWN * 2):
        return f"between {year.replace(UNKNOWN, '0')} and {year.replace(UNKNOWN, '9')}"
    return f"{year.replace(UNKNOWN, '0')}s"
