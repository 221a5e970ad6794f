"""Lines as they are drawn: each as one strip, with its cell of the scroll bar.

Those without the cursor are kept for when they are on the screen again, as most of them are after a key that
scrolls.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from cstoref.render.text import width
from cstoref.tui.line import KNOWN, Key, Line, drawn
from cstoref.tui.themes import look

THUMB = "▐"
"""A cell of the scroll bar where it is full."""
POINTER = "▸"
"""Stands before the item under the cursor, so that it is not marked only by colour."""
STANDING_OUT = ("lit", "found")
"""Styles that keep their colours under the cursor: a lit passage is what the reader came for."""
MOST = 2000
"""Lines that are kept; beyond them all are drawn anew."""


class Looks(dict[str, Style]):
    """The style of each name of a style on a ground, worked out when it is first asked for."""

    def __init__(self, base: Style, colours: Mapping[str, str]) -> None:
        super().__init__()
        self._base, self._colours = base, colours

    def __missing__(self, name: str) -> Style:
        style = self[name] = self._base + look(name, self._colours)
        return style


class LineStrips:
    """Draws the lines of a view."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, bool], tuple[Line, Strip]] = {}
        self._drawn_with: tuple[Style, int, Mapping[str, str]] | None = None
        self._base, self._cells = Style(), 0
        self._colours: Mapping[str, str] = {}
        self._looks = Looks(self._base, self._colours)
        self._over: Style | None = None
        self._under = range(0)
        self._cursor: Key = None
        self._bar = Segment(" "), Segment(THUMB)
        self.empty = Strip([])
        """What is below the last line."""

    def begin(self, base: Style, cells: int, colours: Mapping[str, str]) -> None:
        """Draw lines of so many cells from now on; what is kept is forgotten where it would look another
        way. `colours` are the variables of the theme."""
        if (base, cells, colours) != self._drawn_with or len(self._kept) > MOST:
            self._drawn_with = base, cells, colours
            self._base, self._cells, self._colours = base, cells, colours
            self._looks = Looks(base, colours)
            self._bar = Segment(" ", base), Segment(THUMB, self._looks["thumb"])
            self.empty = Strip([Segment(" " * (cells + 1), base)], cells + 1)
            self._kept.clear()

    def put_cursor(self, cursor: Key, under: range, strong: bool) -> None:
        """Where the cursor is: on which item, which lines that has, and whether it is strong or faint."""
        self._cursor, self._under = cursor, under
        self._over = look("cursor" if strong else "cursor-blurred", self._colours) if under else None

    def strip(self, line: Line, at: int, full: bool) -> Strip:
        """A line at its place among the lines, before a cell of the bar, which is full or not."""
        if at in self._under:
            return self._made(line, at, full)
        kept = self._kept.get((at, full))
        if kept is None or kept[0] is not line:
            kept = self._kept[at, full] = line, self._made(line, at, full)
        return kept[1]

    def pinned(self, line: Line, full: bool) -> Strip:
        """A line that does not scroll, before a cell of the bar."""
        return Strip([*self._segments(line, -1), self._bar[full]], self._cells + 1)

    def selected(self, line: Line, at: int, full: bool, span: tuple[int, int] | None, style: Style) -> Strip:
        """A line with what the mouse selected of it standing out: a span of its letters, whose end is -1 at
        the end of the line."""
        strip = Strip(self._segments(line, at), self._cells)
        if span is not None:
            text = strip.text
            # The selection counts letters, a strip is divided by cells: a wide letter is two of the latter.
            left = width(text[: span[0]])
            right = self._cells if span[1] < 0 else width(text[: span[1]])
            before, within, after = strip.divide([left, max(left, right), self._cells])
            strip = Strip.join((before, within.apply_style(style), after))
        return Strip([*strip.apply_offsets(0, at), self._bar[full]], self._cells + 1)

    def _made(self, line: Line, at: int, full: bool) -> Strip:
        """A line before a cell of the bar, with the place of each letter for the mouse."""
        x, segments = 0, []
        for text, style, _ in self._segments(line, at):
            segments.append(Segment(text, _placed(style or self._base, x, at)))
            x += len(text)
        segments.append(self._bar[full])
        return Strip(segments, self._cells + 1)

    def _segments(self, line: Line, at: int) -> list[Segment]:
        """A line in its styles, as wide as the view; `at` is its place, by which the cursor may be on it."""
        over = self._over if at in self._under else None
        whole = over is not None and line.key == self._cursor
        pointed = over is not None and at == self._under.start
        segments: list[Segment] = []
        used = 0
        for piece in line.pieces:
            text, style = piece.text, self._looks[piece.style]
            if over is not None and (whole or piece.key == self._cursor):
                style = style if piece.style in STANDING_OUT else style + over
                if pointed:
                    text, pointed = _pointed(text, segments), False
            if piece.under:
                style += self._line_below(piece.under)
            if piece.link:
                style += Style(link=piece.link)
            segments.append(Segment(drawn(text), style))
            used += cell_len(segments[-1].text)
        rest = self._base + over if whole and over is not None else self._base
        if used < self._cells:
            segments.append(Segment(" " * (self._cells - used), rest))
        return segments if used <= self._cells else Segment.adjust_line_length(segments, self._cells)

    def _line_below(self, name: str) -> Style:
        """A line below a name that is known; two, in a colour of their own, below one that is not."""
        if name == KNOWN:
            return Style(underline=True)
        # Terminals have no dotted line below text in common; some draw two lines as one.
        return Style(underline2=True, color=self._looks["mark"].color)


@lru_cache(maxsize=8192)
def _placed(style: Style, x: int, y: int) -> Style:
    """A style with the place of its first letter, by which Textual knows what the mouse selects."""
    return style + Style.from_meta({"offset": (x, y)})


def _pointed(text: str, before: list[Segment]) -> str:
    """A text with the pointer in the blank that it begins with, else in the blank that stands before it."""
    if text.startswith(" "):
        return POINTER + text[1:]
    if before and before[-1].text.endswith(" "):
        before[-1] = Segment(before[-1].text[:-1] + POINTER, before[-1].style)
    return text
