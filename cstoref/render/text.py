"""Text in cells: how wide it is, how it wraps, what marks and colours it takes.

Everything that comes from data passes `sanitize` here, so that no control reaches a terminal or a pipe.
"""

from __future__ import annotations

from cstoref import sanitize
from cstoref.model import INFERRED, QUOTED, REFERENCED
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

READING = 72
"""Cells of the longest line of running text: what reads well."""
_ZERO_WIDTH = ("Mn", "Me", "Cf")


class Marks(NamedTuple):
    """The marks of groundings and of conflicts; no meaning is shown only by colour."""

    quoted: str = "“"
    referenced: str = "◇"
    inferred: str = "≈"
    conflict: str = "!"
    possible: str = "?"
    rule: str = "─"
    dot: str = "·"
    more: str = "…"
    opening: str = "‹"
    closing: str = "›"

    @property
    def in_ascii(self) -> bool:
        """Whether the terminal has nothing but ASCII."""
        return self.dot == "-"

    def of(self, grounding: str) -> str:
        """The mark of a grounding."""
        return {QUOTED: self.quoted, REFERENCED: self.referenced, INFERRED: self.inferred}[grounding]


UNICODE = Marks()
ASCII = Marks('"', "<>", "~", "!", "?", "-", "-", "...", "[", "]")


COLOURS = ("1", "22", "2", "4", "24", "33", "39")
LINK, END = "\x1b]8;;", "\x1b\\"
"""The codes of colours and the form of a link: the only escape sequences that are ever sent, by `Style`."""


class Style(NamedTuple):
    """How to write: width in cells, which marks, whether with colour, and what to link to, by source."""

    width: int = 80
    marks: Marks = UNICODE
    colour: bool = False
    links: Mapping[str, str] = {}
    ids: bool = False
    """Whether the ids of statements stand below what rests on them, on a card or in an answer."""

    def bold(self, text: str) -> str:
        """The text in bold, where there is colour."""
        return f"\x1b[1m{text}\x1b[22m" if self.colour else text

    def dim(self, text: str) -> str:
        """The text dimmed, where there is colour."""
        return f"\x1b[2m{text}\x1b[22m" if self.colour else text

    def matched(self, text: str) -> str:
        """The text as what was sought: underlined where there is colour, else between marks."""
        return f"\x1b[4m{text}\x1b[24m" if self.colour else f"{self.marks.opening}{text}{self.marks.closing}"

    def strong(self, text: str) -> str:
        """The text as a warning, where there is colour."""
        return f"\x1b[33m{text}\x1b[39m" if self.colour else text

    def linked(self, text: str, source: str) -> str:
        """The text as a link to where a source is published, where there is an address for it."""
        address = self.links.get(source, "")
        return f"{LINK}{address}{END}{text}{LINK}{END}" if is_address(address) else text


def is_address(text: str) -> bool:
    """Whether a terminal may be given this to open: a web address and nothing that it would obey."""
    return (
        # ASCII only: a control or a look-alike letter inside an OSC 8 sequence would be obeyed or mislead.
        text.startswith(("https://", "http://")) and text.isascii() and text.isprintable() and " " not in text
    )


_KNOWN = dict.fromkeys("“”‘’–—…◇≈·─¶ ", 1)
"""Cells of characters beyond U+02FF: what our own marks and the texts are full of, then whatever was met."""


def width(text: str) -> int:
    """Cells that a text takes: wide characters two, combining ones none."""
    if text.isascii():
        # `isascii` reads a flag: nearly all lines are measured without a look at their characters. wcwidth
        # does the same by hand-made tables, but is one more package and an import of every look-up.
        return len(text)
    # Below U+0300 there are neither wide nor combining characters.
    beyond = [char for char in text if char > "\u02ff"]
    return len(text) - len(beyond) + sum([_cells(char) for char in beyond])


def is_narrow(text: str) -> bool:
    """Whether every character takes one cell."""
    return text.isascii() or all(_cells(char) == 1 for char in text if char > "\u02ff")


def _cells(char: str) -> int:
    if char < "\u0300":
        return 1
    cells = _KNOWN.get(char)
    if cells is None:
        from unicodedata import category, east_asian_width

        # "A" (ambiguous) counts as one cell: so do terminals unless set to a CJK locale.
        wide = 2 if east_asian_width(char) in "WF" else 1
        cells = _KNOWN[char] = 0 if category(char) in _ZERO_WIDTH else wide
    return cells


def clip(text: str, cells: int, more: str = "…") -> str:
    """The text on one line, safe to print, cut to a number of cells."""
    text = sanitize.line(text)
    # No character takes more than two cells: what is half as long fits, whatever it is.
    if len(text) * 2 <= cells or width(text) <= cells:
        return text
    # Cut by cells and not by characters: a wide character that does not fit whole is left out.
    room, kept = cells - width(more), []
    for char in text:
        room -= _cells(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + more


def clip_middle(text: str, cells: int, more: str = "…") -> str:
    """The text on one line, cut in its middle, between words where that is possible, so that names that begin
    alike can be told apart: `Decision on … air force`."""
    text = sanitize.line(text)
    if width(text) <= cells:
        return text
    words = text.split()
    head, tail, grew = 0, 0, True
    while grew:
        grew = False
        # From both ends in turn, as long as the next word fits.
        either = ((head + 1, tail), (head, tail + 1))
        for ends in either if head <= tail else either[::-1]:
            if sum(ends) < len(words) and _cells_of(words, *ends) <= cells - width(more):
                (head, tail), grew = ends, True
                break
    if not (head and tail):
        # Reversed, so that the cells of the end are counted as `clip` counts those of the beginning.
        end = clip(text[::-1], cells // 3, "")[::-1]
        return f"{clip(text, cells - width(end), more)}{end}"
    return " ".join((*words[:head], more, *words[len(words) - tail :]))


def _cells_of(words: list[str], head: int, tail: int) -> int:
    """Cells of some words from both ends, with a blank for each."""
    return sum(width(word) + 1 for word in (*words[:head], *words[len(words) - tail :]))


def listed(names: Sequence[str], cells: int) -> str:
    """As many names as fit, and how many are left out: `Burabay, Borovoye and 3 more`."""
    for left_out in range(len(names)):
        shown = names[: len(names) - left_out]
        words = f"{', '.join(shown)}{f' and {left_out} more' if left_out else ''}"
        if width(words) <= cells:
            return words
    return clip(names[0], max(1, cells)) if len(names) == 1 else f"{len(names)} names"


def fitting(parts: Sequence[str], cells: int, between: str = " · ") -> str:
    """Parts in one line, without the last of them where there is no room for all; the first is cut if need
    be."""
    kept = list(parts)
    while len(kept) > 1 and width(between.join(kept)) > cells:
        kept.pop()
    return clip(between.join(kept), cells)


def pad(text: str, cells: int) -> str:
    """The text with blanks after it, up to a number of cells."""
    return text + " " * max(0, cells - width(text))


def spread(left: str, right: str, cells: int) -> str:
    """One line with `left` at its beginning and `right` at its end; both are cut if need be, `left` first."""
    # At most two thirds, so that something of the left always stays.
    right = clip(right, max(1, cells * 2 // 3))
    room = cells - width(right) - 2
    left = clip(left, max(1, room))
    return pad(left, cells - width(right)) + right


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells`, broken at blanks where that is possible."""
    return list(_wrapped(sanitize.line(text), max(1, cells)))


def _wrapped(text: str, cells: int) -> Iterator[str]:
    line, used = "", 0
    measure = len if text.isascii() else width
    for word in text.split():
        needs = measure(word)
        if line and used + 1 + needs <= cells:
            line, used = f"{line} {word}", used + 1 + needs
            continue
        if line:
            yield line
        # A word longer than a line, such as an address, is broken; any other stays whole.
        if needs > cells:
            *whole, word = _cut(word, cells)
            yield from whole
            needs = width(word)
        line, used = word, needs
    if line:
        yield line


def _cut(word: str, cells: int) -> list[str]:
    """A word that is too long in parts that fit, in one pass: a text without blanks is one word. A part ends
    with a hyphen or slash where it has one in its second half, and has one character at least."""
    parts: list[str] = []
    start = used = 0
    for at, char in enumerate(word):
        needs = _cells(char)
        if used + needs > cells and at > start:
            end = max(word.rfind(sign, (start + at) // 2, at) for sign in "-/") + 1 or at
            parts.append(word[start:end])
            start, used = end, width(word[end:at])
        used += needs
    return [*parts, word[start:]]
