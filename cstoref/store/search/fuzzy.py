"""Near misses: an index of trigrams proposes names, an edit distance of our own decides.

Strings of three letters or less have no near misses: there one edit makes another country.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.namedtuples import NamedTuple

from .exact import NEAR, NEAR_WORD, Hit
from .word_forms import STOPWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cstoref.store.queries import Store

    Name = tuple[str, str, str, str, str, int]
    """Record, kind, its name, the name proposed as written and folded, weight."""

PROPOSED = 80
"""Names that are compared with what was typed."""
READ = 12_000
"""Rows of the index that are read for them: in a large pack the rarest trigrams alone."""
MOST = 2
"""Edits in all the words of a name."""
LONGEST, MOST_WORDS = 80, 8
"""Letters and words beyond which nothing is near."""
SHORT = 6
"""Letters up to which a word is also proposed by its shape: two letters swapped leave it few trigrams."""
OFF = ("", "one letter off", "two letters off", "three letters off")


class Fit(NamedTuple):
    """How well a name fits what was typed; the least is the best."""

    within: bool
    """Whether words of the name are left over."""
    edits: int
    left: int
    weight: int
    """Of the record, negative."""


def traits(words: str) -> set[str]:
    """What proposes a name: trigrams of the whole and of each word, and the shapes of short words."""
    found = fold.grams(words.replace(" ", ""))
    for word in words.split():
        found |= fold.grams(word)
        if 3 < len(word) <= SHORT:
            found |= {_letters(word), _shape(word[0], len(word))}
    return found


def allowed(length: int, loosely: bool = False) -> int:
    """How many edits a word of this length may be off; `loosely` for what is only suggested."""
    return sum(length > at for at in ((3, 4, 6) if loosely else (3, 5)))


def distance(one: str, other: str, most: int) -> int:
    """Edits from one string to the other: letters put in, left out, changed or swapped with a neighbour.

    Optimal string alignment; `most + 1` for anything beyond `most`.
    """
    if one == other:
        return 0
    if not most or abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)


def near_hits(store: Store, words: Sequence[str], loosely: bool = False) -> Iterator[Hit]:
    """Records of which a name, or a word of it for each one typed, is an edit or two off, the best first."""
    if not words or len(words) > MOST_WORDS or sum(map(len, words)) > LONGEST:
        return
    best: dict[str, tuple[Fit, Hit]] = {}
    seen: dict[tuple[str, str], int] = {}
    for record, kind, name, shown, theirs, weight in proposed(store, words):
        found = _edits(words, theirs.split(), loosely, seen)
        if found is None:
            continue
        fit = Fit(found[1] > 0, found[0], found[1], -weight)
        if record not in best or fit < best[record][0]:
            off = OFF[min(fit.edits, len(OFF) - 1)]
            why = off if shown == name else f"{off}: {shown}"
            tier = NEAR_WORD if fit.within else NEAR
            best[record] = fit, Hit(tier, record, kind, name, why, shown, place=fit.edits)
    ranked = sorted(best.values(), key=lambda item: item[0])
    for fit, hit in ranked:
        if loosely or fit.edits <= ranked[0][0].edits:
            yield hit


def proposed(store: Store, words: Sequence[str]) -> list[Name]:
    """The names that share most with the words, the most first."""
    grams = _affordable(store, _sought(words))
    return store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.words, r.weight FROM ("
        f" SELECT name_key, count(*) AS shared FROM trigram WHERE gram IN ({', '.join('?' * len(grams))})"
        " GROUP BY name_key ORDER BY shared DESC, name_key LIMIT ?) t "
        "JOIN name_key k ON k.number = t.name_key JOIN record r ON r.id = k.record "
        "ORDER BY t.shared DESC, k.number",
        (*grams, PROPOSED),
    ).fetchall()


def _sought(words: Sequence[str]) -> set[str]:
    """The traits of names that may be meant."""
    found = traits(" ".join(words))
    for word in words:
        if 3 < len(word) <= SHORT:
            found |= {_shape(word[0], len(word) + more) for more in (-1, 1)}
    return found


def _affordable(store: Store, grams: Collection[str]) -> list[str]:
    """Those of the trigrams, the rarest first, of which all rows may be read; one at least."""
    found: list[str] = []
    read = 0
    for gram, names in store.database.execute(
        f"SELECT gram, names FROM gram WHERE gram IN ({', '.join('?' * len(grams))}) ORDER BY names",
        tuple(grams),
    ):
        read += names
        if read > READ and found:
            break
        found.append(gram)
    return found


def _letters(word: str) -> str:
    return f"={''.join(sorted(word))}"


def _shape(first: str, length: int) -> str:
    return f"{first}{length}"


def _edits(
    typed: Sequence[str], theirs: Sequence[str], loosely: bool, seen: dict[tuple[str, str], int]
) -> tuple[int, int] | None:
    """Edits from what was typed to a name, and how many words of it are left over; None if it is too far.
    `seen` keeps what words are apart: names share many."""
    key, whole = "".join(typed), "".join(theirs)
    most = allowed(len(key), loosely)
    edits = distance(key, whole, most)
    if edits <= most:
        return max(1, edits), 0
    total = 0
    for word in typed:
        most = allowed(len(word), loosely)
        for other in theirs:
            if (word, other) not in seen:
                seen[word, other] = distance(word, other, most)
        least = min((seen[word, other] for other in theirs), default=most + 1)
        if least > most:
            return None
        total += least
    left = len([word for word in theirs if word not in STOPWORDS]) - len(typed)
    return (total, max(0, left)) if 0 < total <= MOST + loosely else None
