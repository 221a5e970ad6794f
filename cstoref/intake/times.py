"""Dates in the words of a text, and what they may be in EDTF: proposals, which a person accepts or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cstoref import dates
from cstoref.store.stated_dates import MONTH_NAME, month_number

_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|to|and)\s*"
_FORMS = (
    ("iso", re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")),
    ("numeric", re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")),
    ("days", re.compile(rf"\b{_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?{MONTH_NAME}\b\.?(?:,?\s+(\d{{4}}))?")),
    (
        "month-first",
        re.compile(rf"\b{MONTH_NAME}\b\.?\s+{_DAY}(?!\d)(?:{_TO}{_DAY}(?!\d))?(?:,?\s+(\d{{4}}))?"),
    ),
    ("month", re.compile(rf"\b{MONTH_NAME}\b\.?,?\s+(\d{{4}})\b")),
    ("years", re.compile(r"\b(1[89]\d{2}|20\d{2})\s*(?:-|–|—)\s*(1[89]\d{2}|20\d{2})\b")),
    ("year", re.compile(r"\b(1[89]\d{2}|20\d{2})\b")),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_RELATIVE = re.compile(
    r"\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|"
    r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this)\s+"
    rf"(?:week|month|year|spring|summer|autumn|fall|winter|{_WEEKDAY}|{MONTH_NAME})|[Oo]n\s+{_WEEKDAY})\b"
)


class Time(NamedTuple):
    """A time in a text: its words, where they stand, and the date that they may mean."""

    start: int
    end: int
    words: str
    edtf: str = ""
    """Empty where only a person can say it: “last Friday”."""
    basis: str = ""
    """By which rule the date follows from the words and the source, where the words alone do not say it."""


def times(text: str, issued: str | None = None) -> list[Time]:
    """The times in a text of which the source was issued on a day, in order, none within another."""
    found: list[Time] = []
    year = issued[:4] if issued and issued[:4].isdigit() else ""
    for form, pattern in _FORMS:
        for match in pattern.finditer(text):
            if not _overlaps(match.span(), found):
                found += _time(form, match, year)
    for match in _RELATIVE.finditer(text):
        if not _overlaps(match.span(), found):
            edtf, basis = _counted_back(match.group().lower(), issued or "")
            found.append(Time(*match.span(), match.group(), edtf, basis))
    return sorted(found)


def _counted_back(words: str, issued: str) -> tuple[str, str]:
    """The day that `on Tuesday`, `last Friday` or `yesterday` may mean in a source of a day, and by which
    rule; nothing for other words, and where the day of the source is not known."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", issued):
        return "", ""
    day = date.fromisoformat(issued)
    if words in ("yesterday", "today"):
        back = timedelta(days=words == "yesterday")
        return (day - back).isoformat(), f"The day {'before' if back else 'of'} the source."
    named = next((number for number, name in enumerate(WEEKDAYS) if words.endswith(name)), None)
    if named is None or words.startswith(("this", "next", "later")):
        return "", ""
    back = timedelta(days=(day.weekday() - named) % 7 or (7 if words.startswith("last") else 0))
    return (day - back).isoformat(), "Counted back from the day of the source."


def _overlaps(span: tuple[int, int], found: list[Time]) -> bool:
    return any(time.start < span[1] and span[0] < time.end for time in found)


def _time(form: str, match: re.Match[str], year: str) -> Iterator[Time]:
    edtf, without_year = _edtf(form, match, year)
    if edtf:
        basis = "The year is that of the source." if without_year else ""
        yield Time(*match.span(), match.group(), edtf, basis)


def _edtf(form: str, match: re.Match[str], year: str) -> tuple[str, bool]:
    """The date of some words, empty where they are none; and whether their year is that of the source."""
    groups = match.groups()
    if form == "iso":
        return _valid(match.group()), False
    if form == "numeric":
        return _valid(f"{groups[2]}-{int(groups[1]):02}-{int(groups[0]):02}"), False
    if form == "years":
        return _valid(f"{groups[0]}/{groups[1]}"), False
    if form == "year":
        return _valid(match.group()), False
    if form == "month":
        return _valid(f"{groups[1]}-{month_number(groups[0]):02}"), False
    first, second, month, stated = groups if form == "days" else (groups[1], groups[2], groups[0], groups[3])
    begin = f"{stated or year}-{month_number(month):02}"
    if not stated and not year:
        return "", False
    edtf = f"{begin}-{int(first):02}" + (f"/{begin}-{int(second):02}" if second else "")
    return _valid(edtf), not stated


def _valid(edtf: str) -> str:
    try:
        return dates.parse(edtf).edtf
    except ValueError:
        return ""
