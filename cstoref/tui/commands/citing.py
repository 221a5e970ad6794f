"""Commands that take something out of the explorer: copies, pins and memos."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cstoref import output_file
from cstoref.errors import CstorefError
from cstoref.tui.line import Line, plain
from cstoref.tui.spots import Spot

from .base import Command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.tui.copying import Copyable
    from cstoref.tui.screens.explorer import Explorer

VIEW = "pins"


class Copy(Command):
    """Copy the statement, its quote, a citation, a link, JSON or the whole card of what the cursor is on."""

    keys, group = "y", "Taking along"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from cstoref.tui.copying import copyable

        at = _spot(explorer)
        found = copyable(explorer.store, at, explorer.state.as_of) if at else []
        if not found:
            explorer.say("There is nothing to copy here.")
            return
        explorer.choose("Copy", lambda cells: _choices(found), lambda key: _copy(explorer, found[int(key)]))


class ShowCopied(Command):
    """Show what was copied last in a box, to be selected by hand."""

    keys, group = "Y", "Taking along"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        if explorer.copied is None:
            explorer.say("Nothing was copied yet.")
        else:
            _show(explorer, *explorer.copied)


class Pin(Command):
    """Pin the statement under the cursor for a memo, or pin it no longer."""

    keys, group = "space", "Taking along"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        statement = explorer.showing.statement(explorer.state)
        if statement is None:
            explorer.say("There is no statement under the cursor to pin.")
            return
        pinned = statement.id in explorer.kept.pins
        if pinned:
            explorer.kept.unpin([statement.id])
        else:
            explorer.kept.pin(statement.id)
        count = len(explorer.kept.pins)
        said = f"No longer pinned; {count} left." if pinned else f"Pinned as number {count}."
        explorer.say(explorer.kept.outcome(said))
        explorer.reshow()


class Pins(Command):
    """List the pinned statements, in the order of pinning."""

    keys, group = "p", "Taking along"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.open_view(VIEW)


class Memo(Command):
    """Write the pinned statements as a Markdown note with footnotes, into a new file."""

    keys, group = "W", "Taking along"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from cstoref.tui.screens.filing import AskFile

        if not explorer.kept.pins:
            explorer.say(f"Nothing is pinned; {explorer.key_of(Pin)} pins the statement under the cursor.")
            return

        def answered(path: str | None) -> None:
            if path is not None:
                explorer.say(_written(explorer, path))

        explorer.app.push_screen(AskFile("Write the memo to", "memo.md"), answered)


def _written(explorer: Explorer, path: str) -> str:
    """Write the memo; what to say of it."""
    from cstoref.citing.memo import memo
    from cstoref.store.references import resolve

    ids = list(dict.fromkeys(resolve(explorer.store, id).id for id in explorer.kept.pins))
    text = memo(explorer.store, ids, explorer.kept.notes)
    try:
        output_file.write(path, lambda out: out.write(f"{text}\n"))
    except CstorefError as error:
        return f"{error}."
    return f"{len(ids)} statements are written to {os.path.abspath(path)}."


def _spot(explorer: Explorer) -> Spot | None:
    """What the cursor is on: in the source pane the passage, where no statement is."""
    source, sentence = explorer.showing.place(explorer.state)
    at = explorer.showing.spot(explorer.state)
    if explorer.state.source is not None:
        return Spot(source=source, start=sentence.start if sentence else None)
    if explorer.state.pane == "index" and at and at.record:
        return Spot(at.record)
    return at


def _choices(found: Sequence[Copyable]) -> list[Line]:
    return [plain(f" {one.what}", "text", str(at)) for at, one in enumerate(found)]


def _copy(explorer: Explorer, chosen: Copyable) -> None:
    from cstoref.tui.clipboard import copy

    text = chosen.text()
    explorer.copied = chosen.what, text
    if copy(explorer.app, text):
        first, *more = text.split("\n")
        size = f", {len(more) + 1} lines" if more else ""
        explorer.say(f"Copied: {chosen.what}{size}. {first[:60]}{'…' if len(text) > 60 else ''}")
    else:
        _show(explorer, chosen.what, text)


def _show(explorer: Explorer, what: str, text: str) -> None:
    from cstoref.tui.screens.text_box import TextBox

    explorer.app.push_screen(TextBox(f"{what.capitalize()}: select and copy it here", text))
