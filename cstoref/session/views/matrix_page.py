"""A matrix in words: a line for each event or agreement, then for each member.

A line leads to what each member did there, or to what the member did each time; and from there to the
statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates
from cstoref.quantity import spoken as number
from cstoref.render.matrix_symbols import state_of
from cstoref.session.page_items import ItemPage, PageItem, counted
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.matrix import Cell, Matrix, MatrixQuery, cells, matrix
from cstoref.store.matrix_columns import MatrixColumn
from cstoref.store.participation import ATTENDANCE, CONTRIBUTION, SIGNATURE, STATES, UNKNOWN, Mode
from cstoref.store.queries import Store

from .matrix_order import GAPS, ORDERS, ordered

DONE = {ATTENDANCE: "known attended", SIGNATURE: "signed", CONTRIBUTION: "contributed"}
"""What counts in a total, in a word."""


def matrix_page(store: Store, mode: str, state: State) -> ItemPage:
    """The matrix, or the column or row that the state is of."""
    whole = ordered(matrix(store, MatrixQuery(mode=mode, as_of=state.as_of)), state.record_sort)
    column = next((column for column in whole.columns if column.id == state.view_of), None)
    if column is not None:
        return _column_page(store, whole, column, state.view)
    if state.view_of in [member.id for member in whole.members]:
        return _member_page(store, whole, state.view_of, state.view)
    gaps = matrix(store, MatrixQuery(mode=mode, as_of=state.as_of, gaps=True))
    with_gap = {column.id for column in gaps.columns}
    head = f"{counted(len(whole.members), 'member')}, {counted(len(whole.columns), whole.mode.kind)}."
    items = [PageItem(f"By {whole.mode.kind}", heading=True)]
    items += [_column_item(whole, column, state.view, column.id in with_gap) for column in whole.columns]
    items += [
        PageItem("By member", heading=True),
        *_member_items(whole, state.view),
    ]
    return ItemPage(state.view.capitalize(), (head,), tuple(items) if whole.columns else (), ORDERS)


def _column_item(whole: Matrix, column: MatrixColumn, view: str, gap: bool) -> PageItem:
    """An event or agreement: how many of the members, and who did something else."""
    total = whole.total_of(column)
    by_state: dict[str, list[str]] = {}
    for member in whole.members:
        by_state.setdefault(STATES[column.letters[member.at]], []).append(member.name)
    others = [
        f"{state}: {', '.join(names)}"
        for state, names in by_state.items()
        if state not in (*whole.mode.done, UNKNOWN)
    ]
    when = f"{dates.spoken(column.when)}: " if column.when else ""
    done = f"{total.done} of {total.known} {DONE[whole.mode.id]}"
    return PageItem(
        "; ".join((f"{when}{column.name}", done, *others)),
        Target(view, column.id),
        facets=(f"type: {column.type}", f"year: {column.day[:4] or 'undated'}", *((GAPS,) if gap else ())),
        day=column.day,
    )


def _member_items(whole: Matrix, view: str) -> Iterator[PageItem]:
    for member, total in zip(whole.members, whole.totals, strict=True):
        text = f"{member.name}: {total.done} of {total.known} {DONE[whole.mode.id]}"
        yield PageItem(text, Target(view, member.id))


def _column_page(store: Store, whole: Matrix, column: MatrixColumn, view: str) -> ItemPage:
    in_column = cells(store, whole, [column])[0]
    items = [
        _cell_item(member.name, cell, whole.mode)
        for member, cell in zip(whole.members, in_column, strict=True)
    ]
    items += [PageItem("Record", heading=True), PageItem(column.name, Target("record", column.id))]
    return ItemPage(f"{view.capitalize()}: {column.name}", (dates.spoken(column.when),), tuple(items))


def _member_page(store: Store, whole: Matrix, member: str, view: str) -> ItemPage:
    record = next(known for known in whole.members if known.id == member)
    row = whole._replace(members=(record,))
    items = []
    for column, (cell,) in zip(whole.columns, cells(store, row, whole.columns), strict=True):
        if cell.statements or cell.was_member:
            item = _cell_item(f"{dates.spoken(column.when)}: {column.name}", cell, whole.mode)
            facets = (f"type: {column.type}", f"state: {cell.state}")
            items.append(item._replace(facets=facets, day=column.day))
    items += [PageItem("Record", heading=True), PageItem(record.name, Target("record", member))]
    return ItemPage(f"{view.capitalize()}: {record.name}", (), tuple(items))


def _cell_item(name: str, cell: Cell, mode: Mode) -> PageItem:
    """What a member did, with its numbers; it leads to its statements, where there are any."""
    words = list(dict.fromkeys(number(value) for value in cell.values)) or [state_of(cell)]
    if "signed" in cell.steps and "refused" in cell.steps:
        words.insert(0, f"reported to have done both: first {cell.steps[0]}")
    beside = (field.replace("_", " ") for field in cell.beside)
    text = f"{name}: {', '.join((*words, *beside))}"
    several = len(cell.statements) > 1
    target = Target("statements" if several else "statement", " ".join(cell.statements))
    return PageItem(text, target if cell.statements else None)
