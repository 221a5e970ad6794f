"""One JSON object a line, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from cstoref import sanitize

from . import lines
from .source import PackReader


def objects(pack: PackReader) -> Iterator[dict[str, Any]]:
    """Every object of an export, in order."""
    yield lines.pack(pack.edition, pack.count("sources"), pack.count("records"), pack.count("statements"))
    yield from map(lines.source, pack.sources())
    yield from map(lines.record, pack.whole_records())
    yield from map(lines.statement, pack.all_statements())
    yield from map(lines.conflict, pack.conflicts())


def write(pack: PackReader, out: TextIO) -> None:
    """Write every object on a line of its own."""
    for value in objects(pack):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        out.write(sanitize.json(text) + "\n")
