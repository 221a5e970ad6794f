"""The application: themes, keys and the one screen of the explorer; what it shows comes from the store."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from cstoref.store.queries import Store
from cstoref.user import config
from cstoref.user.config import Settings
from cstoref.user.last_place import taken
from cstoref.user.user_data import UserData

from .commands import BY_ID
from .keyboard import with_cyrillic
from .screens.explorer import Explorer
from .start import Start, opening, theme_name
from .state import ViewState
from .themes import THEMES


class CstorefApp(App[None]):
    """The explorer on a store, opened at a state."""

    TITLE = "cstoref"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [Binding("ctrl+p", "command_palette", show=False)]
    """Textual's own would also open over a list or a question, where no command can run."""

    def __init__(
        self,
        store: Store,
        state: ViewState | None = None,
        theme: str = THEMES[0].name,
        settings: Settings | None = None,
        kept: UserData | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.settings = settings or Settings()
        self.kept = kept or user_data(store)
        self._start = state or ViewState()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        self.set_keymap(keymap(self.settings.keys))

    def get_default_screen(self) -> Explorer:
        """The explorer."""
        self.explorer = Explorer(self.store, self._start, self.kept, self.settings.keys)
        return self.explorer

    def action_command_palette(self) -> None:
        """Open the palette."""
        if self.screen is self.explorer:
            from .palette import Palette

            self.push_screen(Palette())

    def on_mount(self) -> None:
        """Be ready to leave in order when the system asks; tell what is wrong with the settings."""
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)
        if self.settings.problems:
            self.call_after_refresh(self._tell_problems)

    def on_ready(self) -> None:
        """All is loaded and drawn: from now on look for garbage, where that was put off, and not among it."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _tell_problems(self) -> None:
        from .screens.problems import Problems

        self.push_screen(Problems(self.settings.problems))


def keymap(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The person's keys by command, as Textual takes them, with those of a Cyrillic layout."""
    return {command: with_cyrillic(",".join(theirs)) for command, theirs in keys.items()}


def user_data(store: Store) -> UserData:
    """What a person keeps for the pack of a store."""
    edition = store.edition
    return UserData(edition.id, edition.edition, store.folder)


def run(store: Store, start: Start) -> tuple[str, ...]:
    """Open the explorer; returns when it is left, with what a person should be told then.

    Raises CstorefError if nothing is found at the spot.
    """
    settings = config.load(BY_ID)
    kept = user_data(store)
    state = opening(store, start, settings, kept.session if settings.restore and not start.spot else None)
    app = CstorefApp(store, state, theme_name(start.theme or settings.theme), settings, kept)
    if not (start.animation and settings.animation):
        app.animation_level = "none"
    app.run(mouse=start.mouse and settings.mouse)
    if not app.return_code:  # a state that cannot be shown must not come again
        kept.opened(*app.explorer.walk.opened)
        kept.leave(taken(app.explorer.state))
    return kept.take_news()
