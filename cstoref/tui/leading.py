"""Where a row of the index leads: to a record, a statement, a source or a passage; looked at, or gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cstoref.store.search.exact import STATEMENT, Hit

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
        explorer.walk.peek(**places)


def enter(explorer: Explorer, key: Key) -> None:
    """Go where a row leads; a section's row opens or closes the section.

    Found statements and passages stay listed, so that one can come back for the next of them.
    """
    if isinstance(key, str) and key.startswith(SECTION):
        section = key.removeprefix(SECTION)
        explorer.open_section("" if section == explorer.state.section else section)
        return
    if key is None:
        return
    look_at(explorer, key)
    pane = "record" if explorer.state.source is None else "source"
    hit = _hit(explorer, key)
    if explorer.state.finding and (hit is None or hit.tier < STATEMENT):
        explorer.clear_find_box()
        page = explorer.showing.page
        section = page.record.kind if page else explorer.state.section
        explorer.go(pane=pane, query="", finding=False, section=section)
    else:
        explorer.go(pane=pane)
    explorer.walk.settle()
    explorer.view.focus()


def _hit(explorer: Explorer, key: Key) -> Hit | None:
    """The hit or suggestion of a row, where the index shows what was found."""
    found = explorer.showing.index.found
    if found is None or not isinstance(key, int):
        return None
    hits, at = (found.hits, key) if key >= 0 else (found.suggestions, -1 - key)
    return hits[at] if at < len(hits) else None  # a row may be told of after the list was replaced


def _place(explorer: Explorer, key: Key) -> dict[str, Any]:
    """What of the state differs at the place that a row leads to."""
    hit = _hit(explorer, key)
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
