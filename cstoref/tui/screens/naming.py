"""A question over the explorer: which record."""

from __future__ import annotations

from typing import ClassVar

from cstoref.store.queries import Store
from cstoref.store.search.results import Options, find

from .asking import AskWords


class AskRecord(AskWords):
    """Ask for a record to compare another with; the one that was opened before is there already."""

    SELECTED: ClassVar = True

    def __init__(self, store: Store, left: str, proposed: str | None) -> None:
        named = store.named([id for id in (left, proposed) if id])
        now = named[proposed].name if proposed in named else ""
        super().__init__(f"Compare {named[left].name} with", now, "Any name of a record. Esc leaves it.")
        self._store, self._left = store, left

    def answer(self, typed: str) -> str:
        """The id of the record that is meant."""
        words = typed.strip()
        found = find(self._store, words, Options(statements=False, limit=1)) if words else None
        id = found.hits[0].record if found and found.hits else None
        if id is None:
            raise ValueError(f"No record is found for “{words}”." if words else "Type a name.")
        if id == self._left:
            raise ValueError("That is the same record; choose another.")
        return id
