"""Words about words: which say nothing in a search, which mean the same, how a word may be inflected."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

STOPWORDS = frozenset(
    word
    for line in (
        "a an and at by did do does for from had has have how in is it its many much of on or s than that",
        "the their there they this to was were what when where which who whom whose why will with would",
    )
    for word in line.split()
)

SAME = (
    "defence defense",
    "programme program",
    "centre center",
    "organisation organization",
    "rouble ruble",
    "absent boycott skip missed absence stayed",
    "attend attended came turned participated participate",
    "sent send dispatched",
    "soldiers troops servicemen men",
    "minister ministers",
    "refuse refused reject rejected",
    "chair chairmanship presidency chaired",
    "weapon weapons arms armament armaments",
    "drug drugs heroin narcotics",
    "salary salaries pay wages",
    "premier pm",
    "fm",
)
"""Words of which one may stand for another, a group a line. Written out, as people type them."""

SHORT = {
    "fm": "foreign minister",
    "pm": "prime minister",
    "premier": "prime minister",
    "defmin": "defence minister",
    "defense": "defence",
    "sg": "secretary general",
    "secgen": "secretary general",
    "chairman": "chair",
    "chairmanship": "chair",
    "chairs": "chair",
    "envoy": "envoy",
    "dep": "deputy",
    "head": "president",
    "ministers": "minister",
    "presidents": "president",
    "usa": "united states",
}
"""What a word in the name of an office comes to."""

_ENDINGS = ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "'s")
_GROUPS = {word: group.split() for group in SAME for word in group.split()}


def stem(word: str) -> str:
    """A word without its ending, never shorter than four letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def forms(word: str) -> Iterator[tuple[str, str]]:
    """The forms under which a word is sought, each with `*` if it may go on."""
    seen = set()
    for one in (word, *_GROUPS.get(word, _GROUPS.get(stem(word), ()))):
        root = stem(one)
        if root not in seen:
            seen.add(root)
            yield root, "*" if len(root) >= 3 else ""
