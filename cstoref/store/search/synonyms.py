"""Words of which one may stand for another: `[words.same]` and `[words.same-in-rules]` of a pack."""

from __future__ import annotations

from .word_forms import singular, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

SAME, SAME_IN_RULES = "same", "same-in-rules"


def same(store: Store, word: str) -> Sequence[str]:
    """The words that may stand for a word, itself among them; none where the pack has no others."""
    groups = store.word_groups(SAME)
    return groups.get(word) or groups.get(singular(word)) or groups.get(stem(word)) or ()


def same_in_rules(store: Store, word: str) -> Sequence[str]:
    """The words of which texts of rules use one for another, itself among them; at least the word."""
    return store.word_groups(SAME_IN_RULES).get(word) or (word,)
