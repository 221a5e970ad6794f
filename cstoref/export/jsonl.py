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
    counts = {what: pack.count(what) for what in ("sources", "records", "statements", "conflicts")}
    yield lines.pack(pack.edition, counts, pack.newest_source or None)
    yield from map(lines.source, pack.sources())
    for record in pack.whole_records():
        facts = [lines.fact(fact) for fact in pack.stored_facts(record.id)]
        yield {**lines.record(record), "facts": facts}
    yield from map(lines.statement, pack.all_statements())
    yield from map(lines.conflict, pack.conflicts())


def write(pack: PackReader, out: TextIO) -> None:
    """Write every object on a line of its own."""
    for value in objects(pack):
        # No blanks between: an export is read by programs, and each line is long enough.
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        out.write(sanitize.json(text) + "\n")
