"""One JSON object a line, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from cstoref import sanitize
from cstoref.model import Source

from . import lines
from .source import PackReader


def objects(pack: PackReader, texts: bool = False) -> Iterator[dict[str, Any]]:
    """Every object of an export, in order; with `texts` each source has its text."""
    silences, exceptions, retired = pack.silences(), pack.exceptions(), pack.retired()
    counts = {what: pack.count(what) for what in ("sources", "records", "statements", "conflicts")}
    counts |= {"silences": len(silences), "exceptions": len(exceptions), "retired_ids": len(retired)}
    yield lines.pack(pack.edition, counts, pack.newest_source or None, pack.layers)
    for source in pack.sources():
        yield lines.source(source, _text(pack, source) if texts else None)
    for record in pack.whole_records():
        facts = [lines.fact(fact) for fact in pack.stored_facts(record.id)]
        yield {**lines.record(record), "facts": facts}
    yield from map(lines.statement, pack.all_statements())
    yield from map(lines.conflict, pack.conflicts())
    yield from map(lines.silence, silences)
    yield from map(lines.exception, exceptions)
    yield from map(lines.retired_id, retired)


def _text(pack: PackReader, source: Source) -> str | None:
    # One of which only passages are left is not the text that its hash is of.
    return pack.text(source.id) if source.path and not source.whole_sha256 else None


def write(pack: PackReader, out: TextIO, texts: bool = False) -> None:
    """Write every object on a line of its own."""
    for value in objects(pack, texts):
        # No blanks between: an export is read by programs, and each line is long enough.
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        out.write(sanitize.json(text) + "\n")
