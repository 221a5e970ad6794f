"""The command palette: every verb and every record, by the same engine as the search box."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from cstoref import sanitize
from cstoref.render.text import clip, pad, width
from cstoref.session.target import target_of_hit
from cstoref.session.verbs.lookup import verbs_matching
from cstoref.store.search.results import Options, find

from .content import content
from .keyboard import MOST_USED, OFFERED
from .screens.modal import ClosesOnce

if TYPE_CHECKING:
    from cstoref.session.verbs import Verb

    from .runner import Runner

MOST = 12
"""Records and statements that are listed."""
NAME = 18
"""Cells of the names of verbs."""
AROUND = 8
"""Cells of a line that are not ours: the blanks beside it, and the scroll bar."""


class Palette(ClosesOnce, CommandPalette):
    """The palette of Textual, with every verb and every record in it."""

    DEFAULT_CSS = "SearchIcon { display: none; }"

    def __init__(self) -> None:
        super().__init__(providers={Everything}, placeholder="Search for commands and records…")


class Everything(Provider):
    """Verbs by their words, records by their names."""

    @property
    def _runner(self) -> Runner:
        runner: Runner = self.screen.runner  # type: ignore[attr-defined]
        return runner

    async def discover(self) -> Hits:
        """Before anything is typed: the verbs, the most used first."""
        most_used = [OFFERED[id] for id in MOST_USED if id in OFFERED]
        for verb in [*most_used, *(verb for verb in OFFERED.values() if verb not in most_used)]:
            yield DiscoveryHit(self._verb_line(verb), partial(self._runner.run, verb.id))

    async def search(self, query: str) -> Hits:
        """Verbs that have all the words, the surest match first; then what the words find."""
        for sure, verb in verbs_matching(query, OFFERED.values()):
            yield Hit(sure, self._verb_line(verb), partial(self._runner.run, verb.id))
        results = find(self._runner.session.store, query, Options(limit=MOST))
        for rank, hit in enumerate(results.hits):
            target = target_of_hit(hit)
            if hit.record and target:
                line = self._line((sanitize.line(hit.name), ""), "", hit.kind or "")
                yield Hit(0.8 - rank / 100, line, partial(self._runner.open, target))

    def _verb_line(self, verb: Verb) -> Content:
        keys = self._runner.keys.all_of(verb)
        return self._line((pad(verb.name, NAME), ""), verb.help, keys)

    def _line(self, name: tuple[str, str], help: str, end: str) -> Content:
        """A line of the palette: a name, in some words what it is, and a key or kind at its end."""
        cells = self.screen.app.size.width - AROUND
        left = clip(name[0], cells - width(end) - 1)
        room = cells - width(left) - width(end)
        words = pad(clip(help, max(0, room - 2)), max(1, room))
        # Its own `help` would be read as markup, so what stands beside the name is part of the line.
        return content((left, name[1]), (words, "$text-muted"), (end, "bold $accent"))
