"""The passage that a quote which was not found may have been: named only where it is near.

Looks through the whole text. Rare words count more than common ones, and every name of the quote must be
there, spelt a little differently or not: a sentence that is alike but for the name is about somebody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

NEAR = 0.45
"""The share of the weight of a quote's words from which a passage is near."""
SPELT_ALIKE = 0.6
COMMON = 1_000
"""Places beyond which a word of the quote is not looked at, if it has any that is rarer."""
LONGEST_SHOWN = 300
LONGEST_COMPARED = 200
"""Words of a quote that are looked for."""
PUNCTUATION = ".,;:!?…()[]{}\"'“”‘’«»„-–—"


class _Words(NamedTuple):
    """The words of a text: where each is, how it is written, and the places of each folded word."""

    spans: list[tuple[int, int]]
    written: frozenset[str]
    places: Mapping[str, list[int]]


def nearest(text: str, quote: str) -> str | None:
    """The passage that is most like a quote, or None if none is near."""
    typed = quote.split()[:LONGEST_COMPARED]
    wanted = [_bare(word) for word in typed]
    words = _words(text)
    weights = {word: (1 + max(1, len(words.places.get(word, ())))) ** -0.5 for word in wanted}
    shared, first = max(_windows(words, wanted, weights), default=(0.0, 0))
    if shared < NEAR * sum(weights[word] for word in wanted) or not shared:
        return None
    first = -first
    last = min(len(words.spans), first + len(wanted)) - 1
    passage = " ".join(text[words.spans[first][0] : words.spans[last][1]].split())
    return passage[:LONGEST_SHOWN] if _has_names(passage, _names(typed, words.written)) else None


@lru_cache(maxsize=4)
def _words(text: str) -> _Words:
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    written = [text[start:end].strip(PUNCTUATION) for start, end in spans]
    places: dict[str, list[int]] = {}
    for place, word in enumerate(written):
        places.setdefault(word.casefold(), []).append(place)
    return _Words(spans, frozenset(written), places)


def _bare(word: str) -> str:
    return word.strip(PUNCTUATION).casefold()


def _windows(
    words: _Words, wanted: Sequence[str], weights: Mapping[str, float]
) -> Iterator[tuple[float, int]]:
    """For each run of words that is as long as the quote and ends with a word of it, the weight of the words
    that both share, and where it begins: negative, so that the first of the best is the greatest."""
    known = [word for word in weights if word and word in words.places]
    rare = [word for word in known if len(words.places[word]) <= COMMON] or known[:1]
    hits = sorted((place, word) for word in rare for place in words.places[word])
    open_words: Counter[str] = Counter()
    allowed = Counter(wanted)
    shared, left = 0.0, 0
    for place, word in hits:
        open_words[word] += 1
        shared += weights[word] if open_words[word] <= allowed[word] else 0
        while hits[left][0] <= place - len(wanted):
            gone = hits[left][1]
            shared -= weights[gone] if open_words[gone] <= allowed[gone] else 0
            open_words[gone] -= 1
            left += 1
        yield shared, -_begin(hits[left], wanted)


def _begin(hit: tuple[int, str], wanted: Sequence[str]) -> int:
    """Where a run begins whose first known word is this one: as far before it as in the quote."""
    return max(0, hit[0] - wanted.index(hit[1]))


def _names(typed: Sequence[str], written: frozenset[str]) -> list[str]:
    """The words of a quote that are names: with a capital, and not written small anywhere in the text."""
    bare = [word.strip(PUNCTUATION) for word in typed]
    return [word for word in bare if word[:1].isupper() and word.lower() not in written]


def _has_names(passage: str, names: Sequence[str]) -> bool:
    words = [word.strip(PUNCTUATION) for word in passage.split()]
    return all(any(_is_alike(name, word) for word in words) for name in names)


def _is_alike(name: str, word: str) -> bool:
    return name == word or SequenceMatcher(None, name, word, autojunk=False).ratio() >= SPELT_ALIKE
