"""Ids that cannot be used again: those of the same pack, and all that were ever used below it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .below import Below
from .problems import Problems, Spot


class TakenIds:
    """Says whether an id is taken, and notes that as a problem."""

    def __init__(self, below: Below, problems: Problems) -> None:
        self._below = below
        self._problems = problems

    def has_statement(self, id: str, ids: Collection[str], spot: Spot) -> bool:
        """Whether a statement has the id of another: of one on the same record, since it begins with the
        record's, or of one below."""
        if id in ids:
            self._problems.add(spot, f'a second statement "{id}"; add `key = "…"` to this one')
        elif reason := self._reason_below(id):
            self._problems.add(spot, f'"{id}" {reason}; add `key = "…"` to this one')
        else:
            return False
        return True

    def has(self, id: str, taken: Mapping[str, object], spot: Spot) -> bool:
        """Whether something has the id of another: of one of the pack, by `taken`, or of one below."""
        reason = "is taken already" if id in taken else self._reason_below(id)
        if reason:
            below = self._below.records.get(id)
            is_record = spot.path[:1] == (below.kind,) if below else False
            extend = "write `extend = true` to add to it, or " if below and is_record else ""
            self._problems.add(spot.at("id"), f'"{id}" {reason}; {extend}choose another id')
        return bool(reason)

    def _reason_below(self, id: str) -> str:
        """Why an id cannot be used again, though this pack does not have it; empty if it can."""
        if owner := self._below.owner(id):
            return f'is of "{owner}", which a layer never changes'
        return "was used below and retired; it is never used again" if id in self._below.retired else ""
