"""Rows that are made when they are first looked at: of cells in one order of columns, or of known keys.

A matrix of ten thousand events and fifty states has half a million cells; only those on the screen are made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from .rows import Row


class GridKeys(Sequence[str]):
    """The keys of a grid, in the order of a reader: of each row its own, then `ROW COLUMN` of each cell."""

    def __init__(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        self.rows = rows
        self.columns = columns
        self._row = {id: at for at, id in enumerate(rows)}
        self._column = {id: at for at, id in enumerate(columns)}

    def place(self, key: object) -> tuple[int, int] | None:
        """Row and column of a key, of a row's own the column -1; None for any other key."""
        if not isinstance(key, str):
            return None
        id, blank, column = key.partition(" ")
        row, at = self._row.get(id), self._column.get(column) if blank else -1
        return None if row is None or at is None else (row, at)

    def key(self, row: int, column: int) -> str:
        """The key at a place."""
        return self.rows[row] if column < 0 else f"{self.rows[row]} {self.columns[column]}"

    def __contains__(self, key: object) -> bool:
        return self.place(key) is not None

    def __len__(self) -> int:
        return len(self.rows) * (len(self.columns) + 1)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        row, column = divmod(at % len(self), len(self.columns) + 1)
        return self.key(row, column - 1)


class _MadeRows(Sequence[Row]):
    """Rows that are there, rows that are made when they are looked at, and others that are there."""

    def __init__(
        self, before: Sequence[Row], count: int, make: Callable[[int], Row], after: Sequence[Row] = ()
    ) -> None:
        self._before, self._count, self._after = before, count, after
        self._make = make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._before) + self._count + len(self._after)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        place = at % len(self) - len(self._before)
        if place < 0:
            return self._before[place]
        if place >= self._count:
            return self._after[place - self._count]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


class Grid(_MadeRows):
    """The rows of a grid, then those that stand below it."""

    def __init__(self, keys: GridKeys, make: Callable[[int], Row], below: Sequence[Row] = ()) -> None:
        super().__init__((), len(keys.rows), make, below)
        self.keys = keys


class KeyedRows(_MadeRows):
    """Rows that are there, then rows of which only the keys are known until they are looked at."""

    def __init__(self, there: Sequence[Row], keys: Sequence[str | None], make: Callable[[int], Row]) -> None:
        super().__init__(there, len(keys), make)
        self.there = there
        self.keys = keys
