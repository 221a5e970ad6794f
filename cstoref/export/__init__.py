"""Packs for other programs, one module a format: a text, a file or a folder.

The lines of `jsonl` are a promise: keys in this order, absent values null, new keys only at the end, one type
for a key in all lines.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from . import csv, json, jsonl, sqlite

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    """One way to write a pack."""

    description: str
    form: Literal["text", "file", "folder"]
    """What it is written into: text goes to a stream, the others need a path."""
    write: Callable[..., None]
    """Takes the pack, and a stream or the path of a new file or folder."""
    texts: bool = False
    """Whether it can have the texts of the sources too: `write` then takes `texts`."""


FORMATS: dict[str, Format] = {
    "jsonl": Format(
        "one JSON object a line: pack, sources, records, statements, conflicts …", "text", jsonl.write, True
    ),
    "json": Format("the same objects in one, by type", "text", json.write, True),
    "csv": Format("a folder of tables with a datapackage.json that describes them", "folder", csv.write),
    "sqlite": Format("the same tables as a SQLite database, with views", "file", sqlite.write),
}
