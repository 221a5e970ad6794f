"""How the statements of a record's page are arranged: in blocks by group or year, or most important first."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple
from cstoref.store.membership import NEVER
from cstoref.store.page_order import newest_first
from cstoref.store.pages import UNDATED, Entry, Page

from .filters import Filter, passes
from .state import State

ORDERS = ("grouped", "time", "importance")
"""The orders of a record's page, the default first."""


class Block(NamedTuple):
    """A heading and the entries under it; `labelled` if the field of each run of entries is shown."""

    title: str
    entries: tuple[Entry, ...]
    labelled: bool = False


def filter_of(state: State) -> Filter:
    """What the statements of a record's page must meet."""
    return Filter(state.record_filter, state.record_facet, state.quoted_only)


def arrange(page: Page, state: State) -> list[Block]:
    """The page's entries in blocks, as the state has them sorted and filtered."""
    filter = filter_of(state)
    entries = [entry for entry in page.entries if passes(entry, filter)]
    if state.record_sort == "importance":
        return [Block("Most important first", tuple(sorted(entries, key=lambda entry: entry.telling)))]
    if state.record_sort == "time":
        return _by_time(entries)
    blocks = _by_group([entry for entry in entries if entry.held != UNDATED])
    undated = tuple(entry for entry in entries if entry.held == UNDATED)
    # A group that a reader expects is named although it is empty, but only on the whole page: under a filter
    # or on a day it may be empty for that reason.
    # Of a state that never was a member nobody expects a membership or an attendance.
    if page.entries and filter == Filter() and not page.as_of and page.membership != NEVER:
        there = {block.title for block in blocks}
        blocks += [Block(title, ()) for title in page.lead if title not in there]
    return blocks + ([Block("Undated", undated)] if undated else [])


def _by_group(entries: list[Entry]) -> list[Block]:
    """By group, in each by field as the page's record takes part, in the page's order."""
    groups: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        groups.setdefault(entry.group, {}).setdefault(entry.label, []).append(entry)
    return [
        Block(title, tuple(entry for run in labels.values() for entry in newest_first(run)), labelled=True)
        for title, labels in groups.items()
    ]


def _by_time(entries: list[Entry]) -> list[Block]:
    years: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.statement.when or "~"):
        when = entry.statement.when
        # Stripped: the year of `../2005` and `[2005-06-22..2005-06-23]` comes after the signs of EDTF.
        years.setdefault(when.lstrip("/.[")[:4] if when else "Undated", []).append(entry)
    return [Block(title, tuple(within)) for title, within in years.items()]
