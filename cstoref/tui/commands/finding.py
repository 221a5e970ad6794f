"""Commands that find, filter and sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref.tui.screens.asking import AskWords
from cstoref.tui.state import FILTERS

from .base import Command

if TYPE_CHECKING:
    from cstoref.tui.screens.explorer import Explorer

RECORD_ORDERS = ("grouped", "time", "telling")
INDEX_ORDERS = ("grouped", "name", "statements")


class Find(Command):
    """Find a record, a statement or a passage, from anywhere."""

    keys, label, group = "slash", "find", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.focus_find()


class FindHere(Command):
    """Find in the text of the source, or filter the list or the statements of the pane."""

    keys, group = "f", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        part = FILTERS[explorer.state.pane]
        title = "Find in this text" if part == "text_find" else "Show only what has these words"

        def answered(words: str | None) -> None:
            if words is None:
                return
            explorer.go(**{part: words.strip()})
            if part == "text_find" and words.strip():
                _to_first_hit(explorer)

        explorer.app.push_screen(AskWords(title, getattr(explorer.state, part)), answered)


class NextHit(Command):
    """Go to the next place of what is sought in the text."""

    keys, panes, group = "n", ("source",), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop(_with_hit(explorer), 1)


class PreviousHit(Command):
    """Go to the previous place of what is sought in the text."""

    keys, panes, group = "N", ("source",), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop(_with_hit(explorer), -1)


class Sort(Command):
    """Sort the list or the statements of the pane in the next order: grouped, by name or time, by weight."""

    keys, panes, group = "s", ("index", "record"), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        part = "index_sort"
        orders: tuple[str, ...] = INDEX_ORDERS
        if explorer.state.pane == "record":
            view = explorer.showing.view(explorer.state)
            part, orders = "record_sort", view.orders() if view else RECORD_ORDERS
        now = getattr(explorer.state, part)
        at = orders.index(now) if now in orders else 0
        if len(orders) < 2:
            explorer.say("There is one order only.")
            return
        order = orders[(at + 1) % len(orders)]
        explorer.go(**{part: order})
        explorer.say(f"Sorted: {order}.")


class QuotedOnly(Command):
    """Show only statements whose passage is in the pack, or all again."""

    keys, group = "Q", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go(quoted_only=not explorer.state.quoted_only)


def _with_hit(explorer: Explorer) -> set[int]:
    """The sentences of the text with what is sought."""
    starts = [start for start, _ in explorer.showing.hits]
    sentences = explorer.showing.sentences
    return {s.number for s in sentences if any(s.start <= at < s.end for at in starts)}


def _to_first_hit(explorer: Explorer) -> None:
    """To the first sentence with what is sought, from wherever the cursor is."""
    if not explorer.showing.hits:
        explorer.say("It does not stand in this text.")
        return
    start = explorer.showing.hits[0][0]
    first = next((s.number for s in explorer.showing.sentences if s.end > start), 1)
    explorer.text.put(first)
