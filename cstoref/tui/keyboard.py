"""Keys: how one is written for people, and which one gives the same letter on a Cyrillic layout."""

from __future__ import annotations

from textual.keys import format_key

_CYRILLIC = dict(zip("qwertyuiop[]asdfghjklzxcvbnm", "йцукенгшщзхъфывапролдячсмить", strict=False))
_BRACKETS = {"left_square_bracket": "[", "right_square_bracket": "]"}
_WRITTEN = {
    "enter": "⏎",
    "escape": "Esc",
    "backspace": "⌫",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def written(key: str) -> str:
    """A key as people write it: `/` for `slash`, `alt+←` for `alt+left`."""
    if key in _WRITTEN:
        return _WRITTEN[key]
    *modifiers, last = key.split("+")
    name = _WRITTEN.get(last) or (last.upper() if last[0] == "f" and last[1:].isdigit() else format_key(last))
    return "+".join([*modifiers, name])


def cyrillic(key: str) -> str:
    """The key at the same place on a Russian layout, or empty where it gives no letter."""
    char = _BRACKETS.get(key, key)
    if char in _CYRILLIC:
        return _CYRILLIC[char]
    return _CYRILLIC[char.lower()].upper() if char.lower() in _CYRILLIC and char.isupper() else ""


def with_cyrillic(keys: str) -> str:
    """Keys separated by commas, and those that are at their places on a Russian layout."""
    listed = keys.split(",")
    return ",".join([*listed, *(other for key in listed if (other := cyrillic(key)))])
