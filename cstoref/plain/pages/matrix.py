"""Attendance, signatures and contributions: a line an event or agreement, then a line a member.

A line leads to what each member did there, or to what the member did each time; and that to its statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates
from cstoref.plain.asked import Asked, counted
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.quantity import spoken as number
from cstoref.render.matrix_symbols import state_of
from cstoref.store.matrix import Cell, Column, Matrix, MatrixQuery, cells, matrix
from cstoref.store.participation import ATTENDANCE, CONTRIBUTION, SIGNATURE, STATES, UNKNOWN, Mode

MODES = {"attendance": ATTENDANCE, "signatures": SIGNATURE, "contributions": CONTRIBUTION}
DONE = {ATTENDANCE: "came", SIGNATURE: "signed", CONTRIBUTION: "gave"}
"""What counts in a total, in a word."""
ORDERS = ("by name", "most first", "least first")
"""Of the members; by how often they came, signed or gave."""
GAPS = "gaps: only where not all did"


def make(asked: Asked, place: Place) -> Page:
    """The matrix, or one of its columns or rows."""
    found = matrix(asked.store, MatrixQuery(mode=MODES[place.what], as_of=asked.as_of))
    column = next((column for column in found.columns if column.id == place.of), None)
    if column is not None:
        return _column_page(asked, found, column, place.what)
    if place.of:
        return _member_page(asked, found, place.of, place.what)
    gaps = matrix(asked.store, MatrixQuery(mode=MODES[place.what], as_of=asked.as_of, gaps=True))
    with_gap = {column.id for column in gaps.columns}
    head = f"{counted(len(found.members), 'member')}, {counted(len(found.columns), found.mode.kind)}."
    items = [Item(f"By {found.mode.kind}", heading=True)]
    items += [_column(found, one, place.what, one.id in with_gap) for one in found.columns]
    items += [Item("By member", heading=True), *_members(found, place)]
    return Page(place.what.capitalize(), (head,), tuple(items) if found.columns else (), ORDERS)


def _column(found: Matrix, column: Column, view: str, gap: bool) -> Item:
    """An event or agreement: how many of the members, and who did something else."""
    total = found.total_of(column)
    by_state: dict[str, list[str]] = {}
    for member in found.members:
        by_state.setdefault(STATES[column.letters[member.at]], []).append(member.name)
    others = [
        f"{state}: {', '.join(names)}"
        for state, names in by_state.items()
        if state not in (*found.mode.done, UNKNOWN)
    ]
    when = f"{dates.spoken(column.when)}: " if column.when else ""
    done = f"{total.done} of {total.known} {DONE[found.mode.id]}"
    return Item(
        "; ".join((f"{when}{column.name}", done, *others)),
        Place(view, column.id),
        facets=(f"type: {column.type}", f"year: {column.day[:4] or 'undated'}", *((GAPS,) if gap else ())),
        day=column.day,
    )


def _members(found: Matrix, place: Place) -> Iterator[Item]:
    rows = list(zip(found.members, found.totals, strict=True))
    if place.order in ORDERS[1:]:
        sign = -1 if place.order == ORDERS[1] else 1
        rows.sort(key=lambda row: sign * row[1].done)
    for member, total in rows:
        text = f"{member.name}: {DONE[found.mode.id]} to {total.done} of {total.known}"
        if found.mode.id != ATTENDANCE:
            text = f"{member.name}: {DONE[found.mode.id]} {total.done} of {total.known}"
        yield Item(text, Place(place.what, member.id))


def _column_page(asked: Asked, found: Matrix, column: Column, view: str) -> Page:
    of = cells(asked.store, found, [column])[0]
    items = [_cell(member.name, cell, found.mode) for member, cell in zip(found.members, of, strict=True)]
    items += [Item("Record", heading=True), Item(column.name, Place("record", column.id))]
    return Page(f"{view.capitalize()}: {column.name}", (dates.spoken(column.when),), tuple(items))


def _member_page(asked: Asked, found: Matrix, member: str, view: str) -> Page:
    at = [one.id for one in found.members].index(member)
    only = found._replace(members=(found.members[at],))
    items = []
    for column, (cell,) in zip(found.columns, cells(asked.store, only, found.columns), strict=True):
        if cell.statements or cell.was_member:
            line = _cell(f"{dates.spoken(column.when)}: {column.name}", cell, found.mode)
            facets = (f"type: {column.type}", f"state: {cell.state}")
            items.append(line._replace(facets=facets, day=column.day))
    items += [Item("Record", heading=True), Item(found.members[at].name, Place("record", member))]
    return Page(f"{view.capitalize()}: {found.members[at].name}", (), tuple(items))


def _cell(name: str, cell: Cell, mode: Mode) -> Item:
    """What a member did, with its numbers; it leads to the statements behind it, where there are any."""
    told = list(dict.fromkeys(number(value) for value in cell.values)) or [state_of(cell)]
    if mode.id == SIGNATURE and len(set(cell.steps)) > 1:
        told.insert(0, "told to have done both: first " + ("signed" if cell.steps[0] else "refused"))
    text = f"{name}: {', '.join((*told, *cell.beside))}"
    several = len(cell.statements) > 1
    place = Place("statements" if several else "statement", " ".join(cell.statements))
    return Item(text, place if cell.statements else None)
