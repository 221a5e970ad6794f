"""Lines of styled text: what every pane of the explorer is made of, and the door for data to the screen.

Text becomes a `Piece` only here, through `sanitize`, and is drawn as plain segments: never as markup, so that
a quote with `[sic]` or `[/` shows as it is, and no control reaches the terminal.
"""

from __future__ import annotations

from functools import lru_cache

from cstoref import sanitize
from cstoref.namedtuples import NamedTuple
from cstoref.render.text import clip, pad, width, wrap

Key = str | int | None
KNOWN, UNKNOWN = "known", "unknown"
"""A name that a record has, and one that none has."""


@lru_cache(maxsize=4096)
def drawn(text: str) -> str:
    """Text as it goes to the screen: the last step, for whatever was not made visible before."""
    # Isolation last: its marks are invisible format characters, which `line` would show as numbers.
    if "\n" not in text:
        return sanitize.isolated(sanitize.line(text))
    return "\n".join(sanitize.isolated(sanitize.line(part)) for part in text.split("\n"))


class Piece(NamedTuple):
    """A run of text in one style, which `themes.LOOKS` names.

    With a key it is an item of its own, a cell beside others of its line, which itself has no key then.
    """

    text: str
    style: str = "text"
    key: Key = None
    link: str = ""
    """A web address that the terminal opens when the text is clicked; `is_address` holds for it."""
    under: str = ""
    """What stands below the text: nothing, KNOWN or UNKNOWN."""


class Line(NamedTuple):
    """One line of a pane. Lines with the same key are one item; what has no key cannot be chosen."""

    pieces: tuple[Piece, ...]
    key: Key = None


def plain(text: str, style: str = "text", key: Key = None) -> Line:
    """A line of one style."""
    return Line((Piece(sanitize.line(text), style),), key)


def titled(text: str, cells: int, right: str = "") -> list[Line]:
    """A title in at most two lines, with something at the end of the last where there is room for it."""
    *before, last = wrap(text, cells - 1) or [""]
    if len(before) > 1:
        last = clip(" ".join((*before[1:], last)), cells - 1)
    right = sanitize.line(right) if width(last) + width(right) + 2 < cells else ""
    end = Line((Piece(pad(last, cells - width(right) - 1), "title"), Piece(right, "dim")))
    return [*(plain(line, "title") for line in before[:1]), end]


def blank() -> Line:
    """An empty line."""
    return Line(())


def paragraph(text: str, cells: int, style: str = "text", indent: int = 0, key: Key = None) -> list[Line]:
    """Text wrapped to a width, as lines of one style."""
    return [Line((Piece(" " * indent + part, style),), key) for part in wrap(text, max(1, cells - indent))]


def paragraphs(text: str, cells: int, style: str, indent: int = 0, key: Key = None) -> list[Line]:
    """A text of several lines, each wrapped to a width; an empty one stays."""
    parts = [paragraph(part, cells, style, indent, key) for part in text.split("\n")]
    return [line for part in parts for line in part or [Line((), key)]]


def columns(parts: list[tuple[str, int, str]], key: Key = None) -> Line:
    """One line of columns: text, cells and style of each; too long a text is cut."""
    return Line(tuple(Piece(pad(clip(text, cells), cells), style) for text, cells, style in parts), key)


def heading(text: str, cells: int, right: str = "") -> Line:
    """A heading with something at its end."""
    room = cells - width(right)
    return Line((Piece(pad(clip(text, room - 1), room), "heading"), Piece(sanitize.line(right), "dim")))
