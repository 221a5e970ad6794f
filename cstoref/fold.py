"""Folding: what a name comes to when case, accents, script and punctuation do not matter.

Both sides of every comparison go through here: the names when a pack is compiled, the words when they are
typed. Plain ASCII, which most typed words are, is folded without loading the transliteration tables.
"""

from __future__ import annotations

_LETTERS = {
    # Where the general transliteration is not what is used for names in English.
    "ғ": "gh", "Ғ": "gh", "қ": "q", "Қ": "q", "ң": "ng", "Ң": "ng", "ө": "o", "Ө": "o",
    "ұ": "u", "Ұ": "u", "ү": "u", "Ү": "u", "һ": "h", "Һ": "h", "ҳ": "h", "Ҳ": "h",
    "ҷ": "j", "Ҷ": "j", "ӯ": "u", "Ӯ": "u", "ў": "u", "Ў": "u", "і": "i", "І": "i",
    "ё": "yo", "Ё": "yo", "й": "y", "Й": "y", "ъ": "", "ь": "", "Ъ": "", "Ь": "",
    "х": "kh", "Х": "kh", "щ": "shch", "Щ": "shch", "э": "e", "Э": "e", "є": "ye", "ї": "yi",
    "ʻ": "", "ʼ": "", "’": "", "‘": "", "`": "", "´": "", "'": "",
    "ք": "k", "Ք": "k", "չ": "ch", "Չ": "ch", "ճ": "ch", "ջ": "j", "ժ": "zh", "շ": "sh", "Շ": "sh",
    "ց": "ts", "ձ": "dz", "ծ": "ts", "խ": "kh", "ղ": "gh", "ռ": "r", "Ռ": "r", "ը": "y", "թ": "t",
    "փ": "p", "Փ": "p", "օ": "o", "և": "ev", "ե": "e", "Ե": "ye", "է": "e",
    "ə": "a", "Ə": "a", "š": "sh", "Š": "sh", "č": "ch", "Č": "ch", "ž": "zh", "Ž": "zh",
    "ł": "l", "Ł": "l", "ś": "s", "ń": "n", "ŭ": "u",
}  # fmt: skip


def words(text: str) -> str:
    """The folded words, with single blanks between: `Łukašenka, A.` becomes `lukashenka a`."""
    if not text.isascii():
        text = _latin(text)
    kept = (char if char.isalnum() else " " for char in text.replace("'", "").casefold())
    return " ".join("".join(kept).split())


def key(text: str) -> str:
    """The folded words without blanks, so that `C.S.T.O.` meets `CSTO` and `Alma Ata` meets `Alma-Ata`."""
    return words(text).replace(" ", "")


def grams(key: str) -> set[str]:
    """The trigrams of a key, its ends marked: what proposes near misses."""
    padded = f"^{key}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _latin(text: str) -> str:
    from unicodedata import normalize

    composed = normalize("NFC", text)
    changed = "".join(_LETTERS.get(char, char) for char in composed)
    if changed.isascii():
        return changed
    from anyascii import anyascii

    return anyascii(changed)
