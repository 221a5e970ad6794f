"""The time that a question asks about: a day, month, year, decade or range, since or until one of these."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .query import MONTHS, is_year

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SINCE = ("since", "after", "from", "following")
UNTIL = ("until", "till", "before", "by", "to", "through")
SPAN = ("in", "on", "during", "as", "of", "the", "around", "about", "year", "between", "from", "month")
"""Words that stand before a time and go with it."""
SEASONS = {
    "spring": ("03", "05"), "summer": ("06", "08"), "autumn": ("09", "11"), "fall": ("09", "11"),
}  # fmt: skip
"""The first and the last month of those that are whole in one year."""
LARGEST = 31
"""A larger number behind a year is no part of a date."""
DECADES = {"nineties": "199", "noughties": "200", "twenties": "202"}


class Period(NamedTuple):
    """A stretch of days, both inclusive; empty texts where nothing was typed."""

    first: str = ""
    last: str = ""
    spoken: str = ""
    """As it is to be read back: `2009`, `since 2010`, `2005–2009`."""
    problem: str = ""
    """What is wrong with a date that was typed."""

    @property
    def given(self) -> bool:
        """Whether a time was typed."""
        return bool(self.spoken)


def in_words(asked: Period) -> str:
    """A time as it stands in a sentence: `in 2009`, `on 14 Jun 2009`, `since 2010`."""
    if asked.spoken.partition(" ")[0] in (*SINCE, *UNTIL):
        return asked.spoken
    return f"on {asked.spoken}" if asked.first == asked.last else f"in {asked.spoken}"


def period(words: Sequence[str]) -> tuple[Period, set[int]]:
    """The time among folded words, and the places of the words that tell it."""
    ends = _dates(words)
    if not ends:
        return Period(), set()
    places = {place for _, used in ends for place in used}
    try:
        spans = [(dates.parse(edtf), used) for edtf, used in ends]
    except ValueError:
        edtf = ends[-1][0]
        return Period(
            problem=f"{dates.spoken(edtf) if _sayable(edtf) else edtf} is not a day of the calendar"
        ), places
    first, used = spans[0]
    last = spans[-1][0]
    start, end = first.start_earliest, max(span.end_latest for span, _ in spans)
    said = dates.spoken(first.edtf)
    if len(spans) > 1:
        said = f"{said}–{dates.spoken(last.edtf)}"
    before = min(used) - 1
    word = words[before] if before >= 0 else ""
    if len(spans) == 1 and word in SINCE and not (word == "from" and _is_filler(words, before - 1)):
        places.add(before)
        return Period(start, dates.LAST_DAY, f"{word} {said}"), places
    if len(spans) == 1 and word in UNTIL:
        places.add(before)
        return Period(dates.FIRST_DAY, start if word == "before" else end, f"{word} {said}"), places
    while before >= 0 and words[before] in SPAN:
        places.add(before)
        before -= 1
    return Period(start, end, said), places


def _is_filler(words: Sequence[str], place: int) -> bool:
    return place >= 0 and words[place] in ("article", "quote")


def _sayable(edtf: str) -> bool:
    parts = edtf.split("-")
    return len(parts) < 2 or 1 <= int(parts[1]) <= 12


def _dates(words: Sequence[str]) -> list[tuple[str, set[int]]]:
    """Every date among the words as EDTF, with the places of its words; at most two, for the ends of a
    range."""
    found: list[tuple[str, set[int]]] = []
    used: set[int] = set()
    for place, word in enumerate(words):
        if place in used:
            continue
        decade = DECADES.get(word) or (
            word[:3] if len(word) == 5 and word[4] == "s" and is_year(word[:4]) else ""
        )
        if decade:
            found.append((f"{decade}0/{decade}9", {place}))
        elif is_year(word):
            if season := next((at for at in (place - 1, place - 2) if _is_season(words, at, place)), None):
                first, last = SEASONS[words[season]]
                used |= {*range(season, place + 1)}
                found.append((f"{word}-{first}/{word}-{last}", {*range(season, place + 1)}))
                continue
            month, day, parts = _month_and_day(words, place, used)
            edtf = word + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
            used |= parts
            found.append((edtf, parts))
    return found[:2]


def _is_season(words: Sequence[str], at: int, year: int) -> bool:
    """Whether a season stands before a year: `autumn 2022`, `spring of 2009`."""
    return at >= 0 and words[at] in SEASONS and words[at + 1 : year] in ((), ("of",), [], ["of"])


def _month_and_day(words: Sequence[str], place: int, used: set[int]) -> tuple[int, int, set[int]]:
    """Month and day (0 where there is none) of the year at `place`, and the places of all three."""
    after = [number(word) for word in words[place + 1 : place + 3]]
    # 2009-06, 2009-06-14; also 2009-13, a mistake that is told, while no day or month is as large as 70.
    if after and 0 < after[0] <= LARGEST and len(words[place + 1]) == 2:
        day = after[1] if len(after) > 1 else 0
        return after[0], day, {place, place + 1, *((place + 2,) if day else ())}
    for month in (place - 1, place - 2, place + 1):
        if not 0 <= month < len(words) or month in used or words[month] not in MONTHS:
            continue
        if month == place - 2 and not number(words[place - 1]):
            continue
        for day in (month + 1, month - 1):
            if 0 <= day < len(words) and day != place and number(_bare(words[day])):
                return MONTHS[words[month]], number(_bare(words[day])), {place, month, day}
        return (MONTHS[words[month]], 0, {place, month}) if month != place - 2 else (0, 0, {place})
    return 0, 0, {place}


def _bare(word: str) -> str:
    """The number of `14th`, `1st`."""
    return word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word


def number(word: str) -> int:
    """The number that a word of one or two digits is; 0 for any other."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 2 else 0
