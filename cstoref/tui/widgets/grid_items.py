"""Lines that are made when they are drawn, and the items of a grid without its half a million cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

from cstoref.render.grid import GridKeys
from cstoref.tui.line import Key, Line

from .items import Items

From = TypeVar("From")


class MadeLines(Sequence[Line]):
    """Rows, or whatever lines are made of, as lines, each made when it is first drawn; their items are known
    before."""

    def __init__(self, rows: Sequence[From], make: Callable[[From], Line], items: Items) -> None:
        self.items = items
        self._count = len(rows)
        self._make: Callable[[int], Line] = lambda at: make(rows[at])
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._made:
            self._made[at] = self._make(at)
        return self._made[at]


class GridItems(Items):
    """The cells of a grid, one line a row; the first of a row is its own key."""

    def __init__(self, keys: GridKeys) -> None:
        super().__init__(())
        self._keys = keys
        self.first = self.last = _RowOf(keys)

    @property
    def start(self) -> Key:
        """The first item, or None where there is none."""
        return self._keys[0] if len(self._keys) else None

    def is_last(self, key: Key) -> bool:
        """Whether an item is in the last row of items."""
        place = self._keys.place(key)
        return place is not None and place[0] == len(self._keys.rows) - 1

    @property
    def has_cells(self) -> bool:
        """Whether there are cells beside each other."""
        return True

    def moved(self, key: Key, step: int) -> Key:
        """The item some rows further down, or up if negative, in the same column."""
        row, column = self._keys.place(key) or (-step, -1)
        return self._at(row + step, column)

    def beside(self, key: Key, step: int) -> Key:
        """The cell some cells to the right in its row, or left if negative; None where there is none."""
        row, column = self._keys.place(key) or (0, -2)
        return self._keys.key(row, column + step) if -1 <= column + step < len(self._keys.columns) else None

    def from_line(self, line: int, key: Key) -> Key:
        """The item of a line in the same column; beyond the last row that of the last."""
        return self._at(line, (self._keys.place(key) or (0, -1))[1])

    def _at(self, row: int, column: int) -> str:
        return self._keys.key(max(0, min(len(self._keys.rows) - 1, row)), column)


class _RowOf(Mapping[Key, int]):
    """The line of each item."""

    def __init__(self, keys: GridKeys) -> None:
        self._keys = keys

    def __getitem__(self, key: Key) -> int:
        place = self._keys.place(key)
        if place is None:
            raise KeyError(key)
        return place[0]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
