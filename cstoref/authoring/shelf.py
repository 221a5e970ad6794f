"""What is put aside until the rest of a pack is read: in memory while it is little, then in a file."""

from __future__ import annotations

import pickle
import weakref
from collections.abc import Iterator
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

KEPT = 16 * 2**20
"""Bytes up to which no file is made."""
Part = TypeVar("Part")


class Shelf(Generic[Part]):
    """Values of plain types, given back in the order in which they came, once."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._in_memory = True

    def add(self, part: Part) -> None:
        """Put one aside. Raises OSError where the disk is full."""
        pickle.dump(part, self._file, pickle.HIGHEST_PROTOCOL)
        if self._in_memory and self._file.tell() > KEPT:
            self._move()

    def take(self) -> Iterator[Part]:
        """Give all of them back."""
        self._file.seek(0)
        with self._file as file:
            while True:
                try:
                    yield pickle.load(file)  # what this process wrote a moment ago
                except EOFError:
                    return

    def _move(self) -> None:
        """Go on in a file that has no name and ends with the process, or with this if reading is given up."""
        file = TemporaryFile()  # noqa: SIM115
        weakref.finalize(self, file.close)
        self._file.seek(0)
        file.write(self._file.read())
        self._file, self._in_memory = file, False
