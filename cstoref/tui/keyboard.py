"""Keys: how one is written for people, which one gives the same letter on a Cyrillic layout, and the bindings
of the verbs."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding
from textual.keys import format_key

from cstoref.session.verbs import EXPLORER, VERBS, Verb

OFFERED: dict[str, Verb] = {verb.id: verb for verb in VERBS if verb.offered_in(EXPLORER)}
"""The verbs that the explorer offers, by id, in the order of help."""
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


class Keys:
    """The keys of the verbs, with those that the person chose."""

    def __init__(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """`chosen` gives keys by the id of a verb."""
        self._shown = {
            verb.id: [written(key) for key in chosen.get(verb.id) or verb.keys.split(",") if key][:2]
            for verb in OFFERED.values()
        }

    def all_of(self, verb: Verb) -> str:
        """The first two keys of a verb as they are written; empty where it has none."""
        return " ".join(self._shown[verb.id])

    def first_of(self, verb: Verb) -> str:
        """The first key of a verb as it is written; empty where it has none."""
        return next(iter(self._shown[verb.id]), "")


def bindings() -> list[Binding]:
    """The default keys of every verb that has any, also those of a Cyrillic layout."""
    return [
        Binding(with_cyrillic(verb.keys), f"run('{verb.id}')", verb.help, show=False, id=verb.id)
        for verb in OFFERED.values()
        if verb.keys
    ]


def keymap(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The person's keys by verb, as Textual takes them, with those of a Cyrillic layout."""
    return {id: with_cyrillic(",".join(keys)) for id, keys in chosen.items()}
