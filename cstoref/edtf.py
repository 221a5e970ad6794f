"""One date of EDTF (ISO 8601-2:2019), as the first and the last day on which it may lie.

Read are levels 0 and 1 for dates from year 1 to 9999: year, month and day; `?` uncertain, `~` approximate
(give or take one unit of its precision), `%` both; seasons (`2004-21` spring to `2004-24` winter, which ends
in February of the year after); digits that are not known (`198X`, `2004-XX`, `2004-06-XX`). Beyond level 1,
`[a..b]` is some day from a to b, with either side open. Not read are years before 1 and after 9999 (`-0044`,
`Y17000`), and times of day.
"""

from __future__ import annotations

from .namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date as date
    from datetime import timedelta as timedelta
else:
    try:
        # The classes of `datetime`, which up to Python 3.11 defines all of them a second time, in Python:
        # that costs a look-up a twentieth of its time.
        from _datetime import date, timedelta
    except ImportError:
        from datetime import date, timedelta

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"
MARKS = ("~", "?", "%")
APPROXIMATE, UNCERTAIN = ("~", "%"), ("?", "%")
# Written by hand: importing the `edtf` package takes 89 ms, several times a whole look-up, and it gives no
# sentence that says what is wrong.
WIDTHS = ((4,), (4, 2), (4, 2, 2))
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
UNKNOWN = "X"
"""A digit that is not known; from one such digit on, all to the right are."""
_SEASON_MONTHS = 3
FORMS = "write 2009, 2009-06, 2009-06-14, or an interval such as 2009/2010"


class DateSpan(NamedTuple):
    """First and last day, both inclusive, as ISO text."""

    earliest: str
    latest: str
    doubtful: bool


def endpoint(text: str) -> DateSpan:
    """One date, or `[a..b]`. Raises ValueError with a sentence that says what is wrong."""
    if not (text.startswith("[") and text.endswith("]")):
        return span(text)
    first, dots, last = text[1:-1].partition("..")
    if not dots:
        raise ValueError(f"{text!r} is not a range of days; write [2005-06-22..2005-06-23]")
    if not (first or last):
        raise ValueError(f"{text!r} has no date on either side")
    start = span(first) if first else DateSpan(FIRST_DAY, FIRST_DAY, False)
    end = span(last) if last else DateSpan(LAST_DAY, LAST_DAY, False)
    if end.latest < start.earliest:
        raise ValueError(f"{text!r} ends before it begins")
    return DateSpan(start.earliest, end.latest, start.doubtful or end.doubtful)


def span(text: str) -> DateSpan:
    """One date. Raises ValueError with a sentence that says what is wrong."""
    mark = text[-1:] if text[-1:] in MARKS else ""
    parts = (text[:-1] if mark else text).split("-")
    _check(text, parts)
    try:
        # A `~` does not widen such a date: the unknown digits already stand for all of the decade, year or
        # month.
        if UNKNOWN in "".join(parts):
            earliest, latest = _unknown(parts)
        else:
            earliest, latest = _bounds([int(part) for part in parts], 1 if mark in APPROXIMATE else 0)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not a day of the calendar ({error})") from None
    return DateSpan(earliest.isoformat(), latest.isoformat(), mark in UNCERTAIN)


def _check(text: str, parts: list[str]) -> None:
    """Whether a date has the parts and digits of one."""
    digits = "".join(parts)
    if text[:1] in ("-", "Y"):
        raise ValueError(f"{text!r} is not a year from 1 to 9999; {FORMS}")
    known = digits.rstrip(UNKNOWN)
    is_number = known.isascii() and (known.isdigit() or not known)
    if not is_number or tuple(map(len, parts)) not in WIDTHS:
        raise ValueError(f"{text!r} is not a date; {FORMS}")
    # Level 1 lets the last one or two digits of a year be unknown, or a whole month or day; 5 or 7 known
    # digits would leave half of one.
    if len(digits) - len(known) > 0 and (len(known) < 2 or len(known) in (5, 7)):
        raise ValueError(
            f"{text!r} leaves out other digits than EDTF; write 19XX, 198X, 2004-XX or 2004-06-XX"
        )


def _unknown(parts: list[str]) -> tuple[date, date]:
    """First and last day of a date of which the last digits are not known."""
    year = parts[0]
    first, last = int(year.replace(UNKNOWN, "0")), int(year.replace(UNKNOWN, "9"))
    if len(parts) > 1 and UNKNOWN not in parts[1]:
        return _bounds([first, int(parts[1])], 0)
    # `00XX` would begin with the year 0, which `datetime` does not have.
    return date(max(first, 1), 1, 1), date(last, 12, 31)


def _bounds(parts: list[int], slack: int) -> tuple[date, date]:
    """First and last day of a year, month, season or day, widened by `slack` units of its precision."""
    if len(parts) == 3:
        exact = date(*parts)
        return exact - timedelta(days=slack), exact + timedelta(days=slack)
    year = parts[0]
    if len(parts) == 1:
        return date(year - slack, 1, 1), date(year + slack, 12, 31)
    month, length = parts[1], 1
    if f"{month}" in SEASONS:
        # 21 to 24 are spring to winter, thus March, June, September and December are their first months.
        month, length = 3 + _SEASON_MONTHS * (month - 21), _SEASON_MONTHS
    date(year, month, 1)
    # Months counted from year 0: division by 12 carries into the year before or after, as winter and `~` need
    # it.
    first = year * 12 + month - 1 - slack * length
    last = year * 12 + month - 1 + length * (1 + slack)
    return (
        date(first // 12, first % 12 + 1, 1),
        date(last // 12, last % 12 + 1, 1) - timedelta(days=1),
    )
