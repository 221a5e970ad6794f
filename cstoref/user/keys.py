"""How a key is written in the config file, brought to the one form that the explorer knows.

People write `/`, `Ctrl+F` and `PgUp`; the terminal library says `slash`, `ctrl+f` and `pageup`, and silently
never runs a command bound to any other word. Must not import that library: a test holds the names to its own.
"""

from __future__ import annotations

import unicodedata
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
    if len(last) == 1 and last.isprintable() and last != " ":
        last = named(last)
    else:
        last = OTHERWISE.get(last.lower(), last.lower())
    if len(last) != 1 and last not in KNOWN:
        raise ValueError(_unknown(text, last, KNOWN, modifiers))
    for word in modifiers:
        if word not in MODIFIERS:
            raise ValueError(_unknown(text, word, MODIFIERS))
    if modifiers == ["shift"] and last.isalpha() and len(last) == 1:
        return last.upper()
    return "+".join([*modifiers, last.lower()]) if modifiers else last


def _parts(text: str) -> list[str]:
    if text == "+" or text.endswith("++"):
        return [*filter(None, text[:-1].split("+")), "+"]
    return text.split("+")


def _unknown(text: str, word: str, known: tuple[str, ...], before: list[str] | None = None) -> str:
    near = get_close_matches(word, (*known, *OTHERWISE), 1)
    if not near:
        return f"no key “{text}”; `cstoref keys` tells what your terminal sends"
    meant = "+".join([*(before or []), OTHERWISE.get(near[0], near[0])])
    return f"no key “{text}”; did you mean “{meant}”?"
