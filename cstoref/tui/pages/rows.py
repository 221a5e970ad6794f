"""The rows of a section of the index: grouped by what helps for its kind, or sorted, and filtered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cstoref import dates, fold
from cstoref.store.lists import RecordRow, listing
from cstoref.store.queries import Store
from cstoref.tui.line import Key
from cstoref.tui.state import SOURCES, ViewState

BY_TYPE = ("institution", "agreement", "place")
OTHERS = "other"
UNDATED = "undated"
GROUPED = "grouped"


class IndexRow(NamedTuple):
    """One row: what it opens, its name, what stands at its end, the heading it stands under, its facets."""

    key: Key
    name: str
    right: str
    group: str
    facets: tuple[str, ...] = ()


def index_rows(store: Store, state: ViewState) -> list[IndexRow]:
    """Every row of the open section, in the order of its headings."""
    if not state.section:
        return []
    return _sources(store) if state.section == SOURCES else _records(store, state)


def chosen_rows(rows: Iterable[IndexRow], state: ViewState) -> list[IndexRow]:
    """The rows that have the state's facet and all words of its filter, in the state's order."""
    words = fold.words(state.index_filter).split()
    found = [
        row
        for row in rows
        if (not state.index_facet or state.index_facet in row.facets)
        and (not words or all(word in fold.words(f"{row.name} {row.group}") for word in words))
    ]
    if state.index_sort == GROUPED:
        return found
    plain = [row._replace(group="") for row in found]
    if state.index_sort == "statements":
        return sorted(plain, key=lambda row: -int(row.right.replace(",", "") or 0))
    return sorted(plain, key=lambda row: fold.words(row.name))


def _sources(store: Store) -> list[IndexRow]:
    resting = store.resting_by_source()
    rows = []
    for source in store.sources():
        group = "with its text" if source.path else "referred to"
        facets = f"ground: {group}", f"type: {source.type}", f"year: {_year(source.issued)}"
        mark = "“" if source.path else "◇"
        resting_on_it = f"{resting.get(source.id, 0):,}"
        rows.append(IndexRow(source.id, source.short, resting_on_it, f"{mark} {group}", facets))
    return sorted(rows, key=lambda row: row.group.startswith("◇"))


def _records(store: Store, state: ViewState) -> list[IndexRow]:
    found = listing(store, state.section, as_of=state.as_of)
    groups = _groups(store, state.section, found)
    undated = {row.record.id: UNDATED for row in found if row.held == UNDATED}
    order = {group: at for at, group in enumerate((*_ordered(groups), UNDATED))}
    rows = [
        IndexRow(
            row.record.id,
            f"? {row.record.name}" if row.held == dates.POSSIBLY else row.record.name,
            f"{row.statements:,}",
            undated.get(row.record.id, groups[row.record.id]),
            _facets(state.section, row, groups[row.record.id]),
        )
        for row in found
    ]
    return sorted(rows, key=lambda row: order[row.group])


def _facets(kind: str, row: RecordRow, group: str) -> tuple[str, ...]:
    type = f"type: {row.record.type.replace('-', ' ')}"
    if kind == "event":
        return f"year: {group}", type
    if kind == "leader":
        return f"of: {group}", type
    if kind == "member":
        return (f"standing: {group}",)
    when = f"year: {_year(row.record.when)}"
    return (type, when) if kind == "agreement" else (type,)


def _groups(store: Store, kind: str, found: list[RecordRow]) -> dict[str, str]:
    """Record id to the heading it stands under: events by year, people by state, the rest by type."""
    if kind == "event":
        return {row.record.id: _year(row.record.when) for row in found}
    if kind == "leader":
        states = store.states_of_leaders()
        return {row.record.id: states.get(row.record.id, OTHERS) for row in found}
    if kind == "member":
        members = store.ever_members()
        return {row.record.id: "now or once members" if row.record.id in members else OTHERS for row in found}
    if kind in BY_TYPE:
        return {row.record.id: row.record.type.replace("-", " ") for row in found}
    return {row.record.id: "" for row in found}


def _ordered(groups: dict[str, str]) -> list[str]:
    """The headings in the order in which they stand."""
    return sorted(set(groups.values()), key=lambda group: (group in (OTHERS, UNDATED), group))


def _year(when: str | None) -> str:
    """The year in which something began; where only its end is known, that of its end."""
    if not when:
        return UNDATED
    span = dates.parse(when)
    years = span.start_earliest[:4], span.end_latest[:4]
    return next((year for year in years if year not in ("0001", "9999")), UNDATED)
