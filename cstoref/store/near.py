"""Near misses: a trigram index proposes names, an edit distance of our own decides.

Strings of three letters or less have no near misses: there one edit makes another country.
"""

from __future__ import annotations

from cstoref import fold

from .asking import Query
from .naming import NEAR, Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .queries import Store

PROPOSED = 80
OFF = ("", "one letter off", "two letters off", "three letters off")


def allowed(length: int) -> int:
    """How many edits a word of this length may be off."""
    return 0 if length <= 3 else 1 if length <= 5 else 2


def distance(one: str, other: str, most: int) -> int:
    """Edits from one string to the other: letters put in, left out, changed or swapped with a neighbour.

    Optimal string alignment; `most + 1` for anything beyond `most`.
    """
    if abs(len(one) - len(other)) > most:
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


def near_hits(store: Store, query: Query, slack: int = 0) -> Iterator[Hit]:
    """Records of which a whole name, or a word of it for each word typed, is one or two edits off."""
    found: list[tuple[int, int, Hit]] = []
    for record, kind, name, shown, words, weight in _proposed(store, query):
        off = _off(query, words, slack)
        if off is not None:
            why = f"{OFF[min(off, 3)]}: {shown}" if shown != name else OFF[min(off, 3)]
            found.append((off, -weight, Hit(NEAR, record, kind, name, why, shown)))
    found.sort(key=lambda item: item[:2])
    best = found[0][0] if found else 0
    for off, _, hit in found:
        if off == best or slack:
            yield hit


def _proposed(store: Store, query: Query) -> list[tuple[str, str, str, str, str, int]]:
    grams = set(fold.grams(query.key))
    for word in query.words:
        grams |= fold.grams(word)
    wanted = sorted(grams)[:200]
    return store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.words, r.weight FROM ("
        f" SELECT name_key, count(*) AS shared FROM trigram WHERE gram IN ({', '.join('?' * len(wanted))})"
        " GROUP BY name_key ORDER BY shared DESC LIMIT ?) t "
        "JOIN name_key k ON k.number = t.name_key JOIN record r ON r.id = k.record "
        "WHERE k.sort NOT IN ('code', 'id') ORDER BY t.shared DESC, r.weight DESC",
        (*wanted, PROPOSED),
    ).fetchall()


def _off(query: Query, words: str, slack: int) -> int | None:
    """Edits from the query to a name, or None if that is too many."""
    most = allowed(len(query.key)) + slack
    whole = distance(query.key, words.replace(" ", ""), most)
    if whole <= most:
        return max(1, whole)
    total = 0
    theirs = words.split()
    for word in query.words:
        most = allowed(len(word)) + slack
        least = min((distance(word, other, most) for other in theirs), default=most + 1)
        if least > most or (least and not most):
            return None
        total += least
    return total if total and total <= 2 + slack else None
