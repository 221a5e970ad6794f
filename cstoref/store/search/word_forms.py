"""Words about words: which say nothing in a search, how one is inflected or spelt."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STOPWORDS = frozenset(
    word
    for line in (
        "a about after all also an and any are as at be been between by can could did do does during for",
        "from give had has have he her his how i in instead into is it its list many me most much of on or",
        "our over please s say says she should show so some tell than that the their them there these they",
        "this those to under was we were what when where which while who whom whose why will with within",
        "would you",
    )
    for word in line.split()
)

SPELLINGS = (
    "armour armor",
    "behaviour behavior",
    "centre center",
    "centres centers",
    "defence defense",
    "harbour harbor",
    "honour honor",
    "labour labor",
    "licence license",
    "neighbour neighbor",
    "neighbours neighbors",
    "neighbouring neighboring",
    "offence offense",
    "programme program",
    "programmes programs",
    "rouble ruble",
    "roubles rubles",
    "theatre theater",
)
"""British and American spelling of one word; `-isation` and `-ization` are told by their ending."""

OFFICE = {
    "chairman": "chair",
    "chairmanship": "chair",
    "chairs": "chair",
    "chairwoman": "chair",
    "defense": "defence",
    "defmin": "defence minister",
    "dep": "deputy",
    "del": "",
    "fm": "foreign minister",
    "generalnyy": "general",
    "gensek": "secretary general",
    "glava": "head",
    "inostrannykh": "foreign",
    "ministr": "minister",
    "ministers": "minister",
    "oborony": "defence",
    "pm": "prime minister",
    "premer": "prime minister",
    "premier": "prime minister",
    "presidents": "president",
    "prezident": "president",
    "secgen": "secretary general",
    "sekretar": "secretary",
    "sg": "secretary general",
}
"""What a word in the name of an office comes to, English or Russian."""

TITLES = frozenset(
    [
        "ambassador",
        "captain",
        "chair",
        "chairman",
        "chairmanship",
        "chairwoman",
        "chief",
        "commander",
        "defmin",
        "deputy",
        "director",
        "envoy",
        "fm",
        "gensek",
        "governor",
        "head",
        "mayor",
        "minister",
        "ministr",
        "pm",
        "premer",
        "premier",
        "president",
        "prezident",
        "prime",
        "representative",
        "secgen",
        "secretary",
        "sekretar",
        "sg",
        "speaker",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "vice",
    ]
)
"""Words of which one at least stands in the name of an office."""

SECOND = frozenset(("deputy", "vice"))
"""Titles of those who do not hold the office itself."""
LEADING = {
    "head of state": ("president",),
    "head of government": ("prime minister",),
    "leader": ("president", "secretary general", "chair", "head"),
    "head": ("president", "secretary general", "chair", "director", "chief"),
    "boss": ("president", "secretary general", "chair", "head"),
    "chief": ("secretary general", "head", "commander"),
}
"""Words for whoever leads, and the offices that may be meant, the likeliest first."""

_ENDINGS = ("ations", "ation", "isms", "ism", "ists", "ist", "ings", "ing", "ied", "ies", "ed", "es", "s")
_PAIRS = [(british, american) for british, _, american in (pair.partition(" ") for pair in SPELLINGS)]
_SPELT = dict(_PAIRS) | {american: british for british, american in _PAIRS}


def telling(words: Iterable[str]) -> tuple[str, ...]:
    """The words that say something, each once; all of them where none does."""
    words = tuple(dict.fromkeys(words))
    return tuple(word for word in words if word not in STOPWORDS) or words


def stem(word: str) -> str:
    """A word without its ending, never shorter than four letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word[:-1] if len(word) > 5 and word[-1] in "ey" else word


def singular(word: str) -> str:
    """A plural without its ending, or the word itself."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def is_plural_title(word: str) -> bool:
    """Whether a word is the plural of a title: `presidents`, `secretaries`."""
    return word in ("chairmen", "chiefs", "generals", "heads", "leaders", "holders") or (
        word not in TITLES and singular(word) in TITLES
    )


def other_spelling(word: str) -> str:
    """The word as it is spelt on the other side of the Atlantic, or the word itself."""
    if "isation" in word:
        return word.replace("isation", "ization")
    if "ization" in word:
        return word.replace("ization", "isation")
    return _SPELT.get(word, word)


def forms(word: str, same: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """The forms under which a word is sought, each with `*` if it may go on. `same`: words that are sought
    for it too, since they mean the same."""
    if word.isdigit():
        yield from ((word + ending, "") for ending in ("", "st", "nd", "rd", "th"))
        return
    roots = [stem(one) for one in (word, other_spelling(word), *same)]
    roots += [root[:-1] + ("z" if root[-1] == "s" else "s") for root in roots if root[-2:] in ("is", "iz")]
    for root in dict.fromkeys(roots):
        yield root, "*" if len(root) >= 3 else ""
