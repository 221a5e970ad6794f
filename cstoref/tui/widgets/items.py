"""The items among lines: what a cursor can stand on, and which is next in each direction. Knows no widget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from cstoref.render.text import width
from cstoref.tui.line import Key, Line


class Items:
    """The items of some lines: lines of one key together, or pieces with keys of their own within a line."""

    def __init__(self, lines: Sequence[Line], keys: Sequence[Key] = ()) -> None:
        """`keys` are those of further lines below, a line each, which are not made yet."""
        self._first: dict[Key, int] = {}
        self._last: dict[Key, int] = {}
        self.first: Mapping[Key, int] = self._first
        """The first line of each item, in order."""
        self.last: Mapping[Key, int] = self._last
        self._left: dict[Key, int] = {}
        self._rows: list[Sequence[Key]] = []
        self._row: dict[Key, int] = {}
        for at, line in enumerate(lines):
            if line.key is not None:
                self._add(line.key, at)
                continue
            for piece in line.pieces:  # most lines have no cells: none of them costs a call
                if piece.key is not None:
                    self._add_cells(line, at)
                    break
        if keys:
            self._add_keys(keys, len(lines))

    def _add_keys(self, keys: Sequence[Key], begins: int) -> None:
        # Whole tables at once: there may be twenty thousand, and a loop takes longer than a key may.
        lines = range(begins, begins + len(keys))
        last = dict(zip(keys, lines, strict=True))
        last.pop(None, None)
        first = dict.fromkeys(last, 0)
        first.update(zip(reversed(keys), reversed(lines), strict=True))
        first.pop(None, None)
        for key in first.keys() & self._first.keys():  # one that stands above too is an item there
            del first[key]
        self._row.update(zip(first, range(len(self._rows), len(self._rows) + len(first)), strict=True))
        self._rows += zip(first)
        self._first.update(first)
        self._last.update(last)

    def _add(self, key: Key, at: int) -> None:
        if key not in self._first:
            self._first[key] = at
            self._row[key] = len(self._rows)
            self._rows.append([key])
        self._last[key] = at

    def _add_cells(self, line: Line, at: int) -> None:
        left = 0
        cells: list[Key] = []
        for piece in line.pieces:
            if piece.key is not None and piece.key not in self._first:
                self._first[piece.key] = self._last[piece.key] = at
                self._left[piece.key] = left
                self._row[piece.key] = len(self._rows)
                cells.append(piece.key)
            elif piece.key is not None and self._last[piece.key] == at - 1:
                self._last[piece.key] = at  # a cell of several lines
            left += width(piece.text)
        if cells:
            self._rows.append(cells)

    @property
    def start(self) -> Key:
        """The first item, or None where there is none."""
        return self._rows[0][0] if self._rows else None

    def is_last(self, key: Key) -> bool:
        """Whether an item is in the last row of items."""
        return key in self._row and self._row[key] == len(self._rows) - 1

    def lines_of(self, key: Key) -> range:
        """The lines of an item; none where there is no such item."""
        return range(self.first[key], self.last[key] + 1) if key in self.first else range(0)

    @property
    def has_cells(self) -> bool:
        """Whether there are cells beside each other."""
        return bool(self._left)

    def __contains__(self, key: Key) -> bool:
        return key in self.first

    def __len__(self) -> int:
        return len(self.first)

    def moved(self, key: Key, step: int) -> Key:
        """The item some rows further down, or up if negative; of a row of cells the one nearest below."""
        row = self._row.get(key, 0) + (step if key in self._row else 0)
        return self._nearest(max(0, min(len(self._rows) - 1, row)), key)

    def beside(self, key: Key, step: int) -> Key:
        """The cell some cells to the right in its row, or left if negative; None where there is none."""
        cells = self._rows[self._row[key]] if key in self._row else []
        at = cells.index(key) + step if cells else -1
        return cells[at] if 0 <= at < len(cells) else None

    def from_line(self, line: int, key: Key) -> Key:
        """The first item that begins at a line or below it, else the last."""
        # Sorted by construction (rows are added from the top), as the bisection needs it.
        row = bisect_left(self._rows, line, key=lambda cells: self.first[cells[0]])
        return self._nearest(min(len(self._rows) - 1, row), key)

    def under(self, line: Line, x: int) -> Key:
        """The item at a cell of a line, or None."""
        if line.key is not None:
            return line.key
        for piece in line.pieces:
            x -= width(piece.text)
            if x < 0:
                return piece.key
        return None

    def _nearest(self, row: int, key: Key) -> Key:
        left = self._left.get(key, 0)
        # By cells and not by number: rows may have different columns, and the cursor should go straight down.
        return min(self._rows[row], key=lambda cell: abs(self._left.get(cell, 0) - left))
