"""Times in a column of fixed width beside sentences, and sentences without the date that stands there.

A column shows a time as short as it can without saying something else. What does not fit, such as a day
between two days, is given to the month or the year; the details of a statement have all of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cstoref import dates
from cstoref.model import of_layer

from .statements import on_day
from .text import width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstoref.model import Statement

CELLS = 14
"""Cells of the column: `– 31 Dec 2010` and `≈2 Oct 2009 – ?` are about the longest times."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_GOES_ON = re.compile(r" (?!and\b|or\b|to\b|until\b|–)|;|,(?! when| after| before| the day)|\.?$")
"""What may follow a date that is taken out: neither the second part of a time of which it is the first, nor a
clause about the date."""
_LEAST_LEFT = 3
"""Words that a sentence keeps at least."""


def column(statement: Statement) -> list[str]:
    """The time of a statement in lines of at most `CELLS` cells: `20 Oct 2009`; `28 Apr 2003` above `– 1 Jan
    2010`; `20 Jul 1994 –` where it goes on; `≈` before what the editors found. No lines without a time."""
    return list(_column(statement.when, bool(statement.when_basis))) if statement.when else []


@lru_cache(maxsize=4096)
def _column(when: str, found: bool) -> tuple[str, ...]:
    """The lines of a time; kept, since a page asks for the same few times again and again."""
    first, *more = _lines(when)
    if found:
        first = f"{dates.FOUND}{first.removeprefix('about ')}"
    return tuple(part for line in (first, *more) for part in wrap(line, CELLS))


def _lines(edtf: str) -> list[str]:
    left, slash, right = edtf.partition("/")
    if not slash:
        return [_short(left)]
    if right in ("", ".."):
        begun = _short(left)
        # Of some day from a to b it is sure that it had begun by the end of the year of b.
        if width(begun) > CELLS - 3 and "[" in left:
            begun = f"by {left[1:-1].rpartition('..')[2][:4]}"
        return [f"{begun} –" if right else f"{begun} – ?"]
    if left in ("", ".."):
        return [f"– {_short(right)}"]
    together = dates.spoken(edtf)
    if width(together) < CELLS and "[" not in edtf:
        return [together]
    first, last = _short(left), _short(right)
    return [first] if first == last else [first, f"– {last}"]


def _short(text: str) -> str:
    """One date; of some day from a to b the month or the years in which both lie."""
    if not text.startswith("["):
        return dates.spoken(text).replace(", uncertain", " ?")
    earliest, latest = text[1:-1].split("..")
    if not (earliest and latest):
        return dates.spoken(text)
    # Year and month are the first seven letters of ISO text, the year the first four.
    if earliest[:7] == latest[:7] and len(earliest) > 4:
        return dates.spoken(earliest[:7])
    if earliest[:4] == latest[:4]:
        return f"about {earliest[:4]}"
    return (
        f"{earliest[:4]} or {latest[:4]}"
        if int(latest[:4]) - int(earliest[:4]) == 1
        else (f"{earliest[:4]} to {latest[:4]}")
    )


def sentence_beside(statement: Statement, held: str = "") -> str:
    """The sentence that stands beside the column: without the date that stands there, with how it counts on
    the day of a page (`held`), and with the mark of its layer."""
    text = without_date(statement.text.rstrip("."), statement.when)
    return of_layer(on_day(text, held, statement.confirmed), statement.layer)


def without_date(text: str, edtf: str | None) -> str:
    """A sentence without the words that say when, where these are exactly its time: `Belarus signed it on 20
    October 2009` of that day is `Belarus signed it`. Any other date in it stays."""
    for phrase in _phrases_of(edtf or ""):
        shorter = _without(text, phrase)
        if shorter is not None and len(shorter.split()) >= _LEAST_LEFT:
            return shorter
    return text


def _without(text: str, phrase: str) -> str | None:
    """A text without a phrase that it has once, as a part of its own; None where it has not."""
    # Plain search: a pattern made of each phrase took twice as long as all else that a page needs.
    if text[: len(phrase)].lower() == phrase.lower() and text[len(phrase) :][:1] == " ":
        rest = text[len(phrase) + 1 :]
        return f"{rest[:1].upper()}{rest[1:]}"
    before, found, after = text.partition(f" {phrase}")
    if not found or phrase in after or not _GOES_ON.match(after):
        return None
    # A comma before it goes too where nothing or another mark follows: `…, since January 2017`.
    return f"{before.rstrip(',') if after[:1] in ('', '.', ';', ',') else before}{after}"


def has_date(text: str, when: str) -> bool:
    """Whether a sentence names the days of a time in words itself."""
    for month in MONTHS:
        text = text.replace(month, month[:3])
    days = when.removeprefix("since ").removeprefix("until ").split(" – ")
    return all(day.lstrip(dates.FOUND) in text for day in days)


@lru_cache(maxsize=4096)
def _phrases_of(edtf: str) -> tuple[str, ...]:
    return tuple(_phrases(edtf))


def _phrases(edtf: str) -> Iterator[str]:
    """The ways in which a sentence may give a time whose dates are plain."""
    left, slash, right = edtf.partition("/")
    starts, ends = (bool(_PLAIN.fullmatch(side)) for side in (left, right))
    if starts and ends:
        for first in _shortened(left, right):
            for between in ("to", "until"):
                yield f"from {first} {between} {_long(right)}"
    if starts:
        yield f"{'on' if len(left) > 7 else 'in'} {_long(left)}"
        if len(left) > 7:
            yield f"of {_long(left)}"
    if starts and slash and not ends:
        yield f"since {_long(left)}"
        yield f"from {_long(left)}"
    if ends and not starts:
        yield f"until {_long(right)}"


def _shortened(left: str, right: str) -> Iterator[str]:
    """The first of two dates as a sentence may give it: whole, without the year or month of the second."""
    whole = _long(left)
    yield whole
    if left[:4] == right[:4] and " " in whole:
        yield whole.rpartition(" ")[0]
    if left[:7] == right[:7] and len(left) > 7:
        yield whole.partition(" ")[0]


def _long(date: str) -> str:
    """A plain date with its month in full: `20 July 1994`."""
    year, *parts = date.split("-")
    words = [str(int(part)) if n else MONTHS[int(part) - 1] for n, part in enumerate(parts)]
    return " ".join((*reversed(words), year))
