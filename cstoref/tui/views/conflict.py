"""One conflict laid open: its sides beside each other, each passage in its article, and why it is one."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.render.conflicts import collision_rows
from cstoref.store.conflict_detail import conflict_detail
from cstoref.tui.line import Line, plain
from cstoref.tui.state import ViewState

from .base import View
from .faces import MARGIN, lines_of, style_of


class OneConflict(View):
    """The conflict that the state is of."""

    title = "Conflict"
    whole = True
    shows_passages = True
    keys = (("conflicts", "close"), ("copy", "copy"), ("back", "back"))

    def named(self, state: ViewState) -> str:
        conflict = self.store.conflict(state.view_of)
        return f"{self.title} · {conflict.topic}" if conflict else self.title

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        found = conflict_detail(self.store, state.view_of)
        if found is None:
            return [plain("This edition has no such conflict.", "heading")]
        return lines_of(collision_rows(found, style_of(cells, margins=2)), MARGIN)
