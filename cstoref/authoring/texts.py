"""The texts of a pack: kept while they are few, else read again when one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

KEPT = 16 * 2**20
"""Letters of the texts that are kept."""
RECENT = 8
"""Texts that are kept beside them once they were asked for."""


class Texts(Mapping[str, str]):
    """Source to text. `read` reads one again."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self._kept: dict[str, str | None] = {}
        self._letters = 0
        self._again = lru_cache(maxsize=RECENT)(read)

    def add(self, source: str, text: str) -> None:
        """Take in a text that was read and is right."""
        self._letters += len(text)
        self._kept[source] = text if self._letters <= KEPT else None

    def __getitem__(self, source: str) -> str:
        text = self._kept[source]
        return self._again(source) if text is None else text

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
