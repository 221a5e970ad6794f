"""How a name that is being typed may go on, word by word, as a shell asks it between two key presses."""

from __future__ import annotations

from cstoref import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.queries import Store

APOSTROPHES = "'’‘ʻ`´"
SIGNS = "-." + APOSTROPHES
"""What may stand within a word."""
ROWS = 400
"""Names that are looked at, those of the weightiest records first."""


def next_words(store: Store, before: Sequence[str], start: str, most: int) -> dict[str, str]:
    """Words of names that have all the words before, each at least as a beginning, and one that begins with
    `start`. By word, as it is to be typed, the name of the weightiest record it leads to; at most `most`.

    A word begins with `start` to the letter, so that a shell need only add to what was typed.
    """
    wanted = fold.words(" ".join((*before, start))).split()
    typed = [word for text in before for word in fold.words(text).split()]
    found: dict[str, str] = {}
    seen: set[str] = set()
    if wanted:
        for shown, words, name in _names(store, wanted):
            for word in (*_written(shown), *words):
                new = word.casefold() not in seen and not any(fold.key(word).startswith(w) for w in typed)
                if new and _begins(word, start):
                    seen.add(word.casefold())
                    found[_typed(word, start)] = name
            if len(found) >= most:
                break
    return dict(list(found.items())[:most])


def ids(store: Store, table: str, start: str, most: int) -> list[str]:
    """Ids of `record` or `source` that begin so, in order of the alphabet."""
    rows = store.database.execute(
        f"SELECT id FROM {table} WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT ?2",
        (start, most),
    )
    return [id for (id,) in rows]


def types(store: Store, *kinds: str) -> list[str]:
    """Every type of record, of some kinds only where these are given."""
    where = f"WHERE kind IN ({', '.join('?' * len(kinds))}) " if kinds else ""
    rows = store.database.execute(f"SELECT DISTINCT type FROM record {where}ORDER BY type", kinds)
    return [type for (type,) in rows]


def _names(store: Store, wanted: Sequence[str]) -> Iterator[tuple[str, list[str], str]]:
    """Names in which every word wanted begins one: as written, their folded words, and that of the record.

    An id is a word as it is written.
    """
    part = "SELECT name_key FROM word_key WHERE word >= ? AND word < ? || char(1114111)"
    parts = " INTERSECT ".join([part] * len(wanted))
    for shown, words, sort, name in store.database.execute(
        f"SELECT k.shown, k.words, k.sort, r.name FROM ({parts} ORDER BY 1 LIMIT ?) b "
        "JOIN name_key k ON k.number = b.name_key JOIN record r ON r.id = k.record ORDER BY k.number",
        (*(word for word in wanted for _ in range(2)), ROWS),
    ):
        yield shown, [] if sort == "id" else words.split(), name


def _written(name: str) -> list[str]:
    """The words of a name without the signs around them, and without those that a shell would want quoted."""
    kept = "".join(char if char.isalnum() or char in SIGNS else " " for char in name)
    return [word.strip("-.") for word in kept.split() if not set(word) & set(APOSTROPHES)]


def _begins(word: str, start: str) -> bool:
    return len(word) >= len(start) and word[: len(start)].casefold() == start.casefold()


def _typed(word: str, start: str) -> str:
    """The word with its beginning as it was typed, and small or large where that is."""
    rest = word[len(start) :]
    if len(start) > 1 and start.isupper():
        return start + rest.upper()
    return start + (rest.lower() if start == start.lower() else rest)
