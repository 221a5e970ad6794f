"""Packs for other programs, one module or package a format: a text, a file or a folder.

The lines of `jsonl` are a promise: keys in this order, absent values null, new keys only at the end, one type
for a key in all lines.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from cstoref.namedtuples import NamedTuple

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    """One way to write a pack."""

    module: str
    """The module of this package that has `write(pack, out)`; loaded when the format is asked for."""
    description: str
    form: Literal["text", "file", "folder"]
    """What it is written into: text goes to a stream, the others need a path."""

    texts: bool = False
    """Whether it can have the texts of the sources too: `write` then takes `texts`."""

    def write(self, pack: Any, out: Any, **more: bool) -> None:
        """Write a pack into a stream, or into a new file or folder by its path."""
        import_module(f".{self.module}", __package__).write(pack, out, **more)


FORMATS: dict[str, Format] = {
    "jsonl": Format(
        "jsonl", "one JSON object a line: pack, sources, records, statements, conflicts …", "text", True
    ),
    "json": Format("json", "the same objects in one, by type", "text", True),
    "csv": Format("csv", "a folder of tables with a datapackage.json that describes them", "folder"),
    "sqlite": Format("sqlite", "the same tables as a SQLite database, with views", "file"),
    "parquet": Format(
        "parquet", "a folder of the same tables as Parquet files; needs the extra cstoref[parquet]", "folder"
    ),
    "jsonld": Format("jsonld", "JSON-LD with schema.org types and Web Annotation selectors", "text"),
    "popolo": Format("popolo", "Popolo: persons, organizations, posts, memberships, events, areas", "text"),
    "ftm": Format("ftm", "FollowTheMoney entities, one a line", "text"),
    "ftm-statements": Format(
        "ftm.statements", "the same in FollowTheMoney's statement form: one value a line", "text"
    ),
}
