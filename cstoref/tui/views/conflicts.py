"""Where sources disagree or names mislead, by nature; Enter lays one open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cstoref.filter_query import facet_of, narrowed
from cstoref.model import NATURES, Conflict
from cstoref.render.conflicts import KEY, list_rows
from cstoref.store.conflict_detail import by_nature
from cstoref.tui.line import Line, plain
from cstoref.tui.pages.facets import counted
from cstoref.tui.state import ViewState

from .base import View
from .faces import lines_of, style_of

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData


class Conflicts(View):
    """All conflicts, or those of a record."""

    title = "Conflicts"
    keys = (("facets", "nature"), ("find-here", "filter"), ("copy", "copy"), ("back", "back"))

    def __init__(self, store: Store, kept: UserData) -> None:
        super().__init__(store, kept)
        self._read: tuple[str, list[Conflict]] | None = None

    def named(self, state: ViewState) -> str:
        named = self.store.named([state.view_of]).get(state.view_of)
        return f"{self.title} · {named.name}" if named else self.title

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        found = self._found(state)
        shorts = self.store.shorts(cite.source for conflict in found for cite in conflict.citations)
        rows = lines_of(list_rows(by_nature(found, NATURES), shorts, style_of(cells)))
        return rows or [plain("No conflict is recorded here.", "heading")]

    def of(self, key: str) -> str:
        """The first passage of a conflict, else its first statement."""
        conflict = self.store.conflict(key.removeprefix(KEY))
        if conflict is None:
            return key
        for cite in conflict.citations:
            if cite.start is not None:
                return f"{cite.source}:{cite.start}"
        return next(iter((*conflict.statements, *(cite.source for cite in conflict.citations))), "")

    def tells(self, key: str) -> tuple[str, str] | None:
        conflict = self.store.conflict(key.removeprefix(KEY))
        return (conflict.topic, conflict.explanation) if conflict else None

    def leads(self, key: str) -> tuple[str, str] | None:
        return ("conflict", key.removeprefix(KEY)) if key.startswith(KEY) else None

    def facets(self, state: ViewState) -> list[tuple[str, int]]:
        return counted([f"nature: {conflict.nature}"] for conflict in self._found(state))

    def _all(self, of: str) -> list[Conflict]:
        """The conflicts of a record, or all, read once."""
        if self._read is None or self._read[0] != of:
            self._read = of, self.store.conflicts(of or None)
        return self._read[1]

    def _found(self, state: ViewState) -> list[Conflict]:
        nature, narrow = facet_of(state.record_facet, "nature"), narrowed(state.record_filter)
        return [
            conflict
            for conflict in self._all(state.view_of)
            if nature in (None, conflict.nature) and narrow.meets(conflict.topic, conflict.explanation)
        ]
