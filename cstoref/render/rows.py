"""Rows of a view: text whose parts know how they look and where they lead, one layout for every face.

The command line writes them as text, the explorer draws them as lines with a cursor, plain mode numbers them.
"""

from __future__ import annotations

from cstoref import sanitize
from cstoref.namedtuples import NamedTuple

from .text import Style, clip, pad, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Part(NamedTuple):
    """A run of text. `look` is the name of a style; `key` says where it leads, a cell beside others."""

    text: str
    look: str = "text"
    key: str | None = None


class Row(NamedTuple):
    """One line. Rows of one key are one item; a key is an id, or `SOURCE:OFFSET`."""

    parts: tuple[Part, ...]
    key: str | None = None

    @property
    def text(self) -> str:
        """The line without looks."""
        return "".join(part.text for part in self.parts)


BLANK = Row(())


def row(text: str, look: str = "text", key: str | None = None) -> Row:
    """A row of one look."""
    return Row((Part(sanitize.line(text), look),), key)


def wrapped(text: str, cells: int, look: str = "text", key: str | None = None, indent: int = 0) -> list[Row]:
    """Text in rows of at most `cells`, the indent among them."""
    return [row(" " * indent + line, look, key) for line in wrap(text, max(1, cells - indent))]


def headed(left: str, right: str, cells: int, look: str = "heading") -> Row:
    """A heading with something dim at its end."""
    right = clip(right, max(0, cells * 2 // 3))
    room = cells - width(right)
    return Row((Part(pad(clip(left, max(1, room - 2)), room), look), Part(right, "dim")))


def spaced(items: Iterable[str], cells: int, look: str = "dim", gap: str = "   ") -> Iterator[Row]:
    """Short texts beside each other with a gap between, in as many rows as it takes."""
    line = ""
    for item in items:
        longer = f"{line}{gap}{item}" if line else f" {item}"
        if line and width(longer) > cells:
            yield row(line, look)
            longer = f" {item}"
        line = longer
    if line:
        yield row(line, look)


def written(rows: Iterable[Row], style: Style) -> Iterator[str]:
    """The rows as lines of text, with bold and dim where there is colour."""
    for one in rows:
        if not style.colour:
            yield one.text.rstrip()
            continue
        yield "".join(_coloured(part, style) for part in one.parts).rstrip()


def _coloured(part: Part, style: Style) -> str:
    if part.look in ("heading", "title", "lit"):
        return style.bold(part.text)
    if part.look == "dim":
        return style.dim(part.text)
    return style.strong(part.text) if part.look == "conflict" else part.text
