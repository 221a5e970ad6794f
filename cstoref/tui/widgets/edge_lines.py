"""The line above the panes and the line below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from cstoref import sanitize
from cstoref.render.text import clip, width, wrap
from cstoref.tui.content import content

BETWEEN, DOT = " › ", " · "
MOST_LINES = 4
"""Lines of what is said at once."""
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
        self._right: Sequence[str] = ()
        self._spare: Sequence[str] = ()

    def show(self, crumbs: Sequence[str], right: Sequence[str], spare: Sequence[str], as_of: bool) -> None:
        """Set what it says: where one is, and at the right end what must be read, before what may be left
        out. `as_of` changes its ground, beside the words."""
        self.set_class(as_of, "-as-of")
        if (crumbs, right, spare) != (self._crumbs, self._right, self._spare):
            self._crumbs, self._right, self._spare = crumbs, right, spare
            self.refresh()

    def render(self) -> Content:
        """The line."""
        return content(top_line(self._crumbs, self._right, self._spare, self.content_size.width))


def top_line(crumbs: Sequence[str], right: Sequence[str], spare: Sequence[str], cells: int) -> str:
    """Crumbs, and what is at the right end. Where there is no room for all, the last of `spare` gives way
    first; the last crumb stays longest."""
    needed = width(BETWEEN.join(crumbs)) + 2
    kept = list(spare)
    while kept and needed + width(DOT.join([*right, *kept])) > cells:
        kept.pop()
    end = clip(DOT.join([*right, *kept]), max(0, cells * 2 // 3))
    left = joined(crumbs, max(1, cells - width(end) - 2))
    return f"{left}{' ' * max(1, cells - width(left) - width(end))}{end}"


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
    """At most seven keys of what has the cursor, each of which can be clicked; or what there is to say
    until the next key. It covers nothing but itself, unless what is said needs more lines."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    KeyLine.-says { background: $surface; text-style: bold; }
    """

    def __init__(self, run: Callable[[str], None], *, id: str) -> None:
        """`run` is called with the id of the verb whose key was clicked."""
        super().__init__(id=id)
        self._run = run
        self._keys: Sequence[tuple[str, str, str]] = ()
        self.said = ""
        """What is said at the moment."""

    def show(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Set the keys: the id of the verb of each, how it is written, and its word."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def say(self, sentence: str) -> None:
        """Say something in the place of the keys, until `clear`. A further sentence comes behind it."""
        self._set(f"{self.said} {sentence}".strip() if sentence not in self.said else self.said)

    def clear(self) -> None:
        """Show the keys again."""
        if self.said:
            self._set("")

    def _set(self, said: str) -> None:
        lines = self.lines_for(self.size.width or self.screen.size.width)
        self.said = said
        self.set_class(bool(said), "-says")
        # Only more lines change the layout, which costs more than to draw one.
        self.refresh(layout=self.lines_for(self.size.width or self.screen.size.width) != lines)

    def lines_for(self, cells: int) -> int:
        """How many lines it takes on a screen of a width; 0 where keys may be left out."""
        return len(self._said_lines(cells)) if self.said else 0

    def _said_lines(self, cells: int) -> list[str]:
        return wrap(self.said, max(8, cells - 2))[:MOST_LINES] or [""]

    def render(self) -> Content:
        """What is said, or the keys that fit, each with its word."""
        if self.said:
            return content("\n".join(self._said_lines(self.size.width)))
        return content(
            *(part for _, key, word in self._fitting() for part in ((key, "bold $accent"), f" {word}  "))
        )

    def _fitting(self) -> list[tuple[str, str, str]]:
        fitting = []
        room = self.content_size.width
        for id, key, word in self._keys:
            needs = width(key) + width(word) + 3
            # The two blanks after the last word need no room.
            if needs > room + 2:
                break
            room -= needs
            fitting.append((id, key, word))
        return fitting

    def on_click(self, event: events.Click) -> None:
        """Run the verb whose key or word was clicked."""
        spot = event.get_content_offset(self)
        if self.said or spot is None:
            self.clear()
            return
        left = 0
        for id, key, word in self._fitting():
            right = left + width(key) + width(word) + 1
            if left <= spot.x < right:
                self._run(id)
                return
            left = right + 2
