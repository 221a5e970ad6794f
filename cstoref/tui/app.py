"""The application: themes, keys and the one screen of the explorer, over a session."""

from __future__ import annotations

import gc
import io
import os
import sys
from pathlib import Path
from typing import ClassVar

from rich.console import Console
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver

from cstoref.errors import FOUND, HUNG_UP, INTERNAL, INTERRUPTED, NOT_FOUND, TERMINATED
from cstoref.namedtuples import NamedTuple
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.user import config
from cstoref.user.config import Settings
from cstoref.user.last_place import taken
from cstoref.user.user_data import UserData

from .keyboard import OFFERED
from .mouse import Mouse
from .screens.explorer import Explorer
from .signals import leave_on_signals
from .start import Start, left, opening, theme_name
from .themed_app import Themed
from .themes import THEMES


class CstorefApp(Themed, App[None]):
    """The explorer on a store, opened at a state."""

    TITLE = "cstoref"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [Binding("ctrl+p", "command_palette", show=False)]
    """Textual's own would also open over a list or a question, where no command can run."""

    def __init__(
        self,
        store: Store,
        state: State | None = None,
        theme: str = THEMES[0].name,
        settings: Settings | None = None,
        user: UserData | None = None,
        driver: type[Driver] | None = None,
        left: State | None = None,
    ) -> None:
        """`left` is the page on which the last run was left."""
        super().__init__(theme, driver)
        self.error_console = Console(file=io.StringIO(), width=100)
        """Textual prints the traceback of a fault here; `run` decides what becomes of it."""
        self.settings = settings or Settings()
        self.session = Session(store, user or user_data(store), state, left=left)
        self.mouse = Mouse()
        self.newcomer = False
        """Whether nobody has left a page of this pack yet."""

    async def on_event(self, event: events.Event) -> None:
        """Keys and pasted text of the explorer are done here, at once and in the order in which they come.

        As bindings of Textual they would be done after the letters behind them, since a binding is looked
        up only when a key has passed the queues of every widget above the one with the focus.
        """
        typed = isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
        if not (typed and self.screen is self.explorer and await self.explorer.take(event)):
            if isinstance(event, events.Key) and typed and self.screen is not self.explorer:
                self.explorer.hear(event)
                self.explorer.runner.offer_search()
            await super().on_event(event)

    def get_default_screen(self) -> Explorer:
        """The explorer."""
        self.explorer = Explorer(self.session, self.settings.keys, self.mouse)
        self.explorer.runner.presenter.newcomer = self.newcomer
        return self.explorer

    def action_command_palette(self) -> None:
        """Open the palette."""
        if self.screen is self.explorer:
            from .palette import Palette

            self.push_screen(Palette())

    def action_help_quit(self) -> None:
        """Say how to quit, where ctrl+c has nothing to copy."""
        self.explorer.runner.say_how_to_quit()

    def on_load(self) -> None:
        """Be ready to leave in order when the system asks, before the terminal is touched."""
        leave_on_signals(self.leave)

    def leave(self, exit_code: int) -> None:
        """Leave the explorer with an exit code; the session is saved."""
        self.exit(return_code=exit_code)

    @property
    def fault(self) -> str:
        """The traceback of the fault that ended the explorer, or empty."""
        file = self.error_console.file
        return file.getvalue().strip() if isinstance(file, io.StringIO) else ""

    def on_mount(self) -> None:
        """Show what is wrong with the settings."""
        if self.settings.problems:
            self.call_after_refresh(self._show_problems)

    def on_ready(self) -> None:
        """All is loaded and drawn: from now on look for garbage, where that was put off, and not among it."""
        if not gc.isenabled():
            # The collector is off while the explorer loads (`cli/explore.py`). What the start has made lives
            # as long as the explorer: freezing keeps every later collection from walking through it.
            gc.freeze()
            gc.enable()
        if not self.is_headless:
            from .preload import preload

            preload(self)

    def _show_problems(self) -> None:
        from .screens.settings_problems import SettingsProblems

        self.push_screen(SettingsProblems(self.settings.problems))


def user_data(store: Store) -> UserData:
    """What a person saves for the pack of a store."""
    edition = store.edition
    return UserData(edition.id, edition.edition, store.folder)


class Ended(NamedTuple):
    """How the explorer was left."""

    exit_code: int
    news: tuple[str, ...]
    """What to tell the person."""
    fault: str = ""
    """The traceback of a fault that ended it, or empty."""


def terminal_driver() -> type[Driver] | None:
    """Our driver of the terminal, where the platform has one."""
    if sys.platform == "win32":
        return None
    from .driver import TerminalDriver

    return TerminalDriver


def browser_driver() -> type[Driver]:
    """Our driver of a page in a browser."""
    from .browser_driver import BrowserDriver

    return BrowserDriver


def assumed_size() -> tuple[int, int] | None:
    """Columns and rows to begin with where the terminal reports none of either; None where it reports both.

    Without it Rich and Textual would each assume another size, and draw for ever.
    """
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        return None
    return None if columns and rows else (columns or 80, rows or 24)


def run(store: Store, start: Start) -> Ended:
    """Open the explorer; returns when it is left. Raises UserError if nothing is found at the spot."""
    for name in ("COLUMNS", "LINES"):  # exported, they would freeze the size
        os.environ.pop(name, None)
    settings = config.load(OFFERED)
    user = user_data(store)
    state = opening(store, start, settings)
    theme = theme_name(start.theme or settings.theme)
    page = left(store, start, settings, user.session if settings.restore and not start.spot else None)
    driver = browser_driver() if start.browser else terminal_driver()
    app = CstorefApp(store, state, theme, settings, user, driver, page)
    if not (start.animation and settings.animation):
        app.animation_level = "none"
    app.newcomer = user.session is None
    app.mouse.captured = start.mouse and settings.mouse
    app.run(mouse=app.mouse.captured, size=start.browser or assumed_size())
    exit_code = app.return_code or FOUND
    if app.fault or exit_code not in (FOUND, HUNG_UP, INTERRUPTED, TERMINATED):
        # A state that cannot be shown must not come again: it is not saved.
        return Ended(INTERNAL, user.take_news(), app.fault)
    user.opened(*app.session.opened)
    if app.session.last_page is not None:
        user.leave(taken(app.session.last_page))
    unsaved = NOT_FOUND if user.has_unsaved else FOUND
    return Ended(exit_code or unsaved, user.take_news())
