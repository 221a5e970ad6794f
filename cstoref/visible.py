"""The one door for text from data: what a terminal would obey is made visible, never sent.

Control characters become their Unicode control pictures (`␛`) or, like bidirectional and other invisible
format characters, their number (`<U+202E>`). Ordinary text of any script passes through untouched, so that
a quote stays a quote.
"""

from __future__ import annotations

JOINERS = "\u200c\u200d"  # part of ordinary spelling in some scripts, and of emoji


class _Table:
    """For `str.translate`: what stands for each character that must not be sent as it is."""

    def __init__(self, kept: str) -> None:
        self._kept = kept + JOINERS

    def __getitem__(self, code: int) -> str:
        char = chr(code)
        if char.isprintable() or char in self._kept:
            raise LookupError
        if code < 0x20:
            return chr(0x2400 + code)
        if code == 0x7F:
            return "␡"
        if char.isspace() and code >= 0xA0 and code not in (0x2028, 0x2029):
            raise LookupError
        return f"<U+{code:04X}>"


_LINE = _Table("")
_BLOCK = _Table("\n\t")


def line(text: str) -> str:
    """Text as one line that is safe to print: every control shows; line breaks and tabs become blanks."""
    if text.isprintable():
        return text
    return text.replace("\n", " ").replace("\t", " ").translate(_LINE)


def block(text: str) -> str:
    """Text of several lines that is safe to print: line breaks and tabs stay, other controls show.

    What is shown may be longer than what was given: offsets into `text` need `block` on each part.
    """
    if text.isprintable():
        return text
    return text.translate(_BLOCK)
