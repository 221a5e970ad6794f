"""The one door for text from data: what a terminal would obey is made visible, never sent.

Control characters become their Unicode control pictures (`␛`) or, like bidirectional and other invisible
format characters, their number (`<U+202E>`). Ordinary text of any script passes through untouched, so that
a quote stays a quote.
"""

from __future__ import annotations

JOINERS = "\u200c\u200d"  # part of ordinary spelling in some scripts, and of emoji
ISOLATE, POP = "\u2068", "\u2069"
_HEBREW = "\u0590"
"""Where the first right-to-left block begins."""


class _Table:
    """For `str.translate`: what stands for each character that must not be sent as it is."""

    def __init__(self, kept: str) -> None:
        self._kept = kept + JOINERS

    def __getitem__(self, code: int) -> str:
        char = chr(code)
        if char.isprintable() or char in self._kept:
            raise LookupError
        # No-break and other wide blanks are ordinary text, though `isprintable` is false for them. U+2028 and
        # U+2029 break lines.
        if char.isspace() and code >= 0xA0 and code not in (0x2028, 0x2029):
            raise LookupError
        return self.shown(code)

    def shown(self, code: int) -> str:
        """A picture of a control character, the number of any other."""
        if code < 0x20:
            # The block of control pictures has the order of the controls themselves.
            return chr(0x2400 + code)
        return "␡" if code == 0x7F else f"<U+{code:04X}>"


class _Escapes(_Table):
    """The same characters as the escapes that JSON has for them."""

    def shown(self, code: int) -> str:
        """One escape, or two for what lies beyond U+FFFF."""
        # JSON writes a code point beyond U+FFFF as a surrogate pair. `high` is negative for all others.
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{code:04x}" if high < 0 else f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


_LINE = _Table("")
_BLOCK = _Table("\n\t")
_JSON = _Escapes("")


def typed(text: str) -> str:
    """Text as it was typed, also where the locale does not know its letters; other bytes are replaced."""
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a pair, which no byte stands for
        raw = text.encode("utf-8", "replace")
    return raw.decode("utf-8", "replace")


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


def json(text: str) -> str:
    """JSON that is safe to print: it means the same, and what a terminal would obey stands in escapes."""
    # Line breaks are those of the indentation: a line break within a string is an escape already.
    return "\n".join(part if part.isprintable() else part.translate(_JSON) for part in text.split("\n"))


def isolated(text: str) -> str:
    """A line in which right-to-left text moves nothing beside it: each run of it stands between isolating
    marks, which take no cells. Only for the last step before a terminal."""
    # Nearly every line ends here: after one look at a flag, or at the few letters that may be such.
    if text.isascii() or not any(map(_is_right_to_left, [char for char in set(text) if char >= _HEBREW])):
        return text
    parts: list[str] = []
    done = 0
    for start, end in _runs(text):
        parts += [text[done:start], ISOLATE, text[start:end], POP]
        done = end
    return "".join([*parts, text[done:]])


def _runs(text: str) -> list[tuple[int, int]]:
    """Start and end of each stretch from one right-to-left character to the last before another letter or
    the gap of a column."""
    runs: list[tuple[int, int]] = []
    broken = True
    for at, char in enumerate(text):
        if _is_right_to_left(char):
            # Digits and punctuation between two right-to-left words belong to their run: the terminal orders
            # them with it.
            start = at if broken else runs.pop()[0]
            runs.append((start, at + 1))
            broken = False
        elif char.isalpha() or text[at : at + 2] == "  ":
            # Two blanks are the gap of a column: a run that crossed it would move the cells beyond.
            broken = True
    return runs


def _is_right_to_left(char: str) -> bool:
    # The blocks instead of `unicodedata.bidirectional`, which is an import and a call for each character.
    return (
        _HEBREW <= char <= "\u08ff"
        or "\ufb1d" <= char <= "\ufdff"
        or "\ufe70" <= char <= "\ufefc"
        or "\U00010800" <= char <= "\U00010fff"
        or "\U0001e800" <= char <= "\U0001eeff"
    )
