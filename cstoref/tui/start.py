"""How and where the explorer opens: as was asked for, as was left, or on the first screen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cstoref import dates
from cstoref.errors import CstorefError
from cstoref.store.queries import Store
from cstoref.store.search.results import find
from cstoref.user.config import Settings
from cstoref.user.last_place import Plain, restored

from .spots import Spot, sentence_at, spot
from .state import SOURCES, ViewState
from .themes import CONTRAST, DARK, LIGHT
from .views import VIEWS


@dataclass(frozen=True, slots=True)
class Start:
    """What was asked for on the command line."""

    spot: str = ""
    """A name, the id of anything, or `SOURCE:OFFSET`; empty: where it was left."""
    as_of: str | None = None
    theme: str | None = None
    """`auto`, `dark`, `light` or `contrast`; None is as the settings say."""
    mouse: bool = True
    animation: bool = True


def theme_name(chosen: str) -> str:
    """The name of a theme as Textual knows it; `auto` is light where the terminal says that it is."""
    theme = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}.get(chosen)
    if theme is None:
        ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        theme = LIGHT if ground in ("7", "15") else DARK
    return theme.name


def opening(store: Store, start: Start, settings: Settings, session: Mapping[str, Plain] | None) -> ViewState:
    """The state to open with. Raises CstorefError if nothing is found at the spot that was asked for."""
    state = ViewState(as_of=settings.as_of)
    if start.spot:
        state = at(store, start.spot, state)
    elif settings.restore and session is not None:
        state = _left(store, restored(state, session))
    return replace(state, as_of=start.as_of) if start.as_of else state


def _left(store: Store, state: ViewState) -> ViewState:
    """A state that was kept, without what the pack does not have."""
    if state.record and not store.named([state.record]):
        state = replace(state, record=None, statement=None)
    if state.statement and not store.statement(state.statement):
        state = replace(state, statement=None)
    if state.source and not store.source(state.source):
        state = replace(state, source=None, sentence=None)
    if state.view not in VIEWS:
        state = replace(state, view="", at=None)
    if state.section not in (*store.kinds, SOURCES):
        state = replace(state, section="")
    if state.as_of and not _is_day(state.as_of):
        state = replace(state, as_of=None)
    if state.at_home or (state.pane == "source" and state.citation < 0):
        state = replace(state, pane="index", citation=0)
    return replace(state, citation=max(0, state.citation))


def _is_day(text: str) -> bool:
    try:
        return dates.day(text) == text
    except ValueError:
        return False


def at(store: Store, text: str, state: ViewState) -> ViewState:
    """The state at what a text names, or at the first that is found for it. Raises CstorefError."""
    named = spot(store, text)
    if named is not None:
        return _there(store, named, state)
    if store.conflict(text):
        return replace(state, view="conflict", view_of=text, pane="record")
    if text in VIEWS:
        return replace(state, view=text, pane="record")
    found = find(store, text)
    if not found.hits:
        near = ", ".join(hit.name for hit in found.suggestions[:3])
        raise CstorefError(f"nothing is found for “{text}”" + (f"; the closest are {near}" if near else ""))
    hit = found.hits[0]
    if hit.record is None:
        return _there(store, Spot(source=hit.source, start=hit.start), state)
    return _there(store, Spot(hit.record, hit.statement), state)


def _there(store: Store, place: Spot, state: ViewState) -> ViewState:
    if place.source is not None:
        sentence = sentence_at(store, place.source, place.start)
        return replace(state, section=SOURCES, source=place.source, sentence=sentence, pane="source")
    assert place.record is not None
    kind = store.named([place.record])[place.record].kind
    return replace(state, section=kind, record=place.record, statement=place.statement, pane="record")
