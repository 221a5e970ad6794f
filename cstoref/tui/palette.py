"""The command palette: every command and every record, by the same engine as find."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from cstoref import fold, sanitize
from cstoref.store.search.results import Options, find

from .commands import COMMANDS
from .content import content
from .screens.over import ClosesOnce

if TYPE_CHECKING:
    from .screens.explorer import Explorer


class Palette(ClosesOnce, CommandPalette):
    """The palette of Textual, with every command and every record in it."""

    def __init__(self) -> None:
        super().__init__(providers={Everything})


class Everything(Provider):
    """Commands by their words, records by their names."""

    @property
    def _explorer(self) -> Explorer:
        return self.screen  # type: ignore[return-value]

    async def discover(self) -> Hits:
        """Before anything is typed: the commands."""
        for command in COMMANDS:
            yield DiscoveryHit(
                _two_lines(command.help(), self._explorer.keys_of(command)),
                partial(command.run, self._explorer),
            )

    async def search(self, query: str) -> Hits:
        """Commands that have all the words, then what the words find."""
        words = fold.words(query).split()
        for command in COMMANDS:
            if words and all(word in fold.words(command.help()) for word in words):
                yield Hit(
                    0.9,
                    _two_lines(command.help(), self._explorer.keys_of(command)),
                    partial(command.run, self._explorer),
                )
        found = find(self._explorer.store, query, Options(limit=12))
        for at, hit in enumerate(found.hits):
            if hit.record:
                yield Hit(
                    0.8 - at / 100,
                    _two_lines(sanitize.line(hit.name), f"{hit.kind}: {sanitize.line(hit.why)}"),
                    partial(self._explorer.open_record, hit.record, hit.statement),
                )


def _two_lines(text: str, below: str) -> Content:
    """A line of the palette. Its own `help` would be read as markup, so what stands below is part of it."""
    return content(text, "\n", (below, "$text-muted"))
