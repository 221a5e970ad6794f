"""What the world calls things that a pack may or may not have: names of territories in many languages, and
words that are never taken for a misspelt name.

`names.tsv` and `territories.txt` are generated (`make world-names`); `peoples.txt` is written by hand, and
`common.txt` has the common words of English of six letters and more, from the lists of SCOWL (see NOTICE).
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator

FOLDER = os.path.dirname(__file__)
SHORT = 5
"""Letters up to which a word is not taken for a plural."""
LANGUAGES = "languages"
"""The code of the line that has the English names of the languages."""
_KNOWN: dict[str, str] = {}


def names(codes: Container[str]) -> Iterator[tuple[str, str, str]]:
    """Each name of the territories and time zones with these codes: the code, the English name of its
    language, and the name."""
    spoken: dict[str, str] = {}
    for line in _read("names.tsv").splitlines():
        code, tab, rest = line.partition("\t")
        if code == LANGUAGES or (tab and code in codes):
            tagged = [part.partition(" ")[::2] for part in rest.split("\t")]
            if code == LANGUAGES:
                spoken = dict(tagged)
            else:
                yield from ((code, spoken[tag], name) for tag, name in tagged)


def language(code: str) -> str:
    """The English name of a language by its code (`de`); empty where it is not known."""
    for line in _read("names.tsv").splitlines():
        line_code, _, rest = line.partition("\t")
        if line_code == LANGUAGES:
            return dict(part.partition(" ")[::2] for part in rest.split("\t")).get(code, "")
    return ""


def zones() -> Iterator[str]:
    """The time zones of which the city is named: `Asia/Bishkek`."""
    for line in _read("names.tsv").splitlines():
        code, tab, _ = line.partition("\t")
        if tab and "/" in code:
            yield code


def is_territory(key: str) -> bool:
    """Whether a folded key is the name of any territory, or of a city of `names.tsv`, in any language."""
    return _has_line(_kept("territories.txt"), key)


def is_people(key: str) -> bool:
    """Whether a folded key is that of a people, a language, a capital or a region, one or several."""
    if "peoples.txt" not in _KNOWN:
        lines = _read("peoples.txt").replace("_", "").casefold().splitlines()
        _KNOWN["peoples.txt"] = " ".join(("", *(line for line in lines if line[:1] != "#"), ""))
    singular = key[:-1] if key.endswith("s") and len(key) > SHORT else key
    return any(f" {word} " in _KNOWN["peoples.txt"] for word in (key, singular))


def is_common(word: str) -> bool:
    """Whether a folded word is a common word of English."""
    return _has_line(_kept("common.txt"), word)


def _has_line(text: str, wanted: str) -> bool:
    """Whether a text of sorted lines, with a line break at both ends, has a line. By halves, since looking
    through all of it costs as much as the rest of an answer."""
    low, high = 0, len(text) - 1
    while low < high:
        start = text.rfind("\n", 0, (low + high) // 2 + 1)
        end = text.find("\n", start + 1)
        line = text[start + 1 : end]
        if line == wanted:
            return True
        if line < wanted:
            low = end
        else:
            high = start
    return False


def _kept(name: str) -> str:
    if name not in _KNOWN:
        _KNOWN[name] = _read(name)
    return _KNOWN[name]


def _read(name: str) -> str:
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()
