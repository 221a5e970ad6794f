"""The line above the panes and the line below them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from cstoref import sanitize
from cstoref.render.text import clip, width
from cstoref.tui.content import content

BETWEEN = " › "
LEAST = 12
"""Cells of what may be left of the last crumb but one."""


class TopLine(Widget):
    """Where you are, the as-of date, and how much is verified."""

    DEFAULT_CSS = """
    TopLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    TopLine.-as-of { background: $as-of; color: $as-of-text; text-style: bold; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._crumbs: Sequence[str] = ()
        self._right = ""

    def show(self, crumbs: Sequence[str], right: str, as_of: bool) -> None:
        """Set what it says; `as_of` changes its ground, beside the words."""
        self.set_class(as_of, "-as-of")
        if (crumbs, right) != (self._crumbs, self._right):
            self._crumbs, self._right = crumbs, right
            self.refresh()

    def render(self) -> Content:
        """The line. Where there is no room for all, the last crumb stays longest."""
        cells = self.content_size.width
        right = clip(self._right, max(0, cells * 2 // 3))
        left = joined(self._crumbs, max(1, cells - width(right) - 2))
        return content(left + " " * max(1, cells - width(left) - width(right)) + right)


def joined(crumbs: Sequence[str], cells: int) -> str:
    """Crumbs in a line of at most `cells`: without the first of them where all are too long, then with the
    last but one cut."""
    shown = [sanitize.line(crumb) for crumb in crumbs]
    # Every shortening, the longest first; a place has only a few crumbs.
    lines = [BETWEEN.join(["…", *shown[first:]] if first else shown) for first in range(len(shown))]
    line = next((line for line in lines if width(line) <= cells), lines[-1] if lines else "")
    if len(shown) > 1 and line == lines[-1]:
        room = cells - width(BETWEEN.join(["…", "", shown[-1]]))
        if room >= LEAST:
            line = BETWEEN.join(["…", clip(shown[-2], room), shown[-1]])
    return clip(line, cells)


class KeyLine(Widget):
    """At most seven keys of the pane that has the focus."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._keys: Sequence[tuple[str, str]] = ()

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Set the keys: how each is written, and its word."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def render(self) -> Content:
        """The keys that fit, each with its word."""
        parts: list[tuple[str, str] | str] = []
        room = self.content_size.width
        for key, word in self._keys:
            needs = width(key) + width(word) + 3
            # The two blanks after the last word need no room.
            if needs > room + 2:
                break
            room -= needs
            parts += [(key, "bold $accent"), f" {word}  "]
        return content(*parts)
