"""Every command of the explorer, one class each, in the order of help."""

from __future__ import annotations

from . import citing, finding, general, keeping, looking, moving, reading, time
from .base import PANES, Command

__all__ = ["BY_ID", "COMMANDS", "PANES", "Command"]

COMMANDS: tuple[type[Command], ...] = (
    general.Help, finding.Find, reading.Enter, reading.Uses, finding.FindHere, reading.NextCited, moving.Back,
    time.AsOf, general.Quit,
    reading.OpenLinked, reading.Details, reading.Names, reading.NextCitation, reading.PreviousCited,
    reading.NextUncited, reading.PreviousUncited,
    finding.NextHit, finding.PreviousHit, finding.Facets, finding.Sort, finding.QuotedOnly,
    time.EarlierDay, time.LaterDay,
    looking.Timeline, looking.Matrix, looking.Conflicts, looking.Compare,
    citing.Copy, citing.ShowCopied, citing.Pin, citing.Pins, citing.Memo,
    keeping.Bookmark, keeping.Bookmarks, keeping.Note, keeping.BookmarkDown, keeping.BookmarkUp,
    moving.Members, moving.Leaders, moving.Institutions, moving.Events, moving.Agreements, moving.Places,
    moving.Sources,
    moving.Up, moving.Down, moving.PageUp, moving.PageDown, moving.Top, moving.Bottom, moving.Left,
    moving.Right, moving.NextPane, moving.PreviousPane, moving.SourcePane, moving.Zoom, moving.Forward,
    moving.Leave,
    general.Home, general.Palette, general.Theme, general.Suspend,
)  # fmt: skip
"""Every command."""

BY_ID = {command.id(): command for command in COMMANDS}
