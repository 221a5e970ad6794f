"""Commands for what a person keeps: bookmarks and notes on records and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref.tui.screens.note_box import NoteBox

from .base import Command

if TYPE_CHECKING:
    from cstoref.tui.screens.explorer import Explorer

VIEW = "bookmarks"


class Bookmark(Command):
    """Mark the statement under the cursor, or the record in the index; mark it no longer, if it is marked."""

    keys, panes, group = "m", ("index", "record", "source"), "Keeping"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        id = _under_cursor(explorer)
        if id is None:
            explorer.say("There is nothing to mark here.")
            return
        marked = explorer.kept.toggle_bookmark(id)
        added = f"Marked; {explorer.key_of(Bookmarks)} lists what is marked."
        explorer.say(explorer.kept.outcome(added if marked else "No longer marked."))
        explorer.reshow()


class Bookmarks(Command):
    """List bookmarks and notes."""

    keys, group = "apostrophe", "Keeping"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.open_view(VIEW)


class Note(Command):
    """Write a note on the statement under the cursor, or on the record in the index; empty removes it."""

    keys, group = "e", "Keeping"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        id = _under_cursor(explorer)
        if id is None:
            explorer.say("There is nothing to write a note on here.")
            return

        def closed(sentence: str | None) -> None:
            if sentence:
                explorer.say(sentence)
            explorer.reshow()

        explorer.app.push_screen(NoteBox(explorer.kept, id), closed)


class BookmarkDown(Command):
    """Move the bookmark under the cursor down in its list."""

    keys, panes, group = "J", ("record",), "Keeping"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _move(explorer, 1)


class BookmarkUp(Command):
    """Move the bookmark under the cursor up in its list."""

    keys, panes, group = "K", ("record",), "Keeping"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _move(explorer, -1)


def _move(explorer: Explorer, step: int) -> None:
    state = explorer.state
    if state.view != VIEW or state.at is None:
        explorer.say(f"Bookmarks are moved in their list: {explorer.key_of(Bookmarks)}.")
        return
    explorer.kept.move_bookmark(state.at, step)
    explorer.reshow()


def _under_cursor(explorer: Explorer) -> str | None:
    """The statement under the cursor of record or view, or the record of either."""
    spot = explorer.showing.spot(explorer.state)
    if spot is None:
        return None
    return spot.record if explorer.state.pane == "index" else spot.statement or spot.record
