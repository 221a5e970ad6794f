"""A question over the explorer: which as-of date. It offers today, the day of the edition, and the days on
which something changes for the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from cstoref import dates, fold
from cstoref.errors import UserError
from cstoref.render.text import clip, pad, width
from cstoref.session.session import Session
from cstoref.store.changes import Change, changes
from cstoref.tui.content import content
from cstoref.tui.line import Line, Piece, blank, plain
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.pane import Pane

from .prompt import Prompt

HINT = "2009-06-14, or 2009-06, 2009, today; a month or a year means its last day. Empty: all dates."
ALL = "all"
"""The key of the row that clears the day."""


class DayPrompt(Prompt):
    """Asks for the as-of date: it is typed, or chosen below. Empty is all dates; Escape changes nothing."""

    DEFAULT_CSS = """
    #dialog.-days { height: 80%; max-height: 24; }
    #dialog.-days #asked-hint { margin-bottom: 1; }
    """
    SELECTED = True
    BINDINGS: ClassVar = [
        Binding("down", "move(1)", priority=True),
        Binding("up", "move(-1)", priority=True),
        Binding("pagedown", "page(1)", priority=True),
        Binding("pageup", "page(-1)", priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__("As of which date?", session.state.as_of or "", HINT)
        state = session.state
        record = state.record if not state.view and not state.searching else None
        self._filled = ""
        """What was typed when the list was filled last."""
        self._edition = session.store.default_day
        self._changes = changes(session.store, record)
        self._about = session.store.named([record])[record].name if record else "members and offices"

    def compose(self) -> ComposeResult:
        """The question, what may be typed, and the days to choose from."""
        with Vertical(id="dialog", classes="-days"):
            yield Static(content(self._title), id="dialog-title")
            yield Box(self._now, id="asked", select_on_focus=self.SELECTED)
            yield Static(content(self._hint), id="asked-hint")
            yield Pane(id="dialog-list")

    def on_mount(self) -> None:
        """Fill the list once its width is known."""
        self._list.can_focus = False
        self._list.command(commanded=True)
        self.call_after_refresh(self._fill)

    @property
    def _list(self) -> Pane:
        return self.query_one("#dialog-list", Pane)

    def _fill(self) -> None:
        typed = self._filled = self.query_one(Input).value
        words = "" if typed == self._now else typed
        fixed = [(f"typed:{day}", f"{dates.spoken(day)}, as typed") for day in _typed_day(words)]
        if not words:
            fixed = [(ALL, "all dates")]
            for name, day in (("today", dates.today()), ("day of the edition", self._edition)):
                fixed += [(f"{name}:{day}", f"{name}, {dates.spoken(day)}")] if day != self._now else []
        found = [change for change in self._changes if _has(change, words)]
        about = self._about
        self._list.forget()
        self._list.put_lines(lambda cells: day_lines(fixed, found, about, cells))

    @on(Input.Changed)
    def filter(self) -> None:
        """Show the day that is typed, and only the changes that have what is typed."""
        if self._list.cells and self.query_one(Input).value != self._filled:
            self._fill()

    @on(Input.Submitted)
    def read(self, event: Input.Submitted) -> None:
        """Close with the row under the cursor; where no row has what is typed, say what is wrong with it."""
        if event.value != self._filled:  # what was typed last may not be shown yet
            self._fill()
        if self._list.cursor is not None and len(self._list.items):
            self.choose()
        else:
            super().read(event)

    @on(LineView.Chosen)
    def choose(self) -> None:
        """Close with the row under the cursor."""
        day = self._list.cursor
        if isinstance(day, str):
            self.dismiss("" if day == ALL else day.rpartition(":")[2])

    def action_move(self, step: int) -> None:
        """Move the cursor of the list."""
        self._list.move(step)

    def action_page(self, step: int) -> None:
        """Move the cursor of the list by a page."""
        self._list.page(step)

    def answer(self, typed: str) -> str:
        """The day as ISO text, or nothing."""
        try:
            return dates.day(typed.strip()) if typed.strip() else ""
        except ValueError as error:
            raise UserError(str(error)) from None


def _typed_day(words: str) -> list[str]:
    """The day that is typed; none while it is not one."""
    try:
        return [dates.day(words.strip())] if words.strip() else []
    except ValueError:
        return []


def _has(change: Change, words: str) -> bool:
    """Whether a change has all that is typed, in its day or its words."""
    text = fold.words(f"{change.day} {dates.spoken(change.day)} {change.text}")
    return change.day.startswith(words.strip()) or all(word in text for word in fold.words(words).split())


def day_lines(
    fixed: Sequence[tuple[str, str]], found: Sequence[Change], about: str, cells: int
) -> list[Line]:
    """A line for each day: what it is called, or what begins or ends on it."""
    # The names before their days keep these keys from being those of changes on the same days.
    lines = [Line((Piece(f"  {words}"),), key) for key, words in fixed]
    if found:
        lines += [*([blank()] if lines else []), plain(clip(f"Changes for {about}", cells), "heading")]
    column = max((width(dates.spoken(change.day)) for change in found), default=0) + 2
    for change in found:
        ends, more = "end: " if change.ends else "", f" +{change.others}" if change.others else ""
        room = max(8, cells - column - width(more) - 4)
        text = pad(clip(f"{ends}{change.text}", room), room)
        day = Piece("  " + pad(dates.spoken(change.day), column), "accent")
        lines.append(Line((day, Piece(text), Piece(more, "dim")), change.day))
    return lines
