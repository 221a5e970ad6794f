"""A box over the explorer in which a note is written.

What is typed is kept as a draft within a second, and when the explorer ends for whatever reason. Only saving
or going back to the saved note forgets it.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static, TextArea

from cstoref.namedtuples import NamedTuple
from cstoref.tui.content import content
from cstoref.tui.widgets.note_area import NoteArea, safe
from cstoref.user.user_data import UserData

from .modal import Modal

DRAFT_AFTER = 1.0
"""Seconds after which what is typed is kept as a draft."""
HINT = "F2 or Ctrl+S saves. Esc keeps unsaved text as a draft."
HINT_DRAFT = "Unsaved draft; F3 shows the saved note."
SAVED, REMOVED, UNSAVED = "Note saved.", "Note removed.", "Not saved; the draft is here when you come back."
OTHER = "other"
"""What the box closes with where the note is to be on something else."""
BOTH = "This note was changed elsewhere meanwhile: it holds both versions now."


class Subject(NamedTuple):
    """What a note is on: a record or a statement."""

    id: str
    name: str
    """The name of the record, or the sentence of the statement."""
    is_statement: bool

    @property
    def title(self) -> str:
        """What the box is called."""
        return "Note on this statement" if self.is_statement else f"Note on {self.name}"


class NoteBox(Modal[str]):
    """Write a note of any number of lines. Closes with a sentence to tell, or nothing; with `OTHER` where the
    note is to be on something else."""

    DEFAULT_CSS = """
    #note-about { color: $foreground; height: auto; max-height: 2; margin-bottom: 1; }
    #note { height: 1fr; border: none; padding: 0 1; background: $surface; margin-bottom: 1; }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "leave", "leave"),
        Binding("f2,ctrl+s", "save", "save"),
        Binding("f3", "revert", "saved note"),
        Binding("f4", "other", "other"),
    ]

    def __init__(self, kept: UserData, subject: Subject, other: str = "") -> None:
        """`other` is the name of what else the note can be on."""
        super().__init__()
        self._kept, self._subject, self._other = kept, subject, other
        self._note_of = subject.id
        self._begun = kept.begin_note(subject.id)
        self._area = NoteArea(self._begun.text, id="note")
        self._opened_with = self._area.text
        self._timer: Timer | None = None
        self._is_open = True

    def compose(self) -> ComposeResult:
        """The text, and the keys."""
        hint = f"{HINT_DRAFT} {HINT}" if self._begun.drafts else HINT
        if self._other:
            hint = f"{hint} F4 writes on {self._other} instead."
        with Vertical(id="dialog"):
            yield Static(content(self._subject.title), id="dialog-title")
            if self._subject.is_statement:
                yield Static(content(self._subject.name), id="note-about")
            yield self._area
            yield Static(content(hint), id="asked-hint")

    @on(TextArea.Changed)
    def keep_soon(self) -> None:
        """Keep a draft, at most one in a while."""
        if self._timer is None and self._is_open:
            self._timer = self.set_timer(DRAFT_AFTER, self._keep_draft)

    def on_unmount(self) -> None:
        """The explorer ends: the terminal was closed, or the system wants it to."""
        if self._is_open:
            self._keep_draft()

    def action_save(self) -> None:
        """Save the note and close."""
        text = self._area.text
        said = ""
        self._is_open = False
        if text != self._opened_with or self._begun.drafts:
            said = self._save(text)
        self.dismiss(said)

    def action_leave(self) -> None:
        """Close; unsaved text stays a draft."""
        self._is_open = False
        changed = self._area.text != self._opened_with or bool(self._begun.drafts)
        if changed:
            self._keep_draft()
        self.dismiss(UNSAVED if changed and self._is_draft() else "")

    def action_other(self) -> None:
        """Close to write on something else; unsaved text stays a draft here."""
        if self._other:
            self._is_open = False
            self._keep_draft()
            self.dismiss(OTHER)

    def action_revert(self) -> None:
        """Show the note as it is saved; ctrl+z brings what was typed back."""
        start, end = (0, 0), self._area.document.end
        self._area.replace(self._begun.seen, start, end, maintain_selection_offset=False)

    def _save(self, text: str) -> str:
        """Save the note; what to tell."""
        self._kept.put_note(self._note_of, text, self._begun.seen)
        now = self._kept.notes.get(self._note_of, "")
        if not self._kept.has_unsaved:
            self._kept.drop_draft(self._note_of, self._begun)
        if now != text.strip():
            return self._kept.outcome(BOTH)
        return self._kept.outcome(SAVED if now else REMOVED)

    def _keep_draft(self) -> None:
        self._timer = None
        self._kept.keep_draft(self._note_of, self._area.text, self._begun)

    def _is_draft(self) -> bool:
        text = self._area.text
        return bool(text.strip()) and text != safe(self._begun.seen)
