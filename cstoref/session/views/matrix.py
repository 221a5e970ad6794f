"""The matrices: events or agreements below each other, the newest first, members across.

Only the rows on the screen are made, and only for them cells are read. Where not all members fit beside each
other, those of the block with the cursor are visible. Heads and totals stay above while the events scroll.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from cstoref import dates
from cstoref.export.views import matrix_json
from cstoref.filter_query import facet_of, narrowed
from cstoref.namedtuples import NamedTuple
from cstoref.render.grid import Grid, GridKeys
from cstoref.render.matrix import title_row
from cstoref.render.matrix_symbols import CellMarks, Units, legend_of, units, words_of
from cstoref.render.matrix_table import TableLayout, event_row, heads, table_of, totals
from cstoref.render.rows import Row, row, spaced
from cstoref.render.text import UNICODE, Style
from cstoref.session.filters import no_match
from cstoref.session.page_items import ItemPage
from cstoref.session.state import State
from cstoref.store.matrix import Cell, Matrix, MatrixQuery, cells, matrix, only
from cstoref.store.matrix_columns import MatrixColumn, columns_of
from cstoref.store.participation import ATTENDANCE, CONTRIBUTION, MODES, SIGNATURE, STATES, UNKNOWN

from .base import View
from .matrix_order import GAPS, ORDERS, facets_of, ordered
from .matrix_page import matrix_page

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

CHUNK = 8
"""Events for which cells are read together: few, since a screen need not begin with the first of them."""
MEASURED = 32
"""Events of which the commonest unit is taken for granted."""
FOOTER = (("find-here", "filter"), ("sort", "sort"), ("back", "back"))
"""What the footer shows beside the next matrix."""
NARROW = 80
"""Cells from which on the legend is spaced widely."""
LEGEND = 2
"""Lines of the legend that stay above; the others stand below the last event."""
Asked = tuple[str, str, str, str | None]
"""Words and facet of the filter, order, day."""


class ShownMatrix(NamedTuple):
    """A matrix that passed a filter, in its order, with the keys of its cells."""

    whole: Matrix
    keys: GridKeys
    states: frozenset[str]
    """The states that its cells have, and what can be done beside."""


class MatrixView(View):
    """Base of the three."""

    mode: ClassVar[str]
    wide = True
    orders = ORDERS

    def __init__(self, store: Store, user: UserData) -> None:
        super().__init__(store, user)
        # One each: a key press asks for the same matrix several times.
        self._read = lru_cache(maxsize=1)(self._filtered)
        self._columns = lru_cache(maxsize=2)(lambda as_of: columns_of(store, MODES[self.mode], as_of))
        self._units = lru_cache(maxsize=1)(self._units_of)
        self._chunk = lru_cache(maxsize=32)(self._read_chunk)
        self._last: Asked = "", "", "", None
        """What was asked for last; the keys of cells are of it."""

    def keys(self, state: State) -> GridKeys:
        return self._shown(state).keys

    def head(self, state: State, style: Style) -> Sequence[Row]:
        shown = self._shown(state)
        whole = shown.whole
        if not whole.columns:
            return [title_row(whole, style)]
        table = self._table(state, style)
        return [
            title_row(whole, style, _block(whole, table)),
            *self._legend(shown, style)[:LEGEND],
            heads(whole, table, style),
            *totals(whole, table, style),
        ]

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        shown, asked = self._shown(state), self._last
        whole = shown.whole
        if not whole.columns:
            return [row(no_match(state.record_filter, state.record_facet))]
        table = self._table(state, style)
        first = whole.members.index(table.members[0]) if table.members else 0
        marks = CellMarks(Style(), self._units(asked))

        def make(at: int) -> Row:
            of = self._chunk(asked, at // CHUNK)[at % CHUNK][first : first + len(table.members)]
            return event_row(whole, table, at, of, marks, style)

        keys = GridKeys(shown.keys.rows, [member.id for member in table.members])
        return Grid(keys, make, self._legend(shown, style)[LEGEND:])

    def page(self, state: State) -> ItemPage:
        return matrix_page(self.store, self.mode, state)

    def json(self, state: State) -> object:
        whole = self._shown(state).whole
        return matrix_json(whole, cells(self.store, whole, whole.columns))

    def reference(self, key: str) -> str:
        behind = self.statements(key)
        return behind[0] if behind else key.partition(" ")[0]

    def caption(self, key: str) -> tuple[str, str] | None:
        shown = self._read(*self._last)
        place = shown.keys.place(key)
        if place is None:
            return None
        column = shown.whole.columns[place[0]]
        of = column.name, dates.spoken(column.when) if column.when else "undated"
        in_row = self._chunk(self._last, place[0] // CHUNK)[place[0] % CHUNK]
        if place[1] < 0:
            return f" {UNICODE.dot} ".join(of), _row_words(shown.whole, in_row)
        words = f"{shown.whole.members[place[1]].name}: {', '.join(words_of(in_row[place[1]]))}"
        return f" {UNICODE.dot} ".join((words, *of)), self._basis(in_row[place[1]])

    def statements(self, key: str) -> tuple[str, ...]:
        cell = self._cell(key)
        return cell.statements if cell else ()

    def beside(self, state: State, step: int) -> str | None:
        place = self.keys(state).place(state.at)
        if place is None or not -1 <= place[1] + step < len(self.keys(state).columns):
            return None
        return self.keys(state).key(place[0], place[1] + step)

    def facets(self, state: State) -> list[tuple[str, int]]:
        words, as_of = state.record_filter, state.as_of
        return facets_of(self._matrix(words, "", as_of), self._matrix(words, GAPS, as_of))

    def _shown(self, state: State) -> ShownMatrix:
        """The matrix with what passes the filter of a state, in its order."""
        self._last = state.record_filter, state.record_facet, state.record_sort, state.as_of
        return self._read(*self._last)

    def _filtered(self, words: str, facet: str, order: str, as_of: str | None) -> ShownMatrix:
        whole = ordered(self._matrix(words, facet, as_of), order)
        ids = [column.id for column in whole.columns]
        return ShownMatrix(whole, GridKeys(ids, [member.id for member in whole.members]), _states_in(whole))

    def _matrix(self, words: str, facet: str, as_of: str | None) -> Matrix:
        filter = narrowed(words)
        wanted = MatrixQuery(
            mode=self.mode,
            type=facet_of(facet, "type"),
            since=filter.since,
            until=filter.until,
            gaps=facet == GAPS,
            as_of=as_of,
        )
        columns: Sequence[MatrixColumn] = self._columns(as_of)
        whole = matrix(self.store, wanted, columns)
        if not filter.words:
            return whole
        # Words that name members choose columns; only words that name none are looked for in the events.
        members = tuple(m.id for m in whole.members if filter.meets(m.name, m.code))
        if members:
            return matrix(self.store, wanted._replace(members=members), columns)
        columns = tuple(c for c in whole.columns if filter.meets(c.name, *c.names, c.type, c.place or ""))
        return only(whole, columns)

    def _table(self, state: State, style: Style) -> TableLayout:
        """The widths for a style; where not all members fit, with the block of the cursor."""
        shown = self._shown(state)
        place = shown.keys.place(state.at)
        return table_of(shown.whole, style.width, max(0, place[1]) if place else 0)

    def _legend(self, shown: ShownMatrix, style: Style) -> list[Row]:
        legend = legend_of(shown.states, self._units(self._last).common, style)
        return list(spaced(legend, style.width, gap="  " if style.width < NARROW else "   "))

    def _units_of(self, asked: Asked) -> Units:
        """The unit of most numbers of the first events: the same wherever the rows are scrolled to."""
        chunks = range(MEASURED // CHUNK) if self.mode == CONTRIBUTION else ()
        first = (column for number in chunks for column in self._chunk(asked, number))
        return Units(units(cell for column in first for cell in column).common, ())

    def _read_chunk(self, asked: Asked, number: int) -> Sequence[Sequence[Cell]]:
        whole = self._read(*asked).whole
        return cells(self.store, whole, whole.columns[number * CHUNK : (number + 1) * CHUNK])

    def _cell(self, key: str) -> Cell | None:
        """The cell of a key; None for the key of a row."""
        place = self._read(*self._last).keys.place(key)
        if place is None or place[1] < 0:
            return None
        return self._chunk(self._last, place[0] // CHUNK)[place[0] % CHUNK][place[1]]

    def _basis(self, cell: Cell) -> str:
        """The first statement behind a cell with its first source, and how many more there are."""
        listed = self.store.statement(cell.statements[0]) if cell.statements else None
        if listed is None:
            return ""
        cited = [cite.source for cite in listed.statement.citations[:1]]
        shorts = self.store.shorts(cited)
        source = (
            f"{UNICODE.of(listed.statement.grounding)} {''.join(shorts[id] for id in cited) or 'inferred'}"
        )
        more = len(cell.statements) - 1
        others = f" (and {more} more statement{'s' if more > 1 else ''})" if more else ""
        return f"{listed.statement.text} {source}{others}"


class Attendance(MatrixView):
    """Events and members: who came, who sent another, who stayed away."""

    title = "Attendance"
    footer = (("matrix", "signatures"), *FOOTER)
    mode = ATTENDANCE


class Signatures(MatrixView):
    """Agreements and members: who signed, refused, ratified."""

    title = "Signatures"
    footer = (("matrix", "contributions"), *FOOTER)
    mode = SIGNATURE


class Contributions(MatrixView):
    """Events and members: who contributed how much."""

    title = "Contributions"
    footer = (("matrix", "attendance"), *FOOTER)
    mode = CONTRIBUTION


def _states_in(whole: Matrix) -> frozenset[str]:
    letters = "".join([column.letters for column in whole.columns])
    found = (state for letter, state in STATES.items() if letter in letters)
    return frozenset((*found, UNKNOWN, *whole.mode.beside))


def _block(whole: Matrix, table: TableLayout) -> str:
    """Which of the members are visible, where not all are."""
    if len(table.members) == len(whole.members):
        return ""
    first = whole.members.index(table.members[0]) + 1
    return f"members {first}–{first + len(table.members) - 1} of {len(whole.members)}"


def _row_words(whole: Matrix, cells: Sequence[Cell]) -> str:
    """What is known of one event, in words: who did the same together."""
    by_words: dict[str, list[str]] = {}
    for member, cell in zip(whole.members, cells, strict=True):
        if cell.statements:
            by_words.setdefault(", ".join(words_of(cell)), []).append(member.name)
    return "; ".join(f"{', '.join(names)}: {words}" for words, names in by_words.items())
