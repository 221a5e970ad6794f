"""Two records beside each other: what both took part in, where they meet, what only one has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cstoref.render.comparison import comparison_rows
from cstoref.store.comparison import Comparison, compare
from cstoref.tui.line import Line, plain
from cstoref.tui.state import ViewState

from .base import View
from .faces import MARGIN, lines_of, style_of

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

ORDERS = ("most telling", "everything")


class Compare(View):
    """The record that was open, and the one that the view is of."""

    title = "Compare"
    whole = True
    keys = (("sort", "everything"), ("copy", "copy"), ("pin", "pin"), ("back", "back"))

    def __init__(self, store: Store, kept: UserData) -> None:
        super().__init__(store, kept)
        self._read: tuple[object, Comparison | None] | None = None

    def parts(self, state: ViewState) -> tuple[object, ...]:
        return (*super().parts(state), state.record)

    def named(self, state: ViewState) -> str:
        ids = [id for id in (state.record, state.view_of) if id]
        named = self.store.named(ids)
        return f"{self.title} · {' ↔ '.join(named[id].name for id in ids if id in named)}"

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        asked = state.record, state.view_of, state.as_of
        if self._read is None or self._read[0] != asked:
            self._read = asked, compare(self.store, state.record or "", state.view_of, state.as_of)
        found = self._read[1]
        if found is None:
            return [plain("One of the two records is not in this edition.", "heading")]
        rows = comparison_rows(found, style_of(cells, margins=2), state.record_sort == ORDERS[1])
        return lines_of(rows, MARGIN)

    def orders(self) -> tuple[str, ...]:
        return ORDERS
