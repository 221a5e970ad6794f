"""Partial dates and intervals: EDTF (ISO 8601-2:2019), levels 0 and 1, and what holds on a day.

A date is known to the year, month or day and may be approximate (`~`, give or take one unit of its
precision) or uncertain (`?`, at most possible). Days are ISO text, so that they compare as text, here and
in SQL. Beyond level 1 one form is read, because terms of office need it: `[a..b]` as an end of an interval,
"some day from a to b"; `[..b]` is "b at the latest", `[a..]` "a at the earliest".
"""

from __future__ import annotations

from datetime import date, timedelta

from .namedtuples import NamedTuple

FIRST_DAY = "0001-01-01"
"""What stands for a beginning that is not known."""
FIRST_YEAR = "1000"
"""The first that can be written: sorting and columns take years for four digits."""
LAST_DAY = "9999-12-31"
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


class _Span(NamedTuple):
    earliest: str
    latest: str
    doubtful: bool


def parse(text: str) -> When:
    """Read an EDTF date or interval. Raises ValueError with a sentence that says what is wrong."""
    left, slash, right = text.partition("/")
    if not slash:
        span = _date(text)
        return When(text, span.earliest, span.latest, span.earliest, span.latest, False, span.doubtful)
    if left in ("", "..") and right in ("", ".."):
        raise ValueError(f"{text!r} has no date on either side")
    start = _endpoint(left) if left not in ("", "..") else None
    end = _endpoint(right) if right not in ("", "..") else None
    if start and end and end.latest < start.earliest:
        raise ValueError(f"{text!r} ends before it begins")
    if start is None:
        assert end is not None
        start = _Span(FIRST_DAY, end.latest if left == "" else FIRST_DAY, False)
    if end is None:
        end = _Span(start.earliest if right == "" else LAST_DAY, LAST_DAY, False)
    doubtful = start.doubtful or end.doubtful
    return When(text, start.earliest, start.latest, end.earliest, end.latest, True, doubtful)


def day(text: str) -> str:
    """Read a day for which to answer: `2009-06-14`; `2009-06` and `2009` mean their last day."""
    if text == "today":
        return today()
    span = _date(text)
    if span.doubtful or "~" in text:
        raise ValueError(f"{text!r} is not a plain date; write YYYY-MM-DD")
    return span.latest


def today() -> str:
    """The day on which this runs, as ISO text."""
    return date.today().isoformat()


def next_day(day: str) -> str:
    """The day after a day, both as ISO text."""
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
        return POSSIBLY if on < when.end_latest or when.doubtful else CERTAINLY
    begun = on > when.start_latest or on == when.start_latest == when.start_earliest
    if not when.interval or when.end_unknown:
        return _attested(when, on, max(confirmed, when.start_latest, when.end_earliest), begun)
    over = on > when.end_latest or on == when.end_latest == when.end_earliest
    if over:
        return NO
    if not begun or on >= when.end_earliest or when.doubtful:
        return POSSIBLY
    return LAST_KNOWN if when.open and on > max(confirmed, when.start_latest) else CERTAINLY


def _attested(when: When, on: str, last: str, begun: bool) -> str:
    """How a state of which only a start or a day is known counts from its first possible day on."""
    if on > last:
        return END_UNKNOWN
    return CERTAINLY if begun and not when.doubtful else POSSIBLY


def spoken(edtf: str | None) -> str:
    """A date or interval in words: `14 Jun 2009`, `2–16 Oct 2009`, `since 1993`, `about 2001`."""
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
    """A date or interval in years alone, shorter than `spoken`: `1980 – 1991`, `since about 1992–2003`."""
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
    """A date or interval in as few years as tell it, for lists of terms: `2003–2016`, `since 2012`, `1999`.
    An end that lies within some days has the year of the last of them."""
    when = parse(edtf)
    if not when.interval:
        return years(edtf)
    first = "" if when.start_earliest == FIRST_DAY else spoken(when.start_latest[:4])
    last = "" if when.end_latest == LAST_DAY else spoken(_last_year(when.end_latest))
    if not last:
        return f"since {first}" if when.open else f"from {first}"
    if not first:
        return f"until {last}"
    return first if first == last else f"{first}–{last}"


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
    first, last = _spoken_date(left).split(" "), _spoken_date(right).split(" ")
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
        return f"between {_spoken_date(earliest)} and {_spoken_date(latest)}"
    bare = text.rstrip("~?%")
    parts = bare.split("-")
    words = parts[0].lstrip("0") or "0"
    if len(parts) > 1:
        words = f"{MONTHS[int(parts[1]) - 1]} {words}"
    if len(parts) > 2:
        words = f"{int(parts[2])} {words}"
    mark = text[len(bare) :]
    if mark in ("~", "%"):
        words = f"about {words}"
    return f"{words}, uncertain" if mark in ("?", "%") else words


def _endpoint(text: str) -> _Span:
    if text.startswith("[") and text.endswith("]"):
        first, dots, last = text[1:-1].partition("..")
        if not dots:
            raise ValueError(f"{text!r} is not a range of days; write [2005-06-22..2005-06-23]")
        if not (first or last):
            raise ValueError(f"{text!r} has no date on either side")
        start = _date(first) if first else _Span(FIRST_DAY, FIRST_DAY, False)
        end = _date(last) if last else _Span(LAST_DAY, LAST_DAY, False)
        if end.latest < start.earliest:
            raise ValueError(f"{text!r} ends before it begins")
        return _Span(start.earliest, end.latest, start.doubtful or end.doubtful)
    return _date(text)


def _date(text: str) -> _Span:
    mark = text[-1:] if text[-1:] in ("~", "?", "%") else ""
    bare = text[:-1] if mark else text
    parts = bare.split("-")
    widths = tuple(len(part) for part in parts)
    digits = all(part.isascii() and part.isdigit() for part in parts)
    if not digits or widths not in ((4,), (4, 2), (4, 2, 2)):
        raise ValueError(
            f"{text!r} is not a date; write 2009, 2009-06, 2009-06-14, or an interval such as 2009/2010"
        )
    if parts[0] < FIRST_YEAR:
        raise ValueError(f"{text!r} is before the year 1000, and years before it are not supported")
    try:
        earliest, latest = _bounds([int(part) for part in parts], 1 if mark in ("~", "%") else 0)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not a day of the calendar ({error})") from None
    return _Span(earliest.isoformat(), latest.isoformat(), mark in ("?", "%"))


def _bounds(parts: list[int], slack: int) -> tuple[date, date]:
    """First and last day of a year, month or day, widened by `slack` units of its precision."""
    if len(parts) == 3:
        exact = date(*parts)
        return exact - timedelta(days=slack), exact + timedelta(days=slack)
    year = parts[0]
    if len(parts) == 1:
        return date(year - slack, 1, 1), date(year + slack, 12, 31)
    date(year, parts[1], 1)
    first, last = year * 12 + parts[1] - 1 - slack, year * 12 + parts[1] + slack
    return (
        date(first // 12, first % 12 + 1, 1),
        date(last // 12, last % 12 + 1, 1) - timedelta(days=1),
    )
