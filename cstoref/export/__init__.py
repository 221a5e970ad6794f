"""Packs as files for other programs: one file a format, each a `write(store, out)`.

The lines of `jsonl` are a promise: keys in this order, absent values null, new keys only at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TextIO

from . import csv, json, jsonl

if TYPE_CHECKING:
    from .source import PackReader

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    """One way to write a pack."""

    suffix: str
    description: str
    write: Callable[[PackReader, TextIO], None]


FORMATS: dict[str, Format] = {
    "jsonl": Format(
        ".jsonl",
        "one JSON object a line: pack, sources, records, statements, conflicts",
        jsonl.write,
    ),
    "json": Format(".json", "the same objects in one, by type", json.write),
    "csv": Format(".csv", "the statements as a table", csv.write),
}
