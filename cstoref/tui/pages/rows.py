"""The rows of a section of the index: grouped by what helps for its kind, or sorted, and filtered."""

from __future__ import annotations

from typing import NamedTuple

from cstoref import dates, fold
from cstoref.store.lists import Row, listing
from cstoref.store.queries import Store
from cstoref.tui.line import Key
from cstoref.tui.state import SOURCES, ViewState

BY_TYPE = ("institution", "agreement", "place")
OTHERS = "other"


class IndexRow(NamedTuple):
    """One row: what it opens, its name, what stands at its end, and the heading it stands under."""

    key: Key
    name: str
    right: str
    group: str


def index_rows(store: Store, state: ViewState) -> list[IndexRow]:
    """The rows of the open section, in the state's order, those that have all words of its filter."""
    if not state.section:
        return []
    rows = _sources(store) if state.section == SOURCES else _records(store, state)
    words = fold.words(state.index_filter).split()
    if words:
        rows = [row for row in rows if all(word in fold.words(f"{row.name} {row.group}") for word in words)]
    if state.index_sort == "grouped":
        return rows
    plain = [row._replace(group="") for row in rows]
    if state.index_sort == "statements":
        return sorted(plain, key=lambda row: -int(row.right.replace(",", "") or 0))
    return sorted(plain, key=lambda row: fold.words(row.name))


def _sources(store: Store) -> list[IndexRow]:
    resting = store.resting_by_source()
    rows = [
        IndexRow(
            source.id,
            source.short,
            f"{resting.get(source.id, 0):,}",
            "“ with its text" if source.path else "◇ referred to",
        )
        for source in store.sources()
    ]
    return sorted(rows, key=lambda row: row.group.startswith("◇"))


def _records(store: Store, state: ViewState) -> list[IndexRow]:
    found = listing(store, state.section, as_of=state.as_of)
    groups = _groups(store, state.section, found)
    order = {group: at for at, group in enumerate(_ordered(state.section, groups))}
    rows = [
        IndexRow(
            row.record.id,
            f"? {row.record.name}" if row.held == dates.POSSIBLY else row.record.name,
            f"{row.statements:,}",
            groups[row.record.id],
        )
        for row in found
    ]
    return sorted(rows, key=lambda row: order[row.group])


def _groups(store: Store, kind: str, found: list[Row]) -> dict[str, str]:
    """Record id to the heading it stands under: events by year, people by state, the rest by type."""
    if kind == "event":
        return {row.record.id: _year(row.record.when) for row in found}
    if kind == "leader":
        states = store.states_of_leaders()
        return {row.record.id: states.get(row.record.id, OTHERS) for row in found}
    if kind == "member":
        members = store.ever_members()
        return {
            row.record.id: "members, past and present" if row.record.id in members else OTHERS
            for row in found
        }
    if kind in BY_TYPE:
        return {row.record.id: row.record.type.replace("-", " ") for row in found}
    return {row.record.id: "" for row in found}


def _ordered(kind: str, groups: dict[str, str]) -> list[str]:
    """The headings in the order in which they stand."""
    return sorted(set(groups.values()), key=lambda group: (group in (OTHERS, "undated"), group))


def _year(when: str | None) -> str:
    return dates.parse(when).start_earliest[:4] if when else "undated"
