"""A text over the explorer, to be selected and copied by hand where no clipboard can be reached."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from cstoref.render.text import wrap
from cstoref.tui.content import content
from cstoref.tui.keyboard import with_other_layouts
from cstoref.tui.line import plain
from cstoref.tui.widgets.pane import Pane

from .modal import Modal


class TextBox(Modal[None]):
    """Shows a text, whole; the mouse selects in it."""

    BINDINGS: ClassVar = [
        Binding(with_other_layouts("escape,q,backspace,enter"), "dismiss(None)", "close"),
        Binding(with_other_layouts("down,j"), "scroll(1)"),
        Binding(with_other_layouts("up,k"), "scroll(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The title and the text."""
        with Vertical(id="dialog"):
            yield Static(content(self._title), id="dialog-title")
            yield Pane(id="dialog-list")

    def on_mount(self) -> None:
        """Fill the box once its width is known."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        lines = self._text.split("\n")
        self._pane.put_lines(
            lambda cells: [plain(part) for line in lines for part in wrap(line, cells - 1) or [""]]
        )
        self._pane.focus()

    @property
    def _pane(self) -> Pane:
        return self.query_one("#dialog-list", Pane)

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self._pane.move(step)

    def action_page(self, step: int) -> None:
        """Scroll by a page."""
        self._pane.page(step)
