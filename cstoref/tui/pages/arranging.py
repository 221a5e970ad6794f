"""How the statements of a page are arranged: in blocks by group, by time, or by how telling they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cstoref import fold
from cstoref.model import QUOTED
from cstoref.store.pages import UNDATED, Entry, Page
from cstoref.tui.state import ViewState

from .facets import has_facet

EXPECTED = {
    "member": ("Membership", "Attendance", "Signatures", "Contributions"),
    "leader": ("Offices", "Attendance", "Said"),
    "event": ("Attendance", "Proceedings"),
    "agreement": ("Signatures", "Provisions"),
}
"""Groups that a reader of a record of each kind looks for: where empty, the page says so."""


class Block(NamedTuple):
    """A heading and the entries under it; `labelled` if the field of each run of entries is told."""

    title: str
    entries: tuple[Entry, ...]
    labelled: bool = False


def arrange(page: Page, state: ViewState) -> list[Block]:
    """The page's entries in blocks, as the state wants them sorted and filtered."""
    entries = wanted(page.entries, state)
    if state.record_sort == "telling":
        return [Block("Most telling first", tuple(sorted(entries, key=lambda entry: entry.telling)))]
    if state.record_sort == "time":
        return _by_time(entries)
    blocks = _by_group([entry for entry in entries if entry.held != UNDATED])
    undated = tuple(entry for entry in entries if entry.held == UNDATED)
    filtered = state.quoted_only or state.record_filter or state.record_facet
    if page.entries and not filtered and not page.as_of:
        there = {block.title for block in blocks}
        missing = [title for title in EXPECTED.get(page.record.kind, ()) if title not in there]
        blocks += [Block(title, ()) for title in missing]
    return blocks + ([Block("Undated: on no day in particular", undated)] if undated else [])


def wanted(entries: Iterable[Entry], state: ViewState) -> list[Entry]:
    """The entries that what the state filters by lets through."""
    words = fold.words(state.record_filter).split()
    return [
        entry
        for entry in entries
        if (not state.quoted_only or entry.statement.grounding == QUOTED)
        and has_facet(entry, state.record_facet)
        and all(word in fold.words(f"{entry.statement.text} {entry.label}") for word in words)
    ]


def _by_group(entries: list[Entry]) -> list[Block]:
    """By group, in each by field as the page's record takes part, as they come."""
    groups: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        groups.setdefault(entry.group, {}).setdefault(entry.label, []).append(entry)
    return [
        Block(title, tuple(entry for run in labels.values() for entry in run), labelled=True)
        for title, labels in groups.items()
    ]


def _by_time(entries: list[Entry]) -> list[Block]:
    years: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.statement.when or "~"):
        when = entry.statement.when
        years.setdefault(when.lstrip("/.[")[:4] if when else "Undated", []).append(entry)
    return [Block(title, tuple(within)) for title, within in years.items()]
