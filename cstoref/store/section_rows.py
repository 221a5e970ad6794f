"""The rows of a list of the explorer: the records of a kind, or the sources, under headings that help most
for the kind."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import of_layer
from cstoref.namedtuples import NamedTuple

from .facets import in_layer
from .kind_words import kind_words
from .list_rows import UNNAMED, RecordRow
from .lists import in_bands, listing
from .sources import SourceOverview, overviews

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .queries import Store

SOURCES = "sources"
"""The section of the sources; each other has the id of a kind."""
BY_TYPE = ("institution", "agreement", "place")
"""Kinds whose records are grouped by type."""
OTHERS = "other"
UNDATED = "undated"
STATES = {"member": "members", "former member": "former members", "state": "other states"}
"""The headings of states, by what one is called; in their order."""
TEXTS, REFERENCES = "full text in the pack", "referenced"
"""The two groups of sources."""


class SectionRow(NamedTuple):
    """One row: what it opens, its name, how many statements, the heading it is under, and what it is."""

    key: str
    name: str
    statements: int
    group: str
    facets: tuple[str, ...] = ()
    day: str = ""
    """Its first day as ISO text."""
    facts: tuple[str, ...] = ()
    """What a longer line says of it beside its name."""
    possible: bool = False
    """Whether it only possibly held on the day that is asked for."""


def section_rows(store: Store, section: str, as_of: str | None) -> list[SectionRow]:
    """Every row of a section, in the order of its headings; on a day, what counts on it."""
    if not section:
        return []
    if section == SOURCES:
        return [_source(overview) for overview in overviews(store)]
    return _records(store, section, as_of)


def _source(overview: SourceOverview) -> SectionRow:
    source = overview.source
    group = TEXTS if source.path else REFERENCES
    day = dates.first_of(source.issued)
    facets = f"text: {group}", f"type: {source.type}", f"year: {day[:4] or UNDATED}", *in_layer(source.layer)
    used = overview.covered + overview.silent
    covered = f"{used} of {overview.sentences} sentences covered" if overview.sentences else ""
    return SectionRow(
        source.id,
        of_layer(source.short, source.layer),
        overview.statements,
        group,
        facets,
        day,
        (source.title, *([covered] if covered else [])),
    )


def _records(store: Store, kind: str, as_of: str | None) -> list[SectionRow]:
    listed = in_bands(listing(store, kind, as_of=as_of, led=False), store.kinds[kind].dated)
    groups = _groups(store, kind, listed, as_of)
    undated = {row.record.id: UNDATED for row in listed if row.held == UNDATED}
    # UNDATED a second time: on a day it is a heading of its own, which no record's group need be.
    order = {group: place for place, group in enumerate((*_ordered(kind, listed, groups), UNDATED))}
    rows = [
        SectionRow(
            row.record.id,
            of_layer(row.record.name, row.record.layer),
            row.statements,
            undated.get(row.record.id, groups[row.record.id]),
            (*_facets(kind, row, groups[row.record.id]), *in_layer(row.record.layer)),
            dates.first_of(row.when),
            tuple(fact for fact in (dates.spoken(row.when), row.headline.rstrip(".")) if fact),
            row.held == dates.POSSIBLY,
        )
        for row in listed
    ]
    # Stable: within a heading the rows keep the order of the list.
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


def _groups(store: Store, kind: str, listed: Sequence[RecordRow], as_of: str | None = None) -> dict[str, str]:
    """Record id to the heading it is under: events by year, people by state, the rest by type."""
    if kind == "event":
        return {row.record.id: _year(row.record.when) for row in listed}
    if kind == "leader":
        states = store.states_of_leaders(None if as_of is None else [row.record.id for row in listed])
        return {row.record.id: states.get(row.record.id, OTHERS) for row in listed}
    if kind == "member":
        words = kind_words(store, {row.record.id: kind for row in listed}, as_of)
        return {id: STATES[word] for id, word in words.items()}
    if kind in BY_TYPE:
        return {row.record.id: row.record.type.replace("-", " ") for row in listed}
    return {row.record.id: "" for row in listed}


def _ordered(kind: str, listed: Sequence[RecordRow], groups: dict[str, str]) -> list[str]:
    """The headings in the order in which they stand: years as the list has them, words by the alphabet, and
    last those under which nobody has a name."""
    if kind == "member":
        return [heading for heading in STATES.values() if heading in groups.values()]
    if kind == "event":
        return sorted(dict.fromkeys(groups.values()), key=lambda group: group == UNDATED)
    named = {groups[row.record.id] for row in listed if row.band != UNNAMED}
    return sorted(
        set(groups.values()), key=lambda group: (group in (OTHERS, UNDATED), group not in named, group)
    )


def _year(when: str | None) -> str:
    """The year in which something began; where only its end is known, that of its end."""
    day = dates.first_of(when)
    return UNDATED if day[:4] in ("", "9999") else day[:4]
