"""Reads plain text: paragraphs with blank lines between, a paragraph a line, or lines broken at a width."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from .document import Document, UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What a text begins with that says its encoding itself."""
NARROWEST, WIDEST = 40, 100
"""Letters of lines that an editor or a mail program has broken."""
_BULLET = re.compile(r"\s*([-*•–—]|\d{1,3}[.)])\s")


def decoded(raw: bytes, encoding: str = "") -> str:
    """The text of some bytes: in the encoding that is given, that they begin with, or UTF-8."""
    named = encoding or next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(named)
    except LookupError:
        raise UnreadableDocument(
            f"cannot be read: there is no encoding “{encoding}”, such as cp1251"
        ) from None
    except UnicodeError:
        raise UnreadableDocument(
            f"is not in {named.upper()}; name its encoding, such as --encoding cp1251"
        ) from None
    if "\0" in text:
        raise UnreadableDocument("has null characters; it is not a text")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read(raw: bytes, encoding: str = "") -> Document:
    """The paragraphs of a plain text."""
    joined = 0
    paragraphs: list[str] = []
    for block in blocks(decoded(raw, encoding)):
        if _is_wrapped(block):
            paragraphs.append(" ".join(block))
            joined += len(block)
        else:
            paragraphs += block
    remark = f"joined {joined:,} lines that were broken at a width"
    return Document(tuple(paragraphs), remarks=(remark,) if joined else ())


def blocks(text: str) -> list[list[str]]:
    """The lines of a text in groups, as blank lines and page breaks part them."""
    groups: list[list[str]] = [[]]
    for line in text.replace("\f", "\n\n").split("\n"):
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph: all but the last are about as long as a width, and none begins a
    list."""
    if len(lines) < 2 or max(map(len, lines)) > WIDEST or any(map(_BULLET.match, lines[1:])):
        return False
    width = max(map(len, lines))
    # A line is broken where the next word did not fit: no line of a paragraph is much shorter.
    return width >= NARROWEST and all(
        len(line) + 1 + len(following.split(" ", 1)[0]) > width * 0.9 for line, following in pairwise(lines)
    )
