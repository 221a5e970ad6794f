"""The command palette: every verb and every record, by the same engine as the search box."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from cstoref import fold, sanitize
from cstoref.session.target import target_of_hit
from cstoref.store.membership import kind_words
from cstoref.store.search.results import Options, find

from .content import content
from .keyboard import OFFERED
from .screens.modal import ClosesOnce

if TYPE_CHECKING:
    from .runner import Runner

MOST = 12
"""Records and statements that are listed."""


class Palette(ClosesOnce, CommandPalette):
    """The palette of Textual, with every verb and every record in it."""

    def __init__(self) -> None:
        super().__init__(providers={Everything})


class Everything(Provider):
    """Verbs by their words, records by their names."""

    @property
    def _runner(self) -> Runner:
        runner: Runner = self.screen.runner  # type: ignore[attr-defined]
        return runner

    async def discover(self) -> Hits:
        """Before anything is typed: the verbs."""
        for verb in OFFERED.values():
            keys = self._runner.keys.all_of(verb)
            yield DiscoveryHit(_two_lines(verb.help, keys), partial(self._runner.run, verb.id))

    async def search(self, query: str) -> Hits:
        """Verbs that have all the words, then what the words find."""
        words = fold.words(query).split()
        for verb in OFFERED.values():
            if words and all(word in fold.words(verb.help) for word in words):
                keys = self._runner.keys.all_of(verb)
                yield Hit(0.9, _two_lines(verb.help, keys), partial(self._runner.run, verb.id))
        store = self._runner.session.store
        results = find(store, query, Options(limit=MOST))
        named = store.named(hit.record for hit in results.hits if hit.record)
        kinds = kind_words(store, named.values())
        for rank, hit in enumerate(results.hits):
            target = target_of_hit(hit)
            if hit.record and target:
                yield Hit(
                    0.8 - rank / 100,
                    _two_lines(sanitize.line(hit.name), f"{kinds[hit.record]}: {sanitize.line(hit.why)}"),
                    partial(self._runner.open, target),
                )


def _two_lines(text: str, below: str) -> Content:
    """A line of the palette. Its own `help` would be read as markup, so what stands below is part of it."""
    return content(text, "\n", (below, "$text-muted"))
