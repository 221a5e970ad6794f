"""Which reader takes which files: the formats of `cstoref pack import`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from cstoref.authoring import limits
from cstoref.authoring.problems import did_you_mean
from cstoref.errors import UsageError

from .. import isolation
from . import json_lines
from .content import Content

Read = Callable[[str, bytes], Content]


class Reader(NamedTuple):
    """One format of files that become a pack."""

    description: str
    endings: tuple[str, ...]
    read: Read


READERS = {
    "jsonl": Reader(
        "an export of a pack, as JSON Lines or JSON", (".jsonl", ".ndjson", ".json"), json_lines.read
    ),
}


def read(names: Sequence[str], format: str = "") -> Content:
    """What some files hold, all in one format. Raises UserError."""
    chosen = READERS.get(format)
    if format and chosen is None:
        raise UsageError(
            f"there is no format “{format}”{did_you_mean(format, READERS)}; there are {', '.join(READERS)}"
        )
    if chosen is None:
        chosen = next((one for one in READERS.values() if names[0].lower().endswith(one.endings)), None)
    if chosen is None:
        raise UsageError(f"{names[0]}: say what it is with --as, one of {', '.join(READERS)}")
    if len(names) > 1:
        raise UsageError("an export is one file; import the others by themselves")
    return chosen.read(names[0], isolation.contents(Path(names[0]), limits.DATA))
