"""How a key is written in the config file, brought to the one form that the explorer knows.

People write `/`, `Ctrl+F` and `PgUp`; the terminal library says `slash`, `ctrl+f` and `pageup`, and silently
never runs a command bound to any other word. Must not import that library: a test holds the names to its own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
NAMED = (
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace",
    "enter", "escape", "tab", "space", *(f"f{number}" for number in range(1, 25)),
)  # fmt: skip
OTHERWISE = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup",
             "pgdn": "pagedown", "option": "alt", "control": "ctrl", "cmd": "super"}  # fmt: skip
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""The library's own words for characters, where they are not those of Unicode."""


def named(char: str) -> str:
    """The name of the key that gives a character: itself for letters and digits, `slash` for `/`."""
    if char.isalnum():
        return char
    name = unicodedata.name(char, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


SIGNS = tuple(named(chr(code)) for code in range(0x21, 0x7F) if not chr(code).isalnum())
KNOWN = (*NAMED, *SIGNS)


def key(text: str) -> str:
    """The one form of a key: `ctrl+f` for `Ctrl+F`. Raises ValueError, naming the nearest one."""
    *before, last = _parts(text.strip())
    modifiers = sorted({OTHERWISE.get(word.lower(), word.lower()) for word in before})
    char = len(last) == 1 and last.isprintable()
    last = named(last) if char else OTHERWISE.get(last.lower(), last.lower())
    known = [last] if char else KNOWN
    if last not in known or not set(modifiers) <= set(MODIFIERS):
        near = [_nearest(word, MODIFIERS) for word in modifiers] + [_nearest(last, known)]
        meant = (
            f"did you mean “{'+'.join(near)}”?" if all(near) else "`cstoref keys` tells what a terminal sends"
        )
        raise ValueError(f"no key “{text}”; {meant}")
    # A terminal sends the capital letter, and never "shift" with the small one.
    if modifiers == ["shift"] and last.isalpha() and len(last) == 1:
        return last.upper()
    return "+".join([*modifiers, last.lower()]) if modifiers else last


def _parts(text: str) -> list[str]:
    # The last `+` is the key itself, as in `ctrl++`.
    if text == "+" or text.endswith("++"):
        return [*filter(None, text[:-1].split("+")), "+"]
    return text.split("+")


def _nearest(word: str, known: Sequence[str]) -> str:
    """The known word that is most like this one, or empty if none is."""
    near = get_close_matches(word, [*known, *(other for other in OTHERWISE if OTHERWISE[other] in known)], 1)
    return OTHERWISE.get(near[0], near[0]) if near else ""
