"""Answers as JSON. Records, statements and conflicts have the form they have in an export."""

from __future__ import annotations

from typing import Any

from cstoref.export import lines
from cstoref.store.finding import Found
from cstoref.store.naming import Hit
from cstoref.store.pages import Page


def page_json(page: Page) -> dict[str, Any]:
    """A record's line and the lines of its statements, in one object."""
    return {
        "record": lines.record(page.record),
        "headline": page.headline,
        "as_of": page.as_of,
        "statements": [
            {
                **lines.statement(entry.statement),
                "held": entry.held or None,
                "part": entry.part,
                "conflicts": entry.conflicts,
            }
            for entry in page.entries
        ],
    }


def found_json(found: Found) -> dict[str, Any]:
    """What came of a search."""
    return {
        "query": found.query,
        "status": found.status,
        "hits": [
            {
                "rank": rank,
                "record": hit.record,
                "kind": hit.kind,
                "name": hit.name,
                "why": hit.why,
                "matched": hit.matched,
                "statement": hit.statement,
                "source": hit.source,
                "start": hit.start,
                "end": hit.end,
            }
            for rank, hit in enumerate(found.hits, 1)
        ],
        "suggestions": [_suggestion(hit) for hit in found.suggestions],
    }


def _suggestion(hit: Hit) -> dict[str, Any]:
    return {"record": hit.record, "name": hit.name, "why": hit.why}
