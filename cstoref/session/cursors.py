"""Where the cursors of a session stand: every cursor is on something that is listed. Each function gives the
fields of the state that have to change for it."""

from __future__ import annotations

from typing import Any

from .here import Here, fact_key
from .index import Index
from .state import State


def chosen(here: Here, key: str) -> dict[str, str | None]:
    """The cursor on an item of the record pane: in a view, on a fact (with its first statement), on a
    statement."""
    if here.state.view:
        return {"at": key}
    fact = here.fact_at(key)
    # A fact is shown with its first statement, so that the source pane is never empty on it.
    if fact is not None:
        return {"at": key, "statement": fact.statements[0] if fact.statements else None}
    return {"at": None, "statement": key}


def moved(here: Here, index: Index, old: State | None) -> dict[str, Any]:
    """The cursors of page and index where what they stood on in the `old` state is not listed any more."""
    changes = {**_of_record(here, old), **_of_index(here.state, index, old)}
    if here.state.source is not None:  # it has a cursor of its own, wherever that of the page is put
        changes.pop("sentence", None)
    return changes


def _of_record(here: Here, old: State | None) -> dict[str, Any]:
    """On a page the first statement that has a source, where its own is not listed; in a view its first
    item."""
    state = here.state
    if here.view is not None:
        return _of_view(here, old)
    if here.page is None or (old and state.statement and _page_parts(old) == _page_parts(state)):
        return {}
    if (kept := here.fact_at(state.at)) is not None:
        # On another day the same fact may rest on other statements: what is shown, copied and pinned must
        # be what the line says.
        if not kept.statements or state.statement in kept.statements:
            return {}
        return {"statement": kept.statements[0], "citation": 0, "sentence": None}
    fact = next((fact for fact in here.facts if fact.statements), None)
    if fact is not None and not state.statement:
        return {"at": fact_key(fact), "statement": fact.statements[0], "citation": 0, "sentence": None}
    statements = [entry.statement for block in here.blocks for entry in block.entries]
    if any(statement.id == state.statement for statement in statements):
        return {}
    # Preferring one with a source shows a newcomer at once what the source pane is for.
    cited = (statement for statement in statements if statement.citations)
    start = next(cited, statements[0] if statements else None)
    return {"at": None, "statement": start.id if start else None, "citation": 0, "sentence": None}


def _of_view(here: Here, old: State | None) -> dict[str, Any]:
    state, view = here.state, here.view
    assert view is not None
    # The keys of a matrix are thousands: they are asked for only where what they depend on has changed.
    if old and old.view == state.view and view.parts(old) == view.parts(state) and state.at:
        return {}
    keys = view.keys(state)
    if state.at in keys:
        return {}
    first = keys[0] if keys else None
    return {} if first == state.at else {"at": first, "citation": 0, "sentence": None}


def _of_index(state: State, index: Index, old: State | None) -> dict[str, Any]:
    """Where a new list begins; in a section, on the row of what is shown."""
    renewed = old is None or index.parts(old) != index.parts(state)
    if not renewed and old is not None and old.place != state.place and not (state.query or state.starting):
        shown = state.source if state.section == "sources" else state.record
        renewed = state.index_at != shown
    return {"index_at": index.cursor(state)} if renewed else {}


def _page_parts(state: State) -> tuple[object, ...]:
    """What the statements of a record's page depend on."""
    return (
        state.view, state.record, state.as_of, state.quoted_only, state.record_filter, state.record_facet,
        state.record_sort,
    )  # fmt: skip
