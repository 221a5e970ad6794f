"""A search in ten rows under the prompt: `cstoref pick` prints the id of what is picked."""

from __future__ import annotations

import sys
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.widgets import Input

from cstoref.session.target import target_of_hit
from cstoref.store.queries import Store
from cstoref.store.search.answered import find_answered
from cstoref.store.search.exact import Hit
from cstoref.store.search.results import Options, SearchResult

from .content import content
from .pages.picks import pick_lines
from .themed_app import Themed
from .themes import THEMES
from .widgets.box import Box
from .widgets.pane import Pane

MOST = 60
"""Results that are listed."""
HINT = "type to search · ↑ ↓ choose · ⏎ prints its id · Esc leaves"
STEPS = {"up": -1, "down": 1, "ctrl+p": -1, "ctrl+n": 1, "pageup": -7, "pagedown": 7}


class Picker(Themed, App[str]):
    """What is typed is searched for; the app returns the reference of the result that is picked."""

    CSS = """
    Screen { &:inline { height: 10; border: none; } }
    Box { border: none; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    Pane { height: 1fr; }
    #hint { height: 1; padding: 0 1; color: $text-muted; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []

    def __init__(
        self, store: Store, words: str, day: str, theme: str = "", driver: type[Driver] | None = None
    ) -> None:
        """`words` are what is searched for at first, `day` is the day that answers are for."""
        super().__init__(theme or THEMES[0].name, driver)
        self._store = store
        self._day = day
        self._words = words
        self._box = Box(placeholder="a name, a question, words", id="words")
        self._pane = Pane(id="results")
        self._results: SearchResult | None = None

    def compose(self) -> ComposeResult:
        """The box, the results, the hint."""
        from textual.widgets import Static

        yield self._box
        yield self._pane
        yield Static(content(HINT), id="hint")

    def on_mount(self) -> None:
        """Search for what was given."""
        self._pane.can_focus = False
        self._box.fill(self._words)
        self._box.focus()
        self._search()

    async def on_event(self, event: events.Event) -> None:
        """Keys are done in the order in which they come: a binding would be looked up after the letters
        behind it."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._take(event):
            return
        await super().on_event(event)

    def _take(self, event: events.Key) -> bool:
        if event.key in STEPS:
            self._pane.move(STEPS[event.key])
        elif event.key == "enter":
            self._pick()
        elif event.key in ("escape", "ctrl+c"):
            self.exit()
        elif event.is_printable and event.character:
            self._box.insert_text_at_cursor(event.character)
            self._search()
        elif event.key == "backspace":
            self._box.action_delete_left()
            self._search()
        else:
            return False
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was pasted or edited otherwise is searched for too."""
        if self._results is None or self._results.query != self._box.words:
            self._search()

    @property
    def _hits(self) -> tuple[Hit, ...]:
        return (self._results.hits or self._results.suggestions) if self._results else ()

    def _search(self) -> None:
        words = self._box.words
        if not words:
            self._results = None
            self._pane.put_lines(lambda cells: [])
            return
        results = self._results = find_answered(self._store, words, Options(limit=MOST, day=self._day))
        named = self._store.named(hit.record for hit in self._hits if hit.record)
        names = {id: one.name for id, one in named.items()}
        self._pane.put_lines(lambda cells: pick_lines(results, names, cells), 0)

    def _pick(self) -> None:
        place = self._pane.cursor
        hits = self._hits
        if isinstance(place, int) and place < len(hits) and (target := target_of_hit(hits[place])):
            self.exit(target.reference)


def pick(store: Store, words: str, day: str, theme: str) -> str:
    """Let somebody pick something; returns its id or SOURCE:OFFSET, or nothing."""
    driver: type[Driver] | None = None
    if sys.platform != "win32":
        from .inline_driver import InlineDriver

        driver = InlineDriver
    app = Picker(store, words, day, theme, driver)
    return app.run(inline=sys.platform != "win32", mouse=False) or ""
