"""Which part of what is shown matched what was typed, so that a face can mark it."""

from __future__ import annotations

from cstoref import fold

from .exact import EXACT, NEAR, NEAR_WORD, OTHER, ROLE, Hit
from .synonyms import same
from .word_forms import STOPWORDS, forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.queries import Store

Span = tuple[int, int]
WHOLE = (EXACT, OTHER, ROLE, NEAR)
APOSTROPHES = "'’ʻʼ‘"


def marked(store: Store, hit: Hit, words: Sequence[str]) -> Hit:
    """The hit with the spans of the words that match; none where the reason names the whole of what does."""
    if hit.tier in WHOLE:
        return hit
    sought = [word for word in words if word not in STOPWORDS] or list(words)
    near = hit.tier == NEAR_WORD
    return hit._replace(spans=tuple(_spans(store, hit.name, sought, near)))


def _spans(store: Store, text: str, words: Sequence[str], near: bool) -> Iterator[Span]:
    roots = [form for word in words for form, _ in forms(word, same(store, word))]
    for start, end in _tokens(text):
        token = text[start:end]
        folded = fold.key(token)
        begun = max((len(word) for word in words if folded.startswith(word)), default=0)
        if begun:
            plain = token[:begun].isascii() and token[:begun].isalnum()
            yield start, start + begun if plain else end
        elif any(folded.startswith(root) for root in roots) or (near and _is_near(folded, words)):
            yield start, end


def _is_near(folded: str, words: Sequence[str]) -> bool:
    from .fuzzy import allowed, distance

    return any(distance(word, folded, allowed(len(word))) <= allowed(len(word)) for word in words)


def _tokens(text: str) -> Iterator[Span]:
    """Start and end of each word of a text; an apostrophe within a word is part of it."""
    start = -1
    for at, char in enumerate(text):
        if char.isalnum() or (start >= 0 and char in APOSTROPHES):
            if start < 0:
                start = at
        elif start >= 0:
            yield start, at
            start = -1
    if start >= 0:
        yield start, len(text)
