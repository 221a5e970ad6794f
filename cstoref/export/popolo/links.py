"""Sources as Popolo has them: an address and a note."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cstoref.export import iris
from cstoref.export.pack_index import PackIndex
from cstoref.model import Citation, Source

Link = dict[str, Any]


def document(source: Source, pack: str) -> Link:
    """A source as a whole. One without an address has its name in the pack: Popolo wants an address."""
    return {
        "url": source.url or iris.iri(pack, iris.DOCUMENT, source.id),
        "note": source.short,
        "document": source.id,
    }


def passages(citations: Iterable[Citation], index: PackIndex) -> list[Link]:
    """Sources with what they say: a quote with its place in the text, or the point in our own words."""
    return [
        {
            **document(index.sources[citation.source], index.pack.edition.id),
            "quote": citation.quote,
            "start": citation.start,
            "end": citation.end,
            "says": citation.says,
            "remark": citation.note,
            "confirms": citation.confirms,
        }
        for citation in citations
    ]
