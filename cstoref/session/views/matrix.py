"""The matrices: members down, events or agreements across; only the columns beside the cursor are drawn.

Columns are in blocks of as many as fit, and the block with the cursor is visible. The heads stay above while
the members scroll, names at the left and totals at the right while the columns change.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from cstoref import dates, quantity
from cstoref.export.views import matrix_json
from cstoref.filter_query import facet_of, narrowed
from cstoref.render.contributions import bars_of, event_rows
from cstoref.render.matrix import TOTAL, Sheet, across_of, body_of, head_of, head_rows, label_of, legend_rows
from cstoref.render.matrix_symbols import CellMarks, state_of, units
from cstoref.render.rows import BLANK, Row, headed, row
from cstoref.render.text import Style
from cstoref.session.filters import counted
from cstoref.session.page_items import ItemPage
from cstoref.session.state import State
from cstoref.store.matrix import Cell, Matrix, MatrixQuery, cells, matrix, only
from cstoref.store.participation import ATTENDANCE, CLAIMED, CONTRIBUTION, SIGNATURE

from .base import View
from .matrix_order import GAPS, ORDERS, ordered
from .matrix_page import matrix_page

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

COLUMN = 10
"""Cells of a column."""
HEADS = 2
"""Lines of a head beside its date."""
FOOTER = (("find-here", "filter"), ("sort", "sort"), ("back", "back"))
"""What the footer shows beside the next matrix."""
Asked = tuple[str, str, str, str | None]
"""Words and facet of the filter, order of the members, day."""
BESIDE = {"hosted": "host", "chaired": "in the chair"}
"""What a member did besides, in words. That it took part is shown where nothing else is."""


class Visible(NamedTuple):
    """The block of columns that is drawn, and where the cursor is in it."""

    whole: Matrix
    sheet: Sheet
    first: int
    """The column of the matrix with which it begins."""
    column: int
    """The column under the cursor, counted within the block."""


class MatrixView(View):
    """Base of the three."""

    mode: ClassVar[str]
    wide = True
    orders = ORDERS

    def __init__(self, store: Store, user: UserData) -> None:
        super().__init__(store, user)
        # One each: a key press asks for the same matrix and the same block of cells several times.
        self._read = lru_cache(maxsize=1)(self._filtered)
        self._cells = lru_cache(maxsize=1)(self._read_cells)
        self._shown: Matrix | None = None
        """What was read last; the keys of cells are of it."""

    def parts(self, state: State) -> tuple[object, ...]:
        return (*super().parts(state), state.at)

    def keys(self, state: State) -> tuple[str, ...]:
        whole = self._matrix(state)
        return tuple(f"{column.id} {member.id}" for column in whole.columns for member in whole.members)

    def head(self, state: State, style: Style) -> Sequence[Row]:
        visible = self._visible(state, style)
        rows = list(head_rows(visible.whole, style))
        if visible.sheet.columns:
            block = range(len(visible.sheet.columns))
            heads = head_of(across_of(visible.sheet, COLUMN), block, style, HEADS)
            rows += [_cursor_row(state, visible, style), *heads]
        return rows

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        visible = self._visible(state, style)
        sheet = visible.sheet
        if not sheet.columns:
            return [row("No data in this range.")]
        rows = [*body_of(across_of(sheet, COLUMN), range(len(sheet.columns)), totals=True), BLANK]
        if self.mode == CONTRIBUTION:
            bars = bars_of(visible.whole, sheet.cells[visible.column])
            rows += [*event_rows(sheet.columns[visible.column], bars, style), BLANK] if bars else []
        return [*rows, *legend_rows(sheet, style)]

    def page(self, state: State) -> ItemPage:
        return matrix_page(self.store, self.mode, state)

    def json(self, state: State) -> object:
        whole = self._matrix(state)
        return matrix_json(whole, cells(self.store, whole, whole.columns))

    def reference(self, key: str) -> str:
        behind = self.statements(key)
        return behind[0] if behind else key.partition(" ")[0]

    def statements(self, key: str) -> tuple[str, ...]:
        column, _, member = key.partition(" ")
        whole = self._shown
        columns = [c for c in whole.columns if c.id == column] if whole and member else []
        if whole is None or not columns:
            return ()
        members = [known.id for known in whole.members]
        if member not in members:
            return ()
        return cells(self.store, whole, columns)[0][members.index(member)].statements

    def beside(self, state: State, step: int) -> str | None:
        column, _, member = (state.at or "").partition(" ")
        ids = [column.id for column in self._matrix(state).columns]
        place = ids.index(column) + step if column in ids else -1
        return f"{ids[place]} {member}" if member and 0 <= place < len(ids) else None

    def facets(self, state: State) -> list[tuple[str, int]]:
        columns = self._matrix(state).columns
        return [*counted([f"type: {column.type}"] for column in columns), (GAPS, len(columns))]

    def _matrix(self, state: State) -> Matrix:
        """The matrix with what passes the filter of a state, in its order."""
        self._shown = self._read(*_asked(state))
        return self._shown

    def _filtered(self, words: str, facet: str, order: str, as_of: str | None) -> Matrix:
        filter = narrowed(words)
        wanted = MatrixQuery(
            mode=self.mode,
            type=facet_of(facet, "type"),
            since=filter.since,
            until=filter.until,
            gaps=facet == GAPS,
            as_of=as_of,
        )
        whole = matrix(self.store, wanted)
        if not filter.words:
            return ordered(whole, order)
        # Words that name members choose rows; only words that name none are looked for in the columns.
        members = tuple(m.id for m in whole.members if filter.meets(m.name, m.code))
        if members:
            return ordered(matrix(self.store, wanted._replace(members=members)), order)
        columns = tuple(c for c in whole.columns if filter.meets(c.name, *c.names, c.type, c.place or ""))
        return ordered(only(whole, columns), order)

    def _visible(self, state: State, style: Style) -> Visible:
        """The block of columns with the cursor."""
        whole = self._matrix(state)
        # At least one column, however narrow the pane is.
        most = max(1, (style.width - label_of(whole) - TOTAL) // COLUMN)
        id = (state.at or "").partition(" ")[0]
        place = next((n for n, column in enumerate(whole.columns) if column.id == id), 0)
        # Blocks are fixed and do not slide with the cursor: columns stay where they are while it moves within
        # one.
        first = place - place % most
        read = self._cells(_asked(state), first, most)
        # Units of the visible block only: its legend must not explain letters that are not on the screen.
        marks = CellMarks(Style(), units(cell for column in read for cell in column))
        sheet = Sheet(whole, whole.columns[first : first + most], read, marks)
        return Visible(whole, sheet, first, place - first)

    def _read_cells(self, asked: Asked, first: int, most: int) -> Sequence[Sequence[Cell]]:
        whole = self._read(*asked)
        return cells(self.store, whole, whole.columns[first : first + most])


class Attendance(MatrixView):
    """Members and events: who came, who sent another, who stayed away."""

    title = "Attendance"
    footer = (("matrix", "signatures"), *FOOTER)
    mode = ATTENDANCE


class Signatures(MatrixView):
    """Members and agreements: who signed, refused, ratified."""

    title = "Signatures"
    footer = (("matrix", "contributions"), *FOOTER)
    mode = SIGNATURE


class Contributions(MatrixView):
    """Members and events: who contributed how much; of the event under the cursor also as bars."""

    title = "Contributions"
    footer = (("matrix", "attendance"), *FOOTER)
    mode = CONTRIBUTION


def _asked(state: State) -> Asked:
    """What of a state the matrix depends on."""
    return state.record_filter, state.record_facet, state.record_sort, state.as_of


def _cursor_row(state: State, visible: Visible, style: Style) -> Row:
    """What the cursor is on, in words; and which columns of how many are visible."""
    column, in_column = visible.sheet.columns[visible.column], visible.sheet.cells[visible.column]
    id = (state.at or "").partition(" ")[2]
    states = [
        f"{member.name}: {', '.join(_words_of(cell))}"
        for member, cell in zip(visible.whole.members, in_column, strict=True)
        if member.id == id
    ]
    left = f" {style.marks.dot} ".join([*states, column.name, dates.spoken(column.when)])
    last = visible.first + len(visible.sheet.columns)
    return headed(left, f"{visible.first + 1}–{last} of {len(visible.whole.columns)}", style.width, "accent")


def _words_of(cell: Cell) -> list[str]:
    """What a cell says, in words: numbers where it has any, else the state; and what was done besides."""
    figures = [quantity.spoken(value) for value in cell.values]
    claimed = [state_of(cell)] if cell.state == CLAIMED or not figures else []
    return [*claimed, *figures, *(BESIDE[field] for field in cell.beside if field in BESIDE)]
