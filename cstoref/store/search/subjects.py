"""Which records a longer query names, and what it asks of them."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from .exact import WORD, Hit
from .word_forms import STOPWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

LONGEST = 8
"""Words of the longest name that is looked for."""


class Subjects(NamedTuple):
    """The records that runs of words name, the longest runs first, and the telling words that are left."""

    hits: tuple[Hit, ...]
    matter: tuple[str, ...]


def subjects(store: Store, words: Sequence[str]) -> Subjects:
    """What the words name. A word is part of one name only; where several records share a name the
    weightiest is meant."""
    known = _known(store, words)
    taken: set[int] = set()
    hits: dict[str | None, Hit] = {}
    for length in range(min(LONGEST, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            hit = known.get("".join(words[at : at + length]))
            if hit and not taken & {*range(at, at + length)}:
                taken |= {*range(at, at + length)}
                hits.setdefault(hit.record, hit)
    left = (word for at, word in enumerate(words) if at not in taken and word not in STOPWORDS)
    return Subjects(tuple(hits.values()), tuple(left))


def _known(store: Store, words: Sequence[str]) -> dict[str, Hit]:
    """The weightiest record of each run of words that is a whole name."""
    runs = {
        "".join(words[at : at + length])
        for at in range(len(words))
        for length in range(1, LONGEST + 1)
        if not all(word in STOPWORDS for word in words[at : at + length])
    }
    found = store.database.execute(
        "SELECT k.key, k.record, r.kind, r.name, k.shown FROM name_key k JOIN record r ON r.id = k.record "
        f"WHERE k.key IN ({', '.join('?' * len(runs))}) ORDER BY k.number DESC",
        tuple(runs),
    )
    return {key: Hit(WORD, record, kind, name, "", shown) for key, record, kind, name, shown in found}
