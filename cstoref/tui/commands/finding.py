"""Commands that find, filter and sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref.tui.pages import facets
from cstoref.tui.screens.live import LiveWords
from cstoref.tui.state import FACETS, FILTERS, SORTS

from .base import Command
from .reading import hop

if TYPE_CHECKING:
    from cstoref.tui.screens.explorer import Explorer


class Find(Command):
    """Find a record, a statement or a passage, from anywhere; with nothing typed, what was opened lately."""

    keys, group = "slash", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.focus_find()


class FindHere(Command):
    """Find in the text of the source, or filter the list or the statements of the pane, as you type."""

    keys, group = "f", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        pane = explorer.state.pane
        if pane == "index" and not explorer.state.section:
            explorer.focus_find()
            return
        part = FILTERS[pane]
        origin = explorer.text.cursor

        def apply(words: str) -> str:
            explorer.go(**{part: words})
            if pane == "source":
                _to_hit_from(explorer, origin if isinstance(origin, int) else 0)
            return explorer.showing.matching(explorer.state)

        title = "Find in this text:" if pane == "source" else "Only with:"
        explorer.app.push_screen(LiveWords(title, getattr(explorer.state, part), apply))


class NextHit(Command):
    """Go to the next place of what is sought in the text."""

    keys, panes, group = "n", ("source",), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        hop(explorer, explorer.showing.passages.sentences_with_hit(), 1, around=True)


class PreviousHit(Command):
    """Go to the previous place of what is sought in the text."""

    keys, panes, group = "N", ("source",), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        hop(explorer, explorer.showing.passages.sentences_with_hit(), -1, around=True)


class Facets(Command):
    """Narrow the list or the statements to one year, type, state, ground or stance, or take that away."""

    keys, panes, group = "F", ("index", "record"), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        part = FACETS.get(explorer.state.pane)
        found = explorer.showing.facets(explorer.state) if part else []
        if part is None or not found:
            explorer.say("There is nothing to narrow here.")
            return
        now = getattr(explorer.state, part)
        explorer.choose(
            "Show only",
            lambda cells: facets.facet_lines(found, now, cells),
            lambda key: explorer.go(**{part: "" if key == facets.ALL else key}),
        )


class Sort(Command):
    """Sort the list or the statements of the pane in the next order: grouped, by name or time, by weight."""

    keys, panes, group = "s", ("index", "record"), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        state = explorer.state
        orders = explorer.showing.orders(state)
        if len(orders) < 2:
            explorer.say("There is one order only.")
            return
        now = getattr(state, SORTS[state.pane])
        order = orders[(orders.index(now) + 1) % len(orders)] if now in orders else orders[1]
        explorer.go(**{SORTS[state.pane]: order})


class QuotedOnly(Command):
    """Show only statements whose passage is in the pack, or all again."""

    keys, group = "Q", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go(quoted_only=not explorer.state.quoted_only)


def _to_hit_from(explorer: Explorer, sentence: int) -> None:
    """To the first sentence with what is sought, from one on, else from the beginning."""
    with_hit = sorted(explorer.showing.passages.sentences_with_hit())
    if with_hit:
        explorer.text.put(next((number for number in with_hit if number >= sentence), with_hit[0]))
