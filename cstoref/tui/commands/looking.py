"""Commands that open the views over the whole pack: what is better looked at than read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref.tui.line import Line, plain

from .base import Command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.tui.screens.explorer import Explorer

MATRICES = ("attendance", "signatures", "contributions")


class Timeline(Command):
    """Show the timeline of the record, then that of everything: who led when, and what happened."""

    keys, group = "t", "Views"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        state = explorer.state
        here = state.record if not state.view and state.pane != "index" else None
        explorer.open_view("timeline", here or "")


class Matrix(Command):
    """Show who came and who stayed away; again: who signed; again: who gave how much."""

    keys, group = "x", "Views"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        now = explorer.state.view
        at = MATRICES.index(now) + 1 if now in MATRICES else 0
        explorer.open_view(MATRICES[at % len(MATRICES)])


class Conflicts(Command):
    """Show the conflict of the statement under the cursor, else those of the record, else all; leave one."""

    keys, group = "exclamation_mark", "Views"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        if explorer.state.view == "conflict":
            _leave(explorer)
            return
        listed = explorer.state.view == "conflicts"
        statement = None if listed else explorer.showing.statement(explorer.state)
        found = explorer.store.conflicts(statement=statement.id) if statement else []
        record = explorer.state.record if not explorer.state.view else None
        if len(found) == 1:
            explorer.open_view("conflict", found[0].id)
        elif found:
            topics = [(conflict.topic, conflict.id) for conflict in found]
            explorer.choose(
                f"{len(found)} conflicts concern this statement",
                lambda cells: _topics(topics),
                lambda key: explorer.open_view("conflict", key),
            )
        else:
            explorer.open_view("conflicts", record if record and explorer.store.conflicts(record) else "")


class Compare(Command):
    """Compare the record with another: one that was opened before, or whose name you type."""

    keys, group = "equals_sign", "Views"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from cstoref.tui.screens.naming import AskRecord

        state = explorer.state
        spot = explorer.showing.spot(state)
        left = spot.record if spot else state.record
        if left is None:
            explorer.say("Open a record first; then compare it with another.")
            return
        other = next((id for id in reversed(explorer.walk.opened) if id != left), None)

        def answered(right: str | None) -> None:
            if right is not None:
                explorer.go(record=left, statement=None)
                explorer.open_view("compare", right)

        explorer.app.push_screen(AskRecord(explorer.store, left, other), answered)


def _leave(explorer: Explorer) -> None:
    """Back to where a conflict was opened from; if it was opened first, to the record."""
    if not explorer.travel(-1):
        explorer.open_view("")


def _topics(found: Sequence[tuple[str, str]]) -> list[Line]:
    return [plain(f" {topic}", "text", id) for topic, id in found]
