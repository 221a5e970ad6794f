"""A section of the index as a list of which only the rows that are looked at are read, however long it is.

The lists as of the day of the edition are compiled into the pack. That of another day is made when it is
asked for, into a table of the same form.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from cstoref import fold
from cstoref.filter_query import narrowed

from .queries import Store
from .section_rows import SectionRow, section_rows

if TYPE_CHECKING:
    import sqlite3

COLUMNS = (
    "section", "position", "record", "name", "statements", "heading", "facets", "day", "first_fact",
    "second_fact", "possible", "alphabetical", "sought",
)  # fmt: skip
"""The columns of the table `listed`."""
READ = "position, record, name, statements, heading, facets, day, first_fact, second_fact, possible"
BETWEEN = "\n"
"""Stands between the facets of a row."""
ORDERS = {"name": "alphabetical, position", "statements": "statements DESC, position"}
"""The orders in which a list has no headings."""
CHUNK = 100
"""Rows that are read together."""


def listed(section: str, rows: Iterable[SectionRow]) -> Iterator[tuple[object, ...]]:
    """The rows of a section as those of the table."""
    for at, row in enumerate(rows):
        facets = BETWEEN.join(facet.replace(BETWEEN, " ") for facet in row.facets)
        first, second = (*row.facts, None, None)[:2]
        yield (
            section, at, row.key, row.name, row.statements, row.group, facets, row.day, first, second,
            row.possible, fold.words(row.name), fold.words(f"{row.name} {row.group}"),
        )  # fmt: skip


class Listed:
    """One section on one day."""

    def __init__(self, store: Store, section: str, as_of: str | None) -> None:
        self._section = section
        self._database = store.database
        stored = "SELECT 1 FROM listed WHERE section = ? LIMIT 1"
        if as_of is not None or not self._database.execute(stored, (section,)).fetchone():
            import sqlite3

            self._database = sqlite3.connect(":memory:", isolation_level=None)
            self._database.execute(
                f"CREATE TABLE listed ({', '.join(COLUMNS)}, PRIMARY KEY (section, position)) WITHOUT ROWID"
            )
            self._database.executemany(
                f"INSERT INTO listed VALUES ({', '.join('?' * len(COLUMNS))})",
                listed(section, section_rows(store, section, as_of)),
            )

    def rows(self, words: str = "", facet: str = "", order: str = "") -> SectionList:
        """The rows that a filter lets through, in their order or by `name` or `statements`, which have no
        headings."""
        return SectionList(self._database, self._section, words, facet, order)

    def facets(self) -> list[tuple[tuple[str, ...], int]]:
        """The facets of the rows, those of the first row first; each with how many rows have them."""
        counted = self._database.execute(
            "SELECT facets, count(*) FROM listed WHERE section = ? GROUP BY facets ORDER BY min(position)",
            (self._section,),
        )
        return [(tuple(facets.split(BETWEEN)) if facets else (), count) for facets, count in counted]


class SectionList(Sequence[SectionRow]):
    """Rows of a section in an order, read when they are looked at."""

    def __init__(
        self, database: sqlite3.Connection, section: str, words: str, facet: str, order: str
    ) -> None:
        self._database = database
        self._section = section
        self._ordered = order in ORDERS
        self._read: dict[int, SectionRow] = {}
        # A list asks for the place of its cursor with each line that it draws.
        self.place = lru_cache(maxsize=8)(self._place)
        if words or facet or self._ordered:
            condition, values = _condition(words, facet)
            by = ORDERS.get(order, "position")
            found = database.execute(
                f"SELECT position FROM listed WHERE section = ?{condition} ORDER BY {by}", (section, *values)
            )
            self._positions: Sequence[int] = [position for (position,) in found]
        else:
            (last,) = database.execute(
                "SELECT max(position) FROM listed WHERE section = ?", (section,)
            ).fetchone()
            self._positions = range(0 if last is None else last + 1)

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Before which row each heading stands; none in a list that is ordered otherwise."""
        if self._ordered or not self._positions:
            return [(0, "")] if self._positions else []
        begins = self._database.execute(
            "SELECT min(position), heading FROM listed WHERE section = ? GROUP BY heading ORDER BY 1",
            (self._section,),
        ).fetchall()
        places = [(bisect_left(self._positions, position), heading) for position, heading in begins]
        ends = [*(place for place, _ in places[1:]), len(self)]
        return [headed for headed, end in zip(places, ends, strict=True) if headed[0] < end]

    def _place(self, key: str) -> int | None:
        """The place of the row with a key, or None."""
        found = self._database.execute(
            "SELECT position FROM listed WHERE section = ? AND record = ?", (self._section, key)
        ).fetchone()
        if found is None:
            return None
        if self._ordered:
            return self._positions.index(found[0]) if found[0] in self._positions else None
        place = bisect_left(self._positions, found[0])
        return place if place < len(self) and self._positions[place] == found[0] else None

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, at: int) -> SectionRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[SectionRow]: ...
    def __getitem__(self, at: int | slice) -> SectionRow | list[SectionRow]:
        if isinstance(at, slice):
            return self._rows(self._positions[at])
        position = self._positions[at]
        if position not in self._read:
            first = at % len(self) // CHUNK * CHUNK
            positions = self._positions[first : first + CHUNK]
            self._read.update(zip(positions, self._rows(positions), strict=True))
        return self._read[position]

    def __iter__(self) -> Iterator[SectionRow]:
        for first in range(0, len(self), CHUNK):
            yield from self[first : first + CHUNK]

    def _rows(self, positions: Sequence[int]) -> list[SectionRow]:
        """The rows at some positions, in their order."""
        found = self._database.execute(
            f"SELECT {READ} FROM listed WHERE section = ? AND position IN ({', '.join(map(str, positions))})",
            (self._section,),
        )
        rows = {
            position: SectionRow(
                key, name, statements, "" if self._ordered else heading,
                tuple(facets.split(BETWEEN)) if facets else (), day,
                tuple(fact for fact in facts if fact is not None), bool(possible),
            )
            for position, key, name, statements, heading, facets, day, *facts, possible in found
        }  # fmt: skip
        return [rows[position] for position in positions]


def _condition(words: str, facet: str) -> tuple[str, list[str]]:
    """What the columns of a row must meet, as SQL with its values: one facet; words; and years in which its
    day lies, or that stand in its words where it has no day."""
    conditions, values = [""], list[str]()
    if facet:
        conditions.append("instr(?1 || facets || ?1, ?1 || ? || ?1)".replace("?1", "char(10)"))
        values.append(facet)
    query = narrowed(words)
    sought, asked = " AND ".join(["instr(sought, ?)"] * len(query.words)) or "1", list(query.words)
    if query.since and query.until:
        typed = fold.words(words).split()
        undated = " AND ".join(["instr(sought, ?)"] * len(typed))
        sought = f"CASE WHEN day BETWEEN ? AND ? THEN {sought} ELSE day = '' AND {undated} END"
        asked = [query.since, query.until, *asked, *typed]
    conditions.append(f"({sought})")
    return " AND ".join(conditions), values + asked
