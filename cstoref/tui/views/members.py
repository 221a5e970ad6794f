"""The matrices: members down, events or agreements across; the columns beside the cursor are drawn alone.

Columns stand in blocks of as many as fit, and the block in which the cursor is, is seen. The heads stay above
while the members scroll, names at the left and totals at the right while the columns change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from cstoref import dates, quantity
from cstoref.filter_query import facet_of, narrowed
from cstoref.render.contributions import bars_of, event_rows
from cstoref.render.matrix import TOTAL, Sheet, across_of, body_of, head_of, head_rows, label_of, legend_rows
from cstoref.render.matrix_symbols import Marks, state_of, units
from cstoref.render.rows import BLANK, Row, headed, row
from cstoref.render.text import Style
from cstoref.store.matrix import Cell, Matrix, MatrixQuery, cells, matrix, only
from cstoref.store.participation import CLAIMED, CONTRIBUTION
from cstoref.tui.line import Line
from cstoref.tui.pages.facets import counted
from cstoref.tui.state import ViewState

from .base import View
from .faces import lines_of, style_of

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

COLUMN = 10
"""Cells of a column."""
HEADS = 2
"""Lines of a head beside its date."""
ORDERS = ("by name", "most first", "least first")
"""Of the members; by how often they came, signed or gave."""
KEYS = (("find-here", "filter"), ("sort", "sort"), ("back", "back"))
"""What the footer shows beside the next matrix."""
GAPS = "gaps: only where not all did"


BESIDE = {"hosted": "host", "chaired": "in the chair"}
"""What a member did beside, in words. That it took part is told where nothing else is."""


class Seen(NamedTuple):
    """The block of columns that is drawn, and where the cursor is in it."""

    found: Matrix
    sheet: Sheet
    first: int
    """The column of the matrix with which it begins."""
    column: int
    """The column under the cursor, counted within the block."""


class Members(View):
    """Base of the three."""

    mode: ClassVar[str]
    whole = True

    def __init__(self, store: Store, kept: UserData) -> None:
        super().__init__(store, kept)
        self._read: tuple[object, Matrix] | None = None
        self._block: tuple[object, Sequence[Sequence[Cell]]] | None = None

    def parts(self, state: ViewState) -> tuple[object, ...]:
        return (*super().parts(state), state.at)

    def head(self, state: ViewState, cells: int) -> Sequence[Line]:
        style, seen = style_of(cells), self._seen(state, cells)
        rows = list(head_rows(seen.found, style))
        if seen.sheet.columns:
            block = range(len(seen.sheet.columns))
            heads = head_of(across_of(seen.sheet, COLUMN), block, style, HEADS)
            rows += [self._here(state, seen, style), *heads]
        return lines_of(rows)

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        style, seen = style_of(cells), self._seen(state, cells)
        if not seen.sheet.columns:
            return lines_of([row("Nothing of this is told within these bounds.")])
        rows = [*body_of(across_of(seen.sheet, COLUMN), range(len(seen.sheet.columns)), totals=True), BLANK]
        if self.mode == CONTRIBUTION:
            bars = bars_of(seen.found, seen.sheet.cells[seen.column])
            rows += [*event_rows(seen.sheet.columns[seen.column], bars, style), BLANK] if bars else []
        return lines_of([*rows, *legend_rows(seen.sheet, style)])

    def of(self, key: str) -> str:
        behind = self.behind(key)
        return behind[0] if behind else key.partition(" ")[0]

    def behind(self, key: str) -> tuple[str, ...]:
        column, _, member = key.partition(" ")
        found = self._read[1] if self._read else None
        at = next((c for c in found.columns if c.id == column), None) if found and member else None
        if found is None or at is None:
            return ()
        places = [m.id for m in found.members]
        return cells(self.store, found, [at])[0][places.index(member)].statements if member in places else ()

    def beside(self, state: ViewState, step: int) -> str | None:
        found = self._found(state)
        column, _, member = (state.at or "").partition(" ")
        ids = [one.id for one in found.columns]
        at = ids.index(column) + step if column in ids else -1
        return f"{ids[at]} {member}" if member and 0 <= at < len(ids) else None

    def facets(self, state: ViewState) -> list[tuple[str, int]]:
        found = self._found(state)
        return [*counted([f"type: {column.type}"] for column in found.columns), (GAPS, len(found.columns))]

    def orders(self) -> tuple[str, ...]:
        return ORDERS

    def _found(self, state: ViewState) -> Matrix:
        """The matrix of a state, read once."""
        asked = (state.record_filter, state.record_facet, state.record_sort, state.as_of)
        if self._read is None or self._read[0] != asked:
            self._read = asked, self._ordered(self._narrowed(state), state.record_sort)
        return self._read[1]

    def _narrowed(self, state: ViewState) -> Matrix:
        narrow = narrowed(state.record_filter)
        wanted = MatrixQuery(
            mode=self.mode,
            type=facet_of(state.record_facet, "type"),
            since=narrow.since,
            until=narrow.until,
            gaps=state.record_facet == GAPS,
            as_of=state.as_of,
        )
        found = matrix(self.store, wanted)
        if not narrow.words:
            return found
        members = tuple(m.id for m in found.members if narrow.meets(m.name, m.code))
        if members:
            return matrix(self.store, wanted._replace(members=members))
        columns = tuple(c for c in found.columns if narrow.meets(c.name, *c.names, c.type, c.place or ""))
        return only(found, columns)

    @staticmethod
    def _ordered(found: Matrix, order: str) -> Matrix:
        if order not in ORDERS[1:]:
            return found
        sign = -1 if order == ORDERS[1] else 1
        rows = sorted(zip(found.members, found.totals, strict=True), key=lambda pair: sign * pair[1].done)
        return found._replace(members=tuple(m for m, _ in rows), totals=tuple(total for _, total in rows))

    def _seen(self, state: ViewState, cells: int) -> Seen:
        """The block of columns in which the cursor is."""
        found = self._found(state)
        most = max(1, (style_of(cells).width - label_of(found) - TOTAL) // COLUMN)
        id = (state.at or "").partition(" ")[0]
        at = next((n for n, column in enumerate(found.columns) if column.id == id), 0)
        first = at - at % most
        columns = found.columns[first : first + most]
        read = self._cells(found, first, most)
        marks = Marks(Style(), units(cell for column in read for cell in column))
        return Seen(found, Sheet(found, columns, read, marks), first, at - first)

    def _cells(self, found: Matrix, first: int, most: int) -> Sequence[Sequence[Cell]]:
        asked = (id(found), first, most)
        if self._block is None or self._block[0] != asked:
            self._block = asked, cells(self.store, found, found.columns[first : first + most])
        return self._block[1]

    @staticmethod
    def _here(state: ViewState, seen: Seen, style: Style) -> Row:
        """What the cursor is on, in words; and which columns of how many are seen."""
        column, of = seen.sheet.columns[seen.column], seen.sheet.cells[seen.column]
        id = (state.at or "").partition(" ")[2]
        states = [
            f"{member.name}: {', '.join(_told(cell))}"
            for member, cell in zip(seen.found.members, of, strict=True)
            if member.id == id
        ]
        left = f" {style.marks.dot} ".join([*states, column.name, dates.spoken(column.when)])
        last = seen.first + len(seen.sheet.columns)
        return headed(left, f"{seen.first + 1}–{last} of {len(seen.found.columns)}", style.width, "accent")


def _told(cell: Cell) -> list[str]:
    """What a cell says, in words: numbers where it has any, else the state; and what was done beside."""
    figures = [quantity.spoken(value) for value in cell.values]
    claimed = [state_of(cell)] if cell.state == CLAIMED or not figures else []
    return [*claimed, *figures, *(BESIDE[field] for field in cell.beside if field in BESIDE)]
