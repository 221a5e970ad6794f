"""The sections of the index, each a list of records or of the sources."""

from __future__ import annotations

from cstoref.model import Kind
from cstoref.namedtuples import NamedTuple
from cstoref.store.membership import ever_members
from cstoref.store.queries import Store
from cstoref.store.section_rows import SOURCES

ORDERS = ("grouped", "name", "statements")
"""The orders of a section, the default first."""


class Section(NamedTuple):
    """A section of the index: its id, its label, how many rows it has."""

    id: str
    label: str
    total: int


def sections(store: Store) -> list[Section]:
    """Every section, in the order of lists: the kinds, then the sources."""
    kinds = store.counted_kinds()
    return [
        *(Section(kind.id, _label(store, kind, count), count) for kind, count in kinds),
        Section(SOURCES, "Sources", store.count("sources")),
    ]


def _label(store: Store, kind: Kind, count: int) -> str:
    """The plural of a kind; `Members and states` where some of the states never were members."""
    label = kind.plural.capitalize()
    others = kind.standing == "membership" and 0 < len(ever_members(store)) < count
    return f"{label} and states" if others else label
