"""What a search came to, as JSON. Apart from the other forms, which load what an export needs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cstoref.store.search.exact import Hit
    from cstoref.store.search.results import Found


def found_json(found: Found) -> dict[str, Any]:
    """What came of a search; `spans` are the parts of `name` that match, as start and end."""
    return {
        "query": found.query,
        "status": found.status,
        "hits": [_hit(rank, hit) for rank, hit in enumerate(found.hits, 1)],
        "suggestions": [_suggestion(hit) for hit in found.suggestions],
    }


def _hit(rank: int, hit: Hit) -> dict[str, Any]:
    return {
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
        "spans": [list(span) for span in hit.spans],
    }


def _suggestion(hit: Hit) -> dict[str, Any]:
    return {"record": hit.record, "name": hit.name, "why": hit.why, "statement": hit.statement}
