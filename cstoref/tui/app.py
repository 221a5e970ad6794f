"""The application: themes and the one screen of the explorer; what it shows comes from the store."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from cstoref.store.queries import Store
from cstoref.user.keeping import Keeping

from .palette import Everything
from .screens.explorer import Explorer
from .start import Start
from .state import ViewState
from .themes import THEMES


class CstorefApp(App[None]):
    """The explorer on a store, opened at a state."""

    TITLE = "cstoref"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    COMMANDS: ClassVar = {Everything}
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-single"), (100, "-double"), (140, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar = [Binding("ctrl+p", "command_palette", show=False)]
    """Textual's own would also open over a list or a question, where no command can run."""

    def __init__(self, store: Store, state: ViewState | None = None, theme: str = THEMES[0].name) -> None:
        super().__init__()
        self.store = store
        self._start = state or ViewState()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def get_default_screen(self) -> Explorer:
        """The explorer."""
        edition = self.store.edition
        return Explorer(self.store, self._start, Keeping(edition.id, edition.edition))


def run(store: Store, start: Start) -> None:
    """Open the explorer and return when it is left."""
    CstorefApp(store, start.state(store), start.theme()).run(mouse=start.mouse)
