"""Where the explorer opens: at a record, a statement, a passage, a source, or on the first screen."""

from __future__ import annotations

import os
from dataclasses import dataclass

from cstoref.errors import CstorefError
from cstoref.store.finding import find
from cstoref.store.queries import Store

from .state import SOURCES, ViewState
from .themes import CONTRAST, DARK, LIGHT


@dataclass(frozen=True)
class Start:
    """What was asked for on the command line."""

    spot: str = ""
    """A name, a record's or statement's id, a source's id, or `SOURCE:OFFSET`; empty is the first screen."""
    as_of: str | None = None
    look: str = "auto"
    mouse: bool = True

    def theme(self) -> str:
        """The name of the theme: dark, light or contrast; `auto` is light where the terminal says it is."""
        chosen = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}.get(self.look)
        if chosen is None:
            ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
            chosen = LIGHT if ground in ("7", "15") else DARK
        return chosen.name

    def state(self, store: Store) -> ViewState:
        """The state to open with. Raises CstorefError if nothing is found at the spot."""
        state = ViewState(as_of=self.as_of)
        if not self.spot:
            return state
        return _at(store, self.spot, state)


def _at(store: Store, spot: str, state: ViewState) -> ViewState:
    from dataclasses import replace

    source, colon, offset = spot.rpartition(":")
    if colon and offset.isdigit() and (known := store.source(source)) and known.path:
        at = int(offset)
        numbers = [s.number for s in store.sentences(source) if s.start <= at]
        sentence = numbers[-1] if numbers else 1
        return replace(state, section=SOURCES, source=source, sentence=sentence, pane="source")
    if store.source(spot):
        return replace(state, section=SOURCES, source=spot, pane="source")
    statement = store.statement(spot)
    if statement:
        subject = store.record(statement.statement.subject)
        assert subject is not None
        return replace(state, section=subject.kind, record=subject.id, statement=spot, pane="record")
    record = store.record(spot)
    if record is None:
        found = find(store, spot)
        hit = found.hits[0] if found.hits else None
        if hit is None:
            near = ", ".join(hit.name for hit in found.suggestions[:3])
            raise CstorefError(
                f"nothing is found for “{spot}”" + (f"; the closest are {near}" if near else "")
            )
        if hit.record is None:
            assert hit.source is not None
            return _at(store, f"{hit.source}:{hit.start}", state)
        if hit.statement:
            return _at(store, hit.statement, state)
        record = store.record(hit.record)
        assert record is not None
    return replace(state, section=record.kind, record=record.id, pane="record")
