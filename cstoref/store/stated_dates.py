"""Which dates the cited texts state, so that a date that is only inherited is shown as found by us.

A statement without a date of its own has that of its event. Where none of its texts has that day, month or
year, it gets a basis that says so. English dates are read in words (`June 22-23`, `3 May`), numeric ones in
every language (`2005-06-23`, `23.06.2005`). Where a text is not English, a day counts as stated if its number
stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from cstoref import dates
from cstoref.model import Pack, Record, Source, Statement
from cstoref.namedtuples import NamedTuple

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# Short forms too: agencies write "Sept. 14" and "Dec 20". For May the long part is empty.
MONTH_NAME = f"({'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|Sept)"
"""Capitals matter: `may` and `march` are no months."""
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# The look-ahead keeps "June 2009" from being read as June 20.
_DAYS = rf"{_DAY}(?:\s*(?:-|–|—|,|and|to)\s*{_DAY})*(?!\d)"
_MONTH_FIRST = re.compile(rf"\b{MONTH_NAME}\b\.?\s*({_DAYS})?")
_GLUED = re.compile(rf"\b{MONTH_NAME}({_DAYS})")
"""Printed without a blank: `June16`."""
# The look-behind keeps the 09 of "2009 June" from being read as a day.
_DAY_FIRST = re.compile(rf"(?<!\d)({_DAYS})\s+(?:of\s+)?{MONTH_NAME}\b")
# Day before month, as the press of the region has it; the American order is not read.
_NUMERIC = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b|\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_EDTF_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

YEAR, MONTH = 1, 2
"""Parts of a date that is known to the year, or to the month."""
KEPT = 2**15
"""Texts of which it is kept what dates they state: a kilobyte each."""
Date = tuple[int, ...]
"""Year, year and month, or year, month and day."""


class DatesInText(NamedTuple):
    """What a text says of dates: days as (month, day), months, years, and its numbers of up to two digits."""

    days: frozenset[tuple[int, int]]
    months: frozenset[int]
    years: frozenset[int]
    numbers: frozenset[int]
    in_words: bool
    """Whether months are read in words: the text is English."""

    def has(self, date: Date) -> bool:
        """Whether the text states a date: its year, its month too, or its day."""
        if date[0] not in self.years:
            return False
        if len(date) == YEAR:
            return True
        if not self.in_words:
            # Months of other languages are not read: too many declined forms. A missing mark is better than a
            # wrong one.
            return len(date) == MONTH or date[-1] in self.numbers
        return date[1] in self.months if len(date) == MONTH else date[1:] in self.days


def dated(pack: Pack) -> Pack:
    """The pack with a basis for each date that none of the cited texts states."""
    records = {record.id: record for record in pack.records}
    sources = {source.id: source for source in pack.sources}
    dating = Dating(records, sources, dict(pack.texts).__getitem__)
    return pack._replace(statements=tuple(dating.dated(statement) for statement in pack.statements))


class Dating:
    """Finds out of one statement at a time whether its texts state its date."""

    def __init__(
        self, records: Mapping[str, Record], sources: Mapping[str, Source], text: Callable[[str], str]
    ) -> None:
        """`text` has the text of a source by its id."""
        self._records, self._sources = records, sources
        # A text has many statements; five regular expressions over it are worth doing once.
        self._of = lru_cache(maxsize=KEPT)(lambda source: stated(text(source), sources[source]))

    def dated(self, statement: Statement) -> Statement:
        """The statement, with a basis if it rests only on passages whose texts do not state its date.

        What a document outside the pack states is not known: its date is left as it is.
        """
        if not statement.when or statement.when_basis or not statement.citations:
            return statement
        for citation in statement.citations:
            # A document that is not in the pack may state the date, and so may what is left out of a text;
            # what cannot be checked is not marked.
            if citation.quote is None or self._sources[citation.source].whole_sha256:
                return statement
        texts = [self._of(id) for id in {citation.source for citation in statement.citations}]
        # Every date of an interval must be stated, but different texts may state its two ends.
        if all(any(text.has(date) for text in texts) for date in _dates(statement.when)):
            return statement
        cited = "cited text does" if len(texts) == 1 else "cited texts do"
        event = self._inherited_from(statement)
        basis = f"The date of “{event}”; the {cited} not state it." if event else f"The {cited} not state it."
        return statement._replace(when_basis=basis)

    def _inherited_from(self, statement: Statement) -> str:
        """The name of the event that the date is of, or empty."""
        at = [role.record for role in statement.roles if role.role == "at"] if statement.roles else ()
        for id in (statement.subject, *at):
            if id and (record := self._records[id]).when == statement.when:
                return record.name
        return ""


def stated(text: str, source: Source) -> DatesInText:
    """The dates that the text of a source states."""
    days: set[tuple[int, int]] = set()
    months: set[int] = set()
    written = set(re.findall(r"\d+", text))
    of_four = {int(number) for number in written if len(number) == len("1999")}
    if any(name[:3] in text for name in MONTHS):  # most texts of no date at all are told in no time
        _add_months(text, days, months)
    for match in _NUMERIC.finditer(text) if of_four else ():
        month, day = (match[2], match[3]) if match[1] else (match[5], match[4])
        months.add(int(month))
        days.add((int(month), int(day)))
    return DatesInText(
        frozenset(days),
        frozenset(months),
        frozenset(of_four.union(_years_around(text, source))),
        frozenset(int(number) for number in written if len(number) <= len("31")),
        source.language == "en",
    )


def _add_months(text: str, days: set[tuple[int, int]], months: set[int]) -> None:
    """Add the dates whose months are in words."""
    # `_GLUED` is a pattern of its own: with an optional blank in the first, `\b` after the month could not
    # hold.
    for match in (*_MONTH_FIRST.finditer(text), *_GLUED.finditer(text)):
        months.add(month_number(match[1]))
        days |= {(month_number(match[1]), day) for day in _numbers(match[2] or "")}
    for match in _DAY_FIRST.finditer(text):
        days |= {(month_number(match[2]), day) for day in _numbers(match[1])}


def month_number(name: str) -> int:
    """The number of a month that `MONTH_NAME` matches."""
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _numbers(words: str) -> Iterable[int]:
    """The days of `22-23`, `22, 23` or `3rd to 5th`, those between two ends too."""
    parts = re.findall(r"\d{1,2}|-|–|—|to", words)
    for at, part in enumerate(parts):
        if part.isdigit():
            yield int(part)
        elif 0 < at < len(parts) - 1:
            # Only the days between: both ends are digits themselves and come on their own turn.
            yield from range(int(parts[at - 1]) + 1, int(parts[at + 1]))


def _years_around(text: str, source: Source) -> Iterator[int]:
    """The years of the issue, and those beside them where the text speaks of the last or the next."""
    if source.issued:
        issued = dates.parse(source.issued)
        first, last = int(issued.start_earliest[:4]), int(issued.end_latest[:4])
        english = source.language == "en"
        yield from range(first, last + 1)
        # "Last December" in an issue of January means the year before. In other languages the word is not
        # known, thus both years are granted.
        if not english or _has_word(text, "last"):
            yield first - 1
        if not english or _has_word(text, "next"):
            yield last + 1


def _has_word(text: str, word: str) -> bool:
    # Nearly every text is told without the expression, which takes thirty times as long.
    return word in text.casefold() and re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None


@lru_cache(maxsize=2**12)
def _dates(edtf: str) -> tuple[Date, ...]:
    """Every date in an EDTF text; a season (month 21 to 41) counts as its year."""
    dates = (tuple(int(part) for part in found.groups() if part) for found in _EDTF_DATE.finditer(edtf))
    return tuple(date if len(date) == YEAR or date[1] <= len(MONTHS) else date[:YEAR] for date in dates)
