"""Which reader takes which files: the formats of `cstoref pack import`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cstoref.authoring import limits
from cstoref.authoring.problems import did_you_mean
from cstoref.errors import UsageError
from cstoref.paths import shown

from .. import isolation
from . import json_lines, popolo, tables
from .content import Content
from .data_set import Files
from .sheet import SheetColumns

NO_COLUMNS = SheetColumns({}, {})


class Reader(NamedTuple):
    """One format of files that become a pack."""

    description: str
    endings: tuple[str, ...]
    read: Callable[[Files, SheetColumns], Content]
    several: bool = False
    """Whether it takes several files, or a folder of them."""


READERS = {
    "jsonl": Reader(
        "an export of a pack as JSON Lines or JSON",
        (".jsonl", ".ndjson", ".json"),
        lambda files, columns: json_lines.read(*files[0]),
    ),
    "csv": Reader(
        "tables: those of an export, or sheets of your own",
        (".csv", ".tsv", ".txt"),
        tables.read,
        several=True,
    ),
    "popolo": Reader(
        "people and memberships in Popolo JSON", (), lambda files, columns: popolo.read(*files[0])
    ),
}
"""The formats by name. Which one a file has is told by its ending, where nobody says it."""


class ReadContent(NamedTuple):
    """What was read, and from which files."""

    content: Content
    files: Files


def read(names: Sequence[str], format: str = "", columns: SheetColumns = NO_COLUMNS) -> ReadContent:
    """What some files hold, all in one format. Raises UserError."""
    if format and format not in READERS:
        raise UsageError(
            f"there is no format “{format}”{did_you_mean(format, READERS)}; there are {', '.join(READERS)}"
        )
    chosen = READERS[format] if format else _told(names[0])
    files = [(name, isolation.contents(Path(name), limits.DATA)) for name in _files(names, chosen)]
    if len(files) > 1 and not chosen.several:
        raise UsageError(f"{chosen.description}: that is one file; import the others by themselves")
    return ReadContent(chosen.read(files, columns), files)


def _told(name: str) -> Reader:
    ending = ".csv" if os.path.isdir(name) else name.lower()
    for one in READERS.values():
        if ending.endswith(one.endings or ("\0",)):
            return one
    raise UsageError(f"{shown(name)}: say what it is with --as, one of {', '.join(READERS)}")


def _files(names: Sequence[str], reader: Reader) -> Iterator[str]:
    """The files, with those of a folder in place of it."""
    for name in names:
        if not os.path.isdir(name):
            yield name
            continue
        inside = sorted(one for one in os.listdir(name) if one.lower().endswith(reader.endings or ("\0",)))
        if not inside or not reader.several:
            raise UsageError(f"{shown(name)} is a folder without tables; name the files")
        yield from (os.path.join(name, one) for one in inside)
