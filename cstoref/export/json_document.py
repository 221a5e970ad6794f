"""JSON of a whole pack in one value, written item by item: only one item is in memory at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from cstoref import sanitize


def json_of(value: Any) -> str:
    """One value on one line, safe to print."""
    return sanitize.json(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def write_object(parts: Mapping[str, Any], lists: Mapping[str, Iterable[Any]], out: TextIO) -> None:
    """Write one object: some values, then lists, each item on a line of its own."""
    start = "{"
    for key, value in parts.items():
        out.write(f"{start}\n{json_of(key)}:{json_of(value)}")
        start = ","
    for key, values in lists.items():
        out.write(f"{start}\n{json_of(key)}:[")
        start = ","
        comma = ""
        for value in values:
            out.write(f"{comma}\n{json_of(value)}")
            comma = ","
        out.write("\n]")
    out.write("\n}\n")
