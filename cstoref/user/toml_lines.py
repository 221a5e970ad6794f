"""In which line of a TOML text each name is given, so that a problem can say where it is.

The parser does not tell. A statement is the shortest run of lines that parses by itself, whatever its quotes,
comments and line breaks. Only asked for when something is wrong. Must be given a text that parses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tomli

Path = tuple[str, ...]


def places(text: str) -> dict[Path, int]:
    """The line, counted from 1, in which each name first appears; names in a table follow the table's."""
    found: dict[Path, int] = {}
    table: Path = ()
    pending: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        pending.append(line)
        try:
            parsed = tomli.loads("\n".join(pending))
        except tomli.TOMLDecodeError:
            continue
        first = number - len(pending) + 1
        if pending[0].lstrip().startswith("["):
            table = max(_paths(parsed), key=len)
            found.setdefault(table, first)
        else:
            for path in _paths(parsed):
                found.setdefault(table + path, first)
        pending = []
    return found


def _paths(content: Any) -> Iterator[Path]:
    """Every name in what was parsed, with those above it; of a list of tables the first."""
    if isinstance(content, list):
        content = content[0] if content else None
    if isinstance(content, dict):
        for name, value in content.items():
            yield (name,)
            for below in _paths(value):
                yield (name, *below)
