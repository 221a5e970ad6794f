"""The items of a long list between a few others, of which only those on the screen are looked up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from cstoref.tui.line import Key

from .items import Items


class Lines:
    """Which line of a list has what: rows, below the headings that stand before some of them."""

    def __init__(self, rows: int, headed: Sequence[int]) -> None:
        """`headed` are the rows before which a heading stands, in order."""
        self.rows = rows
        self._headed = headed
        self._headings = [row + at for at, row in enumerate(headed)]

    def __len__(self) -> int:
        return self.rows + len(self._headed)

    def line(self, row: int) -> int:
        """The line of a row."""
        return row + bisect_right(self._headed, row)

    def row(self, line: int) -> tuple[int, bool]:
        """The row of a line, and whether the line is the heading before it."""
        above = bisect_right(self._headings, line)
        if above and self._headings[above - 1] == line:
            return self._headed[above - 1], True
        return line - above, False


class ListItems(Items):
    """Some items, those of a list, and some more, a line each."""

    def __init__(
        self,
        before: Mapping[Key, int],
        rows: Lines,
        key_of: Callable[[int], Key],
        place_of: Callable[[Key], int | None],
        after: Sequence[Key],
        begins: int,
    ) -> None:
        """`before` are items with their lines; the list begins at the line `begins`, and what comes after it
        right below. `key_of` is the key of a row, `place_of` the row of a key."""
        super().__init__(())
        self._before = list(before)
        self._lines_before = list(before.values())
        self._list, self._key_of, self._place_of = rows, key_of, place_of
        self._after = list(after)
        self._begins = begins
        self.first = self.last = _Lines(self)

    @property
    def start(self) -> Key:
        """The first item, or None where there is none."""
        return self.key(0) if len(self) else None

    def is_last(self, key: Key) -> bool:
        """Whether an item is the last."""
        return self.place(key) == len(self) - 1

    def __contains__(self, key: Key) -> bool:
        return self.place(key) is not None

    def __len__(self) -> int:
        return len(self._before) + self._list.rows + len(self._after)

    def moved(self, key: Key, step: int) -> Key:
        """The item some items further down, or up if negative."""
        at = self.place(key)
        return self.key(max(0, min(len(self) - 1, 0 if at is None else at + step)))

    def beside(self, key: Key, step: int) -> Key:
        """None: there are no cells."""
        return None

    def from_line(self, line: int, key: Key) -> Key:
        """The first item that begins at a line or below it, else the last."""
        low, high = 0, len(self) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.line(middle) < line else (low, middle)
        return self.key(low)

    def key(self, at: int) -> Key:
        """The key of an item by its place."""
        row = at - len(self._before)
        if row < 0:
            return self._before[at]
        return self._key_of(row) if row < self._list.rows else self._after[row - self._list.rows]

    def place(self, key: Key) -> int | None:
        """The place of an item by its key, or None."""
        if key is None:
            return None
        if key in self._before:
            return self._before.index(key)
        if key in self._after:
            return len(self._before) + self._list.rows + self._after.index(key)
        row = self._place_of(key)
        return None if row is None else len(self._before) + row

    def line(self, at: int) -> int:
        """The line of an item by its place."""
        row = at - len(self._before)
        if row < 0:
            return self._lines_before[at]
        if row < self._list.rows:
            return self._begins + self._list.line(row)
        return self._begins + len(self._list) + row - self._list.rows


class _Lines(Mapping[Key, int]):
    """The line of each item."""

    def __init__(self, items: ListItems) -> None:
        self._items = items

    def __getitem__(self, key: Key) -> int:
        at = self._items.place(key)
        if at is None:
            raise KeyError(key)
        return self._items.line(at)

    def __iter__(self) -> Iterator[Key]:
        return map(self._items.key, range(len(self._items)))

    def __len__(self) -> int:
        return len(self._items)
