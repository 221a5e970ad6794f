"""Folding: what a name comes to when case, accents, script and punctuation do not matter.

Both sides of every comparison go through here: the names when a pack is compiled, the words when they are
typed. Plain ASCII, which most typed words are, is folded without loading the transliteration tables.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = {
    # Cyrillic and Armenian as they are romanised in English, and letters where the general transliteration is
    # not what is used for names. Lower case: case goes first.
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
    "ҳ": "h", "ҷ": "j", "ӯ": "u", "ӣ": "i", "ў": "u", "і": "i", "ә": "a", "є": "ye", "ї": "yi", "ґ": "g",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'",
    "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "y", "թ": "t", "ժ": "zh",
    "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh", "ճ": "ch", "մ": "m",
    "յ": "y", "ն": "n", "շ": "sh", "ո": "o", "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s", "վ": "v",
    "տ": "t", "ր": "r", "ց": "ts", "ւ": "v", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f",
    "ə": "a", "š": "sh", "č": "ch", "ž": "zh", "ł": "l", "ś": "s", "ń": "n", "ŭ": "u",
    # Signs of our own texts: the general transliteration is loaded for letters only.
    "≈": " ", "–": " ", "—": " ", "…": " ", "“": " ", "”": " ", "„": " ", "«": " ", "»": " ", "·": " ",
}  # fmt: skip
_ROMANISED = (
    {"й": "i", "ю": "iu", "я": "ia", "ё": "e"},  # passports
    {"й": "j", "ю": "ju", "я": "ja", "ё": "jo", "х": "h", "ц": "c"},  # libraries
)
"""Letters of Cyrillic that others write otherwise than the table."""
_HARD = "бвгджзклмнпрстфхцчшщ"
_FIRST = {"ե": "ye", "ո": "vo"}
"""Armenian letters that sound otherwise at the beginning of a word."""
_SOUNDS = (
    ("shch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ts", "c"),
    ("tz", "c"), ("y", "i"), ("ie", "e"), ("ii", "i"), ("ou", "u"), ("w", "v"), ("q", "k"),
)  # fmt: skip
"""Romanisations of one sound, in the order in which they are read: each comes to the letters beside it."""
_UNSPACED = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\U00020000", "\U0002ffff"),
)  # fmt: skip
"""First and last character of each script without blanks."""
_BLANKS = {ord(char): " " for char in map(chr, range(128)) if not char.isalnum()}
"""Each plain character that no word has, and what becomes of it."""
PAIRS = {"ու": "u", "եւ": "ev"}
"""Armenian pairs of letters that are one sound; lower case makes a pair of `և`."""


def words(text: str) -> str:
    """The folded words, with single blanks between: `Łukašenka, A.` becomes `lukashenka a`.

    An apostrophe is left out, and with it the s of a possessive: `CSTO's` becomes `csto`.
    """
    # `isascii` reads a flag of the string; the transliteration tables would cost an import on every look-up.
    text = text.casefold() if text.isascii() else _latin(text)
    if "'" in text:
        text = _without_apostrophes(text)
    if text.isascii():  # at once: a list folds thousands of names for one key
        return " ".join(text.translate(_BLANKS).split())
    return " ".join("".join([char if char.isalnum() else " " for char in text]).split())


def key(text: str) -> str:
    """The folded words without blanks, so that `C.S.T.O.` meets `CSTO` and `Alma Ata` meets `Alma-Ata`."""
    return words(text).replace(" ", "")


def searchable(text: str) -> str:
    """A text as full text is to find it: in every script by its own words and by their Latin spelling, in
    scripts without blanks by pairs of letters, and a per cent sign as a word."""
    if "%" in text or "per cent" in text:
        text = text.replace("%", " percent ").replace("per cent", "percent")
    if text.isascii():
        return _without_apostrophes(text) if "'" in text else text
    parts = (
        part if part.isascii() else f"{' '.join(pairs(part))} {words(spaced(part))}" for part in text.split()
    )
    return " ".join(parts)


def spaced(text: str) -> str:
    """A text with blanks around what is of scripts that write none: `2009年` becomes `2009 年`."""
    if text.isascii():
        return text
    parts, before = [], False
    for char in text:
        unspaced = is_unspaced(char)
        parts += [" ", char] if unspaced != before else [char]
        before = unspaced
    return "".join(parts)


def pairs(text: str) -> Iterator[str]:
    """The letters of scripts that write no blanks between words (Chinese, Japanese, Thai, Lao, Khmer,
    Burmese), two by two, and the last letter of each run by itself: `中国` comes to `中国 国`."""
    run = ""
    for char in (*text, " "):
        if is_unspaced(char):
            run += char if char.isalnum() else ""  # signs above and below a letter are left out
            continue
        yield from (run[at : at + 2] for at in range(len(run)))
        run = ""


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script that writes no blanks between words."""
    return char > "\u0dff" and any(first <= char <= last for first, last in _UNSPACED)


def grams(key: str) -> set[str]:
    """The trigrams of a key, its ends marked: what proposes near misses."""
    # `^` and `$` cannot occur in a key, which has only letters and digits: a trigram with one of them is an
    # end of the name and of nothing else.
    padded = f"^{key}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def sound(words: str) -> str:
    """Folded words as they sound, whatever romanisation spells them: `nazarbaev` and `nazarbayev`, `rakhmon`
    and `rahmon`, `zhaparov` and `japarov` come to the same."""
    for spelling, letters in _SOUNDS:
        if spelling in words:
            words = words.replace(spelling, letters)
    return words


def romanised(text: str) -> Iterator[str]:
    """The folded words of a Cyrillic text as other romanisations have them: `dmitrii` and `dmitrij` for
    `dmitriy`, `nazarbayev` for `nazarbaev`. Nothing for a text in another script."""
    if not any("а" <= char <= "ӿ" for char in text.casefold()):
        return
    from unicodedata import normalize

    # Composed first: a decomposed `й` is `и` with a combining mark and would miss the table.
    plain = normalize("NFC", text.casefold())
    if "ё" in plain:
        yield words(plain.replace("ё", "е"))
    for letters in _ROMANISED:
        yield words("".join([letters.get(char, char) for char in plain]))
    # `е` is `ye` at the beginning of a word and after a vowel or a sign, `e` after a consonant.
    soft = (char == "е" and before not in _HARD for before, char in zip(" " + plain, plain, strict=False))
    yield words("".join(["ye" if is_soft else char for is_soft, char in zip(soft, plain, strict=True)]))


def _without_apostrophes(text: str) -> str:
    before, *after = text.split("'")
    kept = [before]
    for part in after:
        # An s that ends there and follows a letter: `CSTO's`, but not the one of `d'semble` or of `'sixties`.
        possessive = part[:1] == "s" and not part[1:2].isalnum() and before[-1:].isalnum()
        kept.append(part[1:] if possessive else part)
        before = part
    return "".join(kept)


def _latin(text: str) -> str:
    from unicodedata import normalize

    changed = "".join(_spelt(normalize("NFC", text.casefold())))
    # Our own table is enough for Russian and Armenian names; anyascii is loaded for letters that it lacks.
    if changed.isascii():
        return changed
    from anyascii import anyascii

    # Again, because transliteration may give capitals.
    return anyascii(changed).casefold()


def _spelt(text: str) -> list[str]:
    """The letters of a text, those of the table changed."""
    for pair, sound in PAIRS.items():
        text = text.replace(pair, sound)
    letters, before = [], ""
    for char in text:
        changed = _LETTERS.get(char, char) if before.isalpha() else _FIRST.get(char, _LETTERS.get(char, char))
        letters.append(changed)
        before = char
    return letters
