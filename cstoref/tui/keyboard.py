"""Keys: how one is written for people, which ones other layouts have at its place, and the verb of each."""

from __future__ import annotations

from collections.abc import Mapping

from textual.keys import format_key

from cstoref.session.verbs import EXPLORER, VERBS, Verb
from cstoref.user.keys import named

OFFERED: dict[str, Verb] = {verb.id: verb for verb in VERBS if verb.offered_in(EXPLORER)}
"""The verbs that the explorer offers, by id, in the order of help."""
MOST_USED = ("find", "back", "quit", "enter", "leave", "find-here", "copy", "as-of", "help", "palette")
"""What help and palette begin with, by id: who opens them mostly looks for one of these."""
LAYOUTS = (
    # Russian, which Belarusian, Kazakh, Kyrgyz and Tajik typists use too, with its signs.
    ("qwertyuiop[]asdfghjkl;'zxcvbnm,./", "йцукенгшщзхъфывапролджэячсмитьбю."),
    ('{}:"<>?', "ХЪЖЭБЮ,"),
    # What is elsewhere on Ukrainian, Belarusian and Kazakh layouts.
    ("s]'}\"", "іїєЇЄ"),
    ("o", "ў"),
    ("2450-=/()", "әңғқөһ№ҰҚ"),
    # Armenian, phonetic; its two letters for r.
    ("qwertyuiop[]asdfghjklzxcvbnm", "քոերտըւիօպխծասդֆգհյկլզղցվբնմ"),
    ("r12345790=", "ռէթփձջևչճժ"),
    ("{}()!':.<>?", "ԽԾՉՃԷ՛։․«»՞"),
)
"""Keys of an American layout and the characters at their places on others, as xkeyboard-config has them."""
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


def _same_places() -> dict[str, tuple[str, ...]]:
    """Key to those that other layouts have at its place, as Textual names them.

    A character that two layouts have at different places means what it means on the first of them.
    """
    # A terminal sends the letter and not the key: on a Russian layout `j` arrives as `о`.
    places: dict[str, str] = {}
    for american, others in LAYOUTS:
        for key, char in zip(american, others, strict=True):
            places.setdefault(char, key)
            if key.isalpha() and char.upper() != char:
                places.setdefault(char.upper(), key.upper())
    same: dict[str, tuple[str, ...]] = {}
    for char, key in places.items():
        same[named(key)] = (*same.get(named(key), ()), named(char))
    return same


_SAME_PLACES = _same_places()


def same_place(key: str) -> tuple[str, ...]:
    """The keys that other layouts have at the place of a key, as Textual names them."""
    return _SAME_PLACES.get(key, ())


def with_other_layouts(keys: str) -> str:
    """Keys separated by commas, and those that are at their places on the layouts of the members."""
    listed = keys.split(",")
    others = dict.fromkeys(other for key in listed for other in same_place(key))
    return ",".join([*listed, *(other for other in others if other not in listed)])


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


def verbs_by_key(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The verb of every key, also of those that other layouts have at the place of one. `chosen` are the keys
    that a person has chosen, by verb: they take the place of its own."""
    keys = {id: verb.keys.split(",") for id, verb in OFFERED.items() if verb.keys and id not in chosen}
    bound: dict[str, str] = {}
    # The later ones win: a key as it is written before the same one of a layout, a chosen one before both.
    for listed in (keys, chosen):
        for layouts in (True, False):
            for id, own in listed.items():
                of_layouts = with_other_layouts(",".join(own)).split(",")
                bound |= dict.fromkeys(of_layouts if layouts else own, id)
    return bound
