"""How the statements of a page are arranged: in blocks by group, by time, or by how telling they are."""

from __future__ import annotations

from typing import NamedTuple

from cstoref import fold
from cstoref.model import QUOTED
from cstoref.store.pages import UNDATED, Entry, Page
from cstoref.tui.state import ViewState

EXPECTED = {
    "member": ("Membership", "Attendance", "Signatures", "Contributions"),
    "leader": ("Offices", "Attendance", "Said"),
    "event": ("Attendance", "Proceedings"),
    "agreement": ("Signatures", "Provisions"),
}
"""Groups that a reader of a record of each kind looks for: where empty, the page says so."""


class Block(NamedTuple):
    """A heading and the entries under it."""

    title: str
    entries: tuple[Entry, ...]


def arrange(page: Page, state: ViewState) -> list[Block]:
    """The page's entries in blocks, as the state wants them sorted and filtered."""
    entries = [entry for entry in page.entries if _wanted(entry, state)]
    if state.record_sort == "telling":
        return [Block("Most telling first", tuple(sorted(entries, key=lambda entry: entry.telling)))]
    if state.record_sort == "time":
        return _by_time(entries)
    blocks = _by_group([entry for entry in entries if entry.held != UNDATED])
    undated = tuple(entry for entry in entries if entry.held == UNDATED)
    if state.record_filter:
        blocks = [Block(f"{block.title} with “{state.record_filter}”", block.entries) for block in blocks]
    elif page.entries and not state.quoted_only and not page.as_of:
        there = {block.title for block in blocks}
        missing = [title for title in EXPECTED.get(page.record.kind, ()) if title not in there]
        blocks += [Block(title, ()) for title in missing]
    return blocks + ([Block("Undated", undated)] if undated else [])


def _wanted(entry: Entry, state: ViewState) -> bool:
    if state.quoted_only and entry.statement.grounding != QUOTED:
        return False
    words = fold.words(state.record_filter).split()
    return not words or all(word in fold.words(f"{entry.statement.text} {entry.label}") for word in words)


def _by_group(entries: list[Entry]) -> list[Block]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.group, []).append(entry)
    return [Block(title, tuple(within)) for title, within in groups.items()]


def _by_time(entries: list[Entry]) -> list[Block]:
    years: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.statement.when or "~"):
        when = entry.statement.when
        years.setdefault(when.lstrip("/.[")[:4] if when else "Undated", []).append(entry)
    return [Block(title, tuple(within)) for title, within in years.items()]
