"""Where a row of the index leads: to a record, a statement, a source or a passage; looked at, or gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cstoref.store.naming import STATEMENT, Hit

from .line import Key
from .spots import sentence_at, spot
from .state import SOURCES

if TYPE_CHECKING:
    from .screens.explorer import Explorer

SECTION = "section:"
"""What the key of a section's row begins with."""


def look_at(explorer: Explorer, key: Key) -> None:
    """Show what a row leads to, without going there."""
    places = _place(explorer, key)
    if places:
        explorer.peek(**places)


def hit_of(explorer: Explorer, key: Key) -> Hit | None:
    """The hit or suggestion of a row, where the index shows what was found."""
    found = explorer.showing.found
    if found is None or not isinstance(key, int):
        return None
    hits, at = (found.hits, key) if key >= 0 else (found.suggestions, -1 - key)
    return hits[at] if at < len(hits) else None  # a row may be told of after the list was replaced


def is_name(hit: Hit) -> bool:
    """Whether a hit is a record by its name, not a statement or a passage."""
    return hit.tier < STATEMENT


def _place(explorer: Explorer, key: Key) -> dict[str, Any]:
    """What of the state differs at the place that a row leads to."""
    hit = hit_of(explorer, key)
    if hit is not None:
        if hit.record is None:
            sentence = sentence_at(explorer.store, hit.source, hit.start) if hit.source else None
            return _source(hit.source, sentence)
        return _record(hit.record, hit.statement)
    if not isinstance(key, str) or key.startswith(SECTION):
        return {}
    if explorer.state.section == SOURCES and not explorer.state.finding:
        return _source(key, None)
    place = spot(explorer.store, key)
    return _record(place.record, place.statement) if place and place.record else {}


def _record(id: str, statement: str | None) -> dict[str, Any]:
    return {
        "record": id, "statement": statement, "source": None, "sentence": None, "citation": 0,
        "view": "", "at": None, "record_filter": "", "record_facet": "",
    }  # fmt: skip


def _source(id: str | None, sentence: int | None) -> dict[str, Any]:
    return {"source": id, "sentence": sentence, "view": "", "at": None, "text_find": ""}
