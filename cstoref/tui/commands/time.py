"""Commands of the day for which everything answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref.tui.screens.asking import AskDay

from .base import Command

if TYPE_CHECKING:
    from cstoref.tui.screens.explorer import Explorer


class AsOf(Command):
    """Answer for one day, or again for all time. Nothing else clears the day."""

    keys, group = "a", "Time"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        def answered(day: str | None) -> None:
            if day is not None:
                explorer.go(as_of=day or None)

        explorer.app.push_screen(AskDay(explorer.state.as_of, explorer.store.pack["checked_until"]), answered)


class EarlierDay(Command):
    """Step to the last day before at which something changes."""

    keys, group = "less_than_sign", "Time"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _step(explorer, -1)


class LaterDay(Command):
    """Step to the next day at which something changes."""

    keys, group = "greater_than_sign", "Time"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _step(explorer, 1)


def _step(explorer: Explorer, step: int) -> None:
    """To the next or previous day on which something changes for the record, or for anybody."""
    days = explorer.store.days(None if explorer.state.view else explorer.state.record)
    now = explorer.state.as_of
    if now is None:
        beyond = days[-1:] if step < 0 else days[:1]
    else:
        beyond = [day for day in days if day > now][:1] if step > 0 else [d for d in days if d < now][-1:]
    if beyond:
        explorer.go(as_of=beyond[0])
    else:
        explorer.say("Nothing changes beyond this day.")
