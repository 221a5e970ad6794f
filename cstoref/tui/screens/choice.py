"""A list over the explorer: choose one of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from cstoref.tui.content import content
from cstoref.tui.keyboard import with_other_layouts
from cstoref.tui.line import Key, Line
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.pane import Pane

from .modal import Modal

AROUND = 4
"""Lines of the border and of the title."""
HIGHEST = 36


class Choice(Modal[Key]):
    """Choose one item of a list, or none with Escape."""

    DEFAULT_CSS = """
    Choice #dialog { height: 8; max-height: 80%; }
    """
    BINDINGS: ClassVar = [
        Binding(with_other_layouts("escape,q,backspace"), "dismiss(None)", "close"),
        Binding("enter", "choose", "choose"),
        Binding(with_other_layouts("down,j"), "move(1)"),
        Binding(with_other_layouts("up,k"), "move(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
    ]

    def __init__(self, title: str, maker: Callable[[int], Sequence[Line]]) -> None:
        super().__init__()
        self._title = title
        self._maker = maker

    def compose(self) -> ComposeResult:
        """The title and the list."""
        with Vertical(id="dialog"):
            yield Static(content(self._title), id="dialog-title")
            yield Pane(id="dialog-list")

    def on_mount(self) -> None:
        """Fill the list once its width is known."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        lines = len(self._maker(self._list.cells))
        self.query_one("#dialog").styles.height = min(max(1, lines) + AROUND, HIGHEST)
        self._list.opens_at_top = True
        self._list.put_lines(self._maker)
        self._list.focus()
        # Only once the box has its height: the first item may be below what fits; a list opens at its top.
        self.call_after_refresh(self._list.scroll_home, animate=False, force=True)

    @property
    def _list(self) -> Pane:
        return self.query_one("#dialog-list", Pane)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self._list.move(step)

    def action_page(self, step: int) -> None:
        """Move the cursor by a page."""
        self._list.page(step)

    @on(LineView.Chosen)
    def action_choose(self) -> None:
        """Close with the item under the cursor."""
        self.dismiss(self._list.cursor)
