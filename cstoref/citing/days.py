"""When something was published, as the machines' formats have it."""

from __future__ import annotations

from cstoref.edtf import SEASONS, UNKNOWN
from cstoref.model import Source
from cstoref.namedtuples import NamedTuple


class Issued(NamedTuple):
    """Beginning and end as year, month and day, as far as known; the end is empty for a single date."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    doubtful: bool
    edtf: str

    @property
    def iso(self) -> str:
        """The date or range as ISO text, without marks of doubt."""
        ends = ("-".join(f"{part:02}" for part in end) for end in (self.first, self.last) if end)
        return "/".join(ends)


def issued(source: Source) -> Issued | None:
    """The date of a source; None where it has none, or where not even the year is known."""
    if not source.issued or _of_some_year(source.issued):
        return None
    first, _, last = source.issued.partition("/")
    return Issued(_parts(first), _parts(last), any(mark in source.issued for mark in "~?%["), source.issued)


def _of_some_year(date: str) -> bool:
    """Whether the date is one of several, not all of one year: formats would take the first."""
    first, several, last = date.strip("[]").partition("..")
    return date.startswith("[") and bool(several) and first[:4] != last[:4]


def _parts(date: str) -> tuple[int, ...]:
    """Year, month and day of one end, as far as known; of a range its first, of a season the year."""
    bare = date.strip("[]").partition("..")[0].rstrip("~?%")
    year, *rest = (part for part in bare.split("-"))
    # None of the formats has seasons: 21 would be read as a month.
    if rest and rest[0] in SEASONS:
        rest = []
    return tuple(int(part) for part in (year, *rest) if part and UNKNOWN not in part)
