"""The records of whose names the words of a query are parts, where they ask for nothing else."""

from __future__ import annotations

from cstoref import fold
from cstoref.store import world

from .answers import MOST, Answer, AnswerItem
from .exact import PREFIX, START, WORD, Hit
from .foremost import foremost
from .interpretation import Interpretation, interpret
from .outcome import ANSWER, CARD, MOST_MEANT, Outcome, each_once
from .prefix import LOOSE, beginning_hits
from .query import Query
from .results import AMBIGUOUS, NOT_FOUND
from .word_forms import telling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def parts_of_names(store: Store, query: Query) -> Outcome | None:
    """The records of whose names the words are parts, where they ask for nothing else."""
    if query.when or len(query.key) < 2:
        return None
    hits = [hit for hit in beginning_hits(store, query.words, 40, loosely=True) if hit.kind]
    if not hits or world.is_territory(query.key):  # an office that has to do with a state is not that state
        return None
    reading = interpret(store, query.raw)
    whole = _in_another_order(hits, query)
    if whole and not reading.topic and reading.shape in ("", "what", "who"):
        return Outcome(query.raw, CARD, whole.record or "", why=whole.why)
    if _asks(reading):
        hits = [hit for hit in hits if hit.place != LOOSE]
        if not hits or not (_is_in_names(store, query) or _is_short_for_a_name(reading)):
            return None
    if len(reading.things) > 1 or (
        reading.shape not in ("", "what", "who") and not _is_in_names(store, query)
    ):
        return None
    return _of_parts(store, query, hits, reading)


def _asks(reading: Interpretation) -> bool:
    """Whether the words may ask for something."""
    return bool(reading.topic or reading.order or reading.shape or reading.titles or reading.types)


def _is_short_for_a_name(reading: Interpretation) -> bool:
    """Whether words that might ask for something are rather those of a name: two or more, and no question."""
    plain = not reading.shape and not reading.order and not reading.plural
    plain = plain and (not reading.things or not reading.topic)
    return plain and len(reading.words) > (2 if reading.titles else 1)


def _in_another_order(hits: list[Hit], query: Query) -> Hit | None:
    """The only record of which the words are all those of a name."""
    whole = {hit.record: hit for hit in hits if hit.tier == WORD and hit.place == 0 and _is_whole(query, hit)}
    begun = any(hit.tier in (PREFIX, START) for hit in hits)
    return next(iter(whole.values())) if len(whole) == 1 and not begun else None


def _of_parts(store: Store, query: Query, hits: list[Hit], reading: Interpretation) -> Outcome | None:
    """What the records come to: a list, or what is known of the only one."""
    meant = each_once(sorted(hits, key=lambda hit: (_is_something_done(hit), hit.tier, hit.place)))
    begun = each_once([hit for hit in meant if hit.tier == PREFIX])
    if _asks(reading) and _is_something_done(meant[0]) and not _is_short_for_a_name(reading):
        return None
    if len(begun) == 1:
        meant = begun
    if len(meant) > 1:
        why = "only parts of names have these words"
        if id := foremost(store, query.words, (hit.record for hit in meant if hit.record)):
            others = tuple(hit for hit in meant if hit.record != id)[:MOST_MEANT]
            name = next(hit.name for hit in meant if hit.record == id)
            return Outcome(query.raw, CARD, id, name, False, why, others)
        return Outcome(query.raw, AMBIGUOUS, certain=False, why=why, hits=meant[:MOST_MEANT])
    if _is_by_chance(query, meant[0]):
        return Outcome(query.raw, NOT_FOUND, certain=False, why="a name only starts with this", hits=meant)
    said = f"{meant[0].name} ({meant[0].why})"
    answer = about(store, meant[0])
    return Outcome(query.raw, ANSWER, "", said, False, meant[0].why, meant, answer)


def _is_whole(query: Query, hit: Hit) -> bool:
    """Whether the words stand in the name as they are, and do not only begin words of it."""
    theirs = fold.words(hit.matched).split()
    return all(word in theirs for word in telling(query.words))


def _is_by_chance(query: Query, hit: Hit) -> bool:
    """Whether another name of a state, body or place than its own only begins with the word: `Stalin` is not
    Stalinabad."""
    if len(query.words) > 1 or hit.kind == "leader" or hit.matched == hit.name or hit.place == LOOSE:
        return False
    return not (_is_whole(query, hit) or _begins_words(query, hit.name))


def _begins_words(query: Query, name: str) -> bool:
    theirs = fold.words(name).split()
    return all(any(other.startswith(word) for other in theirs) for word in telling(query.words))


def _is_something_done(hit: Hit) -> bool:
    """Whether a record is no person, state, body or place: these come before what merely mentions a word."""
    return hit.kind not in ("member", "leader", "institution", "place")


def _is_in_names(store: Store, query: Query) -> bool:
    """Whether the words stand side by side at the beginning of a name."""
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM name_key WHERE words >= ?1 || ' ' AND words < ?1 || '!' "
        "AND sort NOT IN ('id', 'code'))",
        (" ".join(query.words),),
    ).fetchone()
    return len(query.words) > 1 and bool(row[0])


def about(store: Store, hit: Hit) -> Answer:
    """The most telling statements of a record."""
    rows = store.database.execute(
        "SELECT statement FROM about WHERE record = ? ORDER BY weight DESC LIMIT ?", (hit.record, MOST)
    )
    numbers = tuple(number for (number,) in rows)
    return Answer(
        hit.name,
        (AnswerItem(hit.record or "", numbers, store.blurbs([hit.record or ""]).get(hit.record or "", "")),),
    )
