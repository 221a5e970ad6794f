"""The application: themes, keys and the one screen of the explorer, over a session."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.user import config
from cstoref.user.config import Settings
from cstoref.user.last_place import taken
from cstoref.user.user_data import UserData

from .keyboard import OFFERED, keymap
from .screens.explorer import Explorer
from .start import Start, opening, theme_name
from .themes import THEMES


class CstorefApp(App[None]):
    """The explorer on a store, opened at a state."""

    TITLE = "cstoref"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [Binding("ctrl+p", "command_palette", show=False)]
    """Textual's own would also open over a list or a question, where no verb can run."""

    def __init__(
        self,
        store: Store,
        state: State | None = None,
        theme: str = THEMES[0].name,
        settings: Settings | None = None,
        user: UserData | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.session = Session(store, user or user_data(store), state)
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        self.set_keymap(keymap(self.settings.keys))

    def get_default_screen(self) -> Explorer:
        """The explorer."""
        self.explorer = Explorer(self.session, self.settings.keys)
        return self.explorer

    def action_command_palette(self) -> None:
        """Open the palette."""
        if self.screen is self.explorer:
            from .palette import Palette

            self.push_screen(Palette())

    def on_mount(self) -> None:
        """Be ready to leave in order when the system asks; show what is wrong with the settings."""
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)
        if self.settings.problems:
            self.call_after_refresh(self._show_problems)

    def on_ready(self) -> None:
        """All is loaded and drawn: from now on collect garbage, where that was put off, and not among it."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _show_problems(self) -> None:
        from .screens.settings_problems import SettingsProblems

        self.push_screen(SettingsProblems(self.settings.problems))


def user_data(store: Store) -> UserData:
    """What a person saves for the pack of a store."""
    edition = store.edition
    return UserData(edition.id, edition.edition, store.folder)


def run(store: Store, start: Start) -> tuple[str, ...]:
    """Open the explorer; returns when it is left, with what a person should be told then.

    Raises UserError if nothing is found at the spot.
    """
    settings = config.load(OFFERED)
    user = user_data(store)
    state = opening(store, start, settings, user.session if settings.restore and not start.spot else None)
    app = CstorefApp(store, state, theme_name(start.theme or settings.theme), settings, user)
    if not (start.animation and settings.animation):
        app.animation_level = "none"
    app.run(mouse=start.mouse and settings.mouse)
    if not app.return_code:  # a state that cannot be shown must not come again
        user.opened(*app.session.opened)
        user.leave(taken(app.session.state))
    return user.take_news()
