"""In which line of a TOML text each name is given, so that a problem can say where it is.

The parser does not say. A statement is the shortest run of lines that parses by itself, whatever its quotes,
comments and line breaks. Only asked for when something is wrong. Must be given a text that parses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tomli

Path = tuple[str, ...]


def places(text: str) -> dict[Path, int]:
    """The line, counted from 1, in which each name first appears; names in a table follow the table's."""
    lines_of: dict[Path, int] = {}
    table: Path = ()
    pending: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        pending.append(line)
        try:
            # Quadratic in the length of one statement, which is a few lines; runs only when there is a
            # problem to place.
            parsed = tomli.loads("\n".join(pending))
        except tomli.TOMLDecodeError:
            continue
        first = number - len(pending) + 1
        if pending[0].lstrip().startswith("["):
            # The longest path is the table itself; the shorter ones are the tables above it.
            table = max(_paths(parsed), key=len)
            # The first place wins: of a list of tables (`[[x]]`) each later one would move the line.
            lines_of.setdefault(table, first)
        else:
            for path in _paths(parsed):
                lines_of.setdefault(table + path, first)
        pending = []
    return lines_of


def _paths(content: Any) -> Iterator[Path]:
    """Every name in what was parsed, with those above it; of a list of tables the first."""
    if isinstance(content, list):
        content = content[0] if content else None
    if isinstance(content, dict):
        for name, value in content.items():
            yield (name,)
            for below in _paths(value):
                yield (name, *below)
