"""Where a session begins: at what was asked for, or where the last one was left."""

from __future__ import annotations

from collections.abc import Mapping

from cstoref import dates
from cstoref.errors import UserError
from cstoref.store.queries import Store
from cstoref.user.last_place import Plain, restored

from .destination import fields_of
from .state import FACETS, FILTERS, SOURCES, Pane, State
from .target import Target, target_of, target_of_hit
from .views import VIEWS

NOT_RESTORED = (
    *FILTERS.values(), *FACETS.values(), "quoted_only", "query", "finding", "index_at", "part", "zoomed",
)  # fmt: skip
"""Fields of a state that do not outlast the run."""


def state_at(store: Store, text: str, state: State) -> State:
    """The state at what an id, a view or a name means, or at the first of what a question is answered with or
    a search finds. Raises UserError."""
    target = target_of(store, text) or (Target(text) if text in VIEWS else None)
    if target is None:
        from cstoref.store.search.answered import find_answered
        from cstoref.store.search.search_result import Options

        results = find_answered(store, text, Options(day=state.as_of or ""))
        if not results.hits:
            near = ", ".join(hit.name for hit in results.suggestions[:3])
            closest = f"; the closest are {near}" if near else ""
            raise UserError(f"nothing is found for “{text}”{closest}")
        target = target_of_hit(results.hits[0])
    fields = fields_of(store, state, target) if target else None
    return state._replace(**(fields or {}))


def page_left(store: Store, saved: Mapping[str, Plain]) -> State | None:
    """The page on which the last run was left, as far as the pack has it; None where it was on none.

    The day is part of it, filters are not: what leaves something out must not outlast the run that set it.
    """
    # The file may be of another edition or edited by hand: everything in it is checked against this pack.
    state = restored(State(), saved, NOT_RESTORED)
    if state.record and not store.named([state.record]):
        state = state._replace(record=None, statement=None, at=None)
    if state.statement and not store.statement(state.statement):
        state = state._replace(statement=None)
    if state.source and not store.source(state.source):
        state = state._replace(source=None, sentence=None)
    if state.view and state.view not in VIEWS:
        state = state._replace(view="", at=None)
    if state.section not in (*store.kinds, SOURCES):
        state = state._replace(section="")
    if state.as_of and not _is_day(state.as_of):
        state = state._replace(as_of=None)
    if state.at_home:
        return None
    pane: Pane = "source" if state.source else "record" if state.pane == "index" else state.pane
    return state._replace(pane=pane, citation=max(0, state.citation))


def _is_day(text: str) -> bool:
    try:
        return dates.day(text) == text
    except ValueError:
        return False
