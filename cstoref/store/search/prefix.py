"""Parts of names: names that begin with what was typed, and names with words that do."""

from __future__ import annotations

from cstoref.store import world

from .exact import PREFIX, START, WORD, Hit
from .word_forms import other_spelling, stem, telling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.queries import Store

    Row = tuple[str, str, str, str, str]

HIDDEN = "('code', 'id')"
LOOSE = 2
"""The place within the tier of names that the words meet in another form only."""


def beginning_hits(store: Store, words: Sequence[str], limit: int, loosely: bool = False) -> Iterator[Hit]:
    """Names that begin with the words, then names in which every telling word begins one of theirs; where
    there are none of these, or `loosely`, words with other endings, and a state for what belongs to it, will
    do."""
    if not words:
        return
    yield from _prefixed(store, words, limit)
    if len("".join(words)) < 2:
        return
    wanted = [[word] for word in telling(words)]
    asked = telling(words)
    rows = [row for row in _worded(store, wanted, limit) if not _begins_by_chance(asked, row)]
    hits = [_word_hit(row, len(wanted)) for row in rows]
    yield from hits
    if loosely or not hits:
        yield from _loosely(store, telling(words), limit)


def _prefixed(store: Store, words: Sequence[str], limit: int) -> Iterator[Hit]:
    key = "".join(words)
    for record, kind, name, shown, theirs, sort in store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.words, k.sort FROM (SELECT number FROM name_key "
        " WHERE key > ?1 AND key < ?1 || char(1114111) ORDER BY number LIMIT ?2) b "
        "JOIN name_key k ON k.number = b.number JOIN record r ON r.id = k.record "
        "WHERE k.sort != 'code' ORDER BY k.number",
        (key, limit * 4),
    ):
        if sort == "id":
            yield Hit(WORD, record, kind, name, f"id starts with this: {shown}", shown, place=LOOSE)
            continue
        if key.isdigit() and theirs.replace(" ", "")[len(key) :][:1].isdigit():  # 20 is no part of 201st
            continue
        place = 0 if _side_by_side(words, theirs.split()) else 1
        tier = START if place or len(theirs.split()) > len(words) else PREFIX
        yield Hit(tier, record, kind, name, _why("starts with this", name, shown), shown, place=place)


def _side_by_side(words: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words begin a name as words, and not only letter by letter: `russians` does not begin `Russian
    Security Council`, though `cholpona` may begin `Cholpon-Ata`."""
    last = len(words) - 1
    return list(words[:last]) == list(theirs[:last]) and "".join(theirs[last : last + 1]).startswith(
        words[last]
    )


def _worded(store: Store, wanted: Sequence[Sequence[str]], limit: int) -> list[Row]:
    """Names that have for each word wanted a word that begins with one of its forms."""
    parts = [f"SELECT name_key FROM word_key WHERE {' OR '.join(map(_begins, forms))}" for forms in wanted]
    return store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.words "
        f"FROM ({' INTERSECT '.join(parts)} ORDER BY 1 LIMIT ?) b "
        "JOIN name_key k ON k.number = b.name_key JOIN record r ON r.id = k.record "
        f"WHERE k.sort NOT IN {HIDDEN} ORDER BY k.sort != 'name', k.number",
        (*(form for forms in wanted for form in forms for form in (form, form)), limit * 4),
    ).fetchall()


def _begins_by_chance(asked: Sequence[str], row: Row) -> bool:
    """Whether only the letters agree: a territory's name, typed whole, begins a name of a person, as France
    does Frantsevich."""
    _, kind, _, _, theirs = row
    return kind == "leader" and any(world.is_territory(word) and word not in theirs.split() for word in asked)


def _begins(form: str) -> str:
    """The condition that a word begins with a form; a number goes on with letters only: 201 to 201st."""
    begins = "word >= ? AND word < ? || char(1114111)"
    return (
        f"({begins} AND substr(word, {len(form) + 1}, 1) NOT BETWEEN '0' AND '9')"
        if form.isdigit()
        else f"({begins})"
    )


def _word_hit(row: Row, asked: int) -> Hit:
    record, kind, name, shown, words = row
    left = len(telling(words.split())) > asked
    return Hit(
        WORD, record, kind, name, _why("one word starts with this", name, shown), shown, place=int(left)
    )


def _loosely(store: Store, words: Sequence[str], limit: int) -> Iterator[Hit]:
    """Names that have each word in another form: with another ending, as it is spelt elsewhere, or another
    name of the same state."""
    wanted = [_forms(store, word) for word in words]
    for record, kind, name, shown, theirs in _worded(store, wanted, limit):
        stems = {stem(word) for word in theirs.split()}
        if all(not stems.isdisjoint(forms) for forms in wanted):
            why = _why("has the words in another form", name, shown)
            yield Hit(WORD, record, kind, name, why, shown, place=LOOSE)


def _forms(store: Store, word: str) -> list[str]:
    """A word, its other spelling and the names of the state that it names: all as stems."""
    states = store.database.execute(
        "SELECT DISTINCT o.words FROM name_key k JOIN record r ON r.id = k.record "
        "JOIN name_key o ON o.record = k.record "
        "WHERE k.key = ? AND r.kind = 'member' AND k.sort NOT IN ('code', 'id') "
        "AND o.sort NOT IN ('code', 'id') AND instr(o.words, ' ') = 0",
        (word,),
    )
    others = (word, other_spelling(word), *(name for (name,) in states))
    return list(dict.fromkeys(stem(other) for other in others))


def _why(how: str, name: str, shown: str) -> str:
    return how if shown == name else f"{how}: {shown}"
