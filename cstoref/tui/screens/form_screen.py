"""The form over the explorer in which a statement is filled in for a passage, or a record for a name."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from cstoref.errors import UserError
from cstoref.render.text import clip
from cstoref.session.blank_form import BlankForm
from cstoref.tui.content import content
from cstoref.tui.widgets.box import Box

from .modal import Modal

HINT = "⏎ writes it · ↓ Tab take a proposal · Esc cancels"
PREFIX = "entry-"
TALL = 34
"""Rows of the screen from which on there is room for all of it."""
FEWEST, MOST, AROUND = 3, 14, 17
"""Entries that are seen at least and at most; lines of the screen that are needed beside them."""


class FormScreen(Modal[str]):
    """Fill in a form. Closes with the sentence to tell once it is written, else with nothing."""

    DEFAULT_CSS = """
    #dialog.-form { height: auto; max-height: 96%; }
    #form-passage { height: auto; margin-bottom: 1; }
    #form-entries { height: auto; background: $panel; }
    #form-offered { height: auto; min-height: 2; margin-top: 1; }
    .entry { height: 1; }
    .entry .label { width: 9; color: $text-muted; }
    FormScreen .entry Box {
        height: 1; width: 1fr; border: none; padding: 0 1; background: $surface; color: $foreground;
    }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "leave", "leave", priority=True),
        Binding("tab", "take(1)", "next", priority=True),
        Binding("shift+tab", "take(-1)", "previous", priority=True),
        Binding("down", "choose(1)", "next proposal", priority=True),
        Binding("up", "choose(-1)", "previous proposal", priority=True),
    ]

    def __init__(self, form: BlankForm) -> None:
        super().__init__()
        self._form = form
        self._boxes = {
            entry.key: Box(form.values.get(entry.key, ""), id=f"{PREFIX}{entry.key}", select_on_focus=False)
            for entry in form.entries
        }
        self._chosen = -1
        """The proposal that is chosen, by its place; -1 is none."""

    def compose(self) -> ComposeResult:
        """What it is about, a line for each entry, what is offered for the one with the cursor, and keys."""
        with Vertical(id="dialog", classes="-form"):
            yield Static(content(self._form.title), id="dialog-title")
            yield Static(content("\n".join(self._form.about)), id="form-passage")
            with VerticalScroll(id="form-entries", can_focus=False):
                for entry in self._form.entries:
                    with Horizontal(classes="entry"):
                        yield Static(content(f"{entry.label}{' *' if entry.needed else ''}"), classes="label")
                        yield self._boxes[entry.key]
            yield Static(content(""), id="form-offered")
            yield Static(content(HINT), id="asked-hint")

    def on_mount(self) -> None:
        """Begin where the form says."""
        self._boxes[self._form.begin].focus()

    def on_resize(self) -> None:
        """Where there is little room, entries scroll: what is offered for one of them stays seen."""
        height = self.size.height
        self.query_one("#form-passage").styles.max_height = 4 if height >= TALL else 2
        self.query_one("#form-offered").styles.max_height = 8 if height >= TALL else 5
        self.query_one("#form-entries").styles.max_height = max(FEWEST, min(MOST, height - AROUND))

    @property
    def _key(self) -> str:
        """The entry that is filled in."""
        id = self.focused.id if self.focused is not None and self.focused.id else ""
        return id.removeprefix(PREFIX) if id.startswith(PREFIX) else self._form.entries[0].key

    def on_descendant_focus(self) -> None:
        """Show what is offered for the entry that is filled in now."""
        self._chosen = -1
        self._offer()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Offer what has the words; the first of it is chosen where something is typed."""
        key = (event.input.id or "").removeprefix(PREFIX)
        self._form.values[key] = event.value
        if event.input.has_focus:
            offered = self._form.offered(key, event.value)
            exact = any(one.value == event.value.strip() for one in offered)
            self._chosen = 0 if event.value.strip() and offered and not exact else -1
            self._offer()

    @on(Input.Submitted)
    def write(self, event: Input.Submitted) -> None:
        """Write the statement and close, or go to the entry that is wrong."""
        if self._chosen > 0 or (self._chosen == 0 and self._key != "text"):
            self._take()
        try:
            self.dismiss(self._form.write())
        except UserError as error:
            self._hint(error.sentence)
            key = getattr(error, "key", "")
            if key in self._boxes:
                self._boxes[key].focus()

    def action_leave(self) -> None:
        """Close; nothing is written."""
        self.dismiss("")

    def action_take(self, step: int) -> None:
        """Take the chosen proposal, and go to the next entry or the previous one."""
        if step > 0 and self._chosen >= 0:
            self._take()
        keys = list(self._boxes)
        self._boxes[keys[(keys.index(self._key) + step) % len(keys)]].focus()
        self._hint(HINT)

    def action_choose(self, step: int) -> None:
        """Choose another of the proposals; before the first is none."""
        offered = self._form.offered(self._key, self._boxes[self._key].value)
        self._chosen = max(-1, min(len(offered) - 1, self._chosen + step))
        self._offer()

    def _take(self) -> None:
        key = self._key
        box = self._boxes[key]
        offered = self._form.offered(key, box.value)
        if 0 <= self._chosen < len(offered):
            box.value = self._form.with_proposal(key, box.value, offered[self._chosen].value)
            box.cursor_position = len(box.value)
            self._form.values[key] = box.value
        self._chosen = -1

    def _offer(self) -> None:
        """Draw the help of the entry and what is offered for it."""
        key = self._key
        entry = next(entry for entry in self._form.entries if entry.key == key)
        parts: list[str | tuple[str, str]] = [(entry.help, "$text-muted")]
        for place, one in enumerate(self._form.offered(key, self._boxes[key].value)):
            mark = "▸ " if place == self._chosen else "  "
            room = max(20, self.query_one("#form-offered", Static).size.width - len(one.value) - 6)
            parts.append((f"\n{mark}{one.value}", "bold $primary" if place == self._chosen else ""))
            parts.append((f"  {clip(one.meaning, room)}" if one.meaning else "", "$text-muted"))
        self.query_one("#form-offered", Static).update(content(*parts))

    def _hint(self, sentence: str) -> None:
        self.query_one("#asked-hint", Static).update(content(sentence))
