"""Every command of the explorer, one class each, in the order of footer and help."""

from __future__ import annotations

from .base import PANES, Command
from .finding import Find, FindHere, NextHit, PreviousHit, QuotedOnly, Sort
from .general import Help, Home, Palette, Quit, Theme
from .moving import (
    Agreements,
    Back,
    Bottom,
    Down,
    Events,
    Forward,
    Institutions,
    Leaders,
    Leave,
    Members,
    NextPane,
    PageDown,
    PageUp,
    Places,
    PreviousPane,
    SourcePane,
    Sources,
    Top,
    Up,
    Zoom,
)  # fmt: skip
from .reading import (
    Enter,
    NextCitation,
    NextCited,
    NextUncited,
    OpenLinked,
    PreviousCited,
    PreviousUncited,
    Uses,
)  # fmt: skip
from .time import AsOf, EarlierDay, LaterDay

__all__ = ["BY_ID", "COMMANDS", "PANES", "Command", "footer"]

COMMANDS: tuple[type[Command], ...] = (
    Help, Find, Enter, Uses, NextCited, OpenLinked, Back, AsOf, Quit,
    Forward, EarlierDay, LaterDay, QuotedOnly, NextCitation, PreviousCited,
    PreviousUncited, NextUncited, FindHere, NextHit, PreviousHit, Sort,
    Up, Down, PageUp, PageDown, Top, Bottom, NextPane, PreviousPane, SourcePane,
    Members, Leaders, Institutions, Events, Agreements, Places, Sources,
    Zoom, Leave, Home, Palette, Theme,
)  # fmt: skip
"""Every command; those with a label stand in the footer in this order."""

BY_ID = {command.id(): command for command in COMMANDS}


def footer(pane: str) -> list[type[Command]]:
    """At most seven commands for the footer of a pane, help first."""
    return [command for command in COMMANDS if command.label and pane in command.panes][:7]
