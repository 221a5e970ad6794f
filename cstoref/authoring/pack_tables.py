"""The tables of the files in `data/`, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from . import limits
from .faulty import Faulty
from .files import Files
from .problems import Problems, Spot


class PackTables:
    """The tables of one pack; a file that is not made of them is noted as a problem, and as faulty."""

    def __init__(self, files: Files, faulty: Faulty, problems: Problems) -> None:
        self._files = files
        self._faulty = faulty
        self._problems = problems

    def each(
        self, file: str, key: str, *, required: bool = False
    ) -> Iterator[tuple[Mapping[str, Any], Spot]]:
        """Each `[[key]]` of a file, with its place. A file that a pack does not need may be missing."""
        if not required and not self._files.has(file):
            return
        number = 0
        for content in self._files.toml_parts(file, key):
            for table in self._tables_in(content, file, key):
                spot = Spot(f"data/{file}", _shown_id(table, number + 1), path=(key, number))
                number += 1
                if number > limits.RECORDS.most:
                    self._problems.beyond(Spot(f"data/{file}", path=(key,)), limits.RECORDS)
                if isinstance(table, dict):
                    yield table, spot
                else:
                    self._problems.add(spot, f"write a table: [[{key}]], with its keys below")

    def _tables_in(self, content: Mapping[str, Any] | None, file: str, key: str) -> list[object]:
        """The tables of a file, or of a part of one, as far as it can be read."""
        if content is None:
            self._faulty.add_file(file)
            return []
        for other in content:
            if other != key:
                spot = Spot(f"data/{file}", path=(other,))
                self._problems.add(spot, f'write [[{key}]], not "{_cut(other)}"')
                self._faulty.add_file(file)
        tables = content.get(key, [])
        if isinstance(tables, list):
            return tables
        self._problems.add(Spot(f"data/{file}", path=(key,)), f"write [[{key}]] with two brackets")
        self._faulty.add_file(file)
        return []


def _shown_id(table: object, number: int) -> str:
    id = table.get("id") if isinstance(table, dict) else None
    return id[:80] if isinstance(id, str) else f"no. {number}"


def _cut(word: object) -> str:
    return str(word)[: limits.ID.most]
