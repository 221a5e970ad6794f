"""What `cstoref WORDS` comes to: the card of one record, the records that may be meant, an answer, or a no.

A card is for a query that is as a whole a name, code, id or role of one record, or a misspelling of one name.
Everything else is a question. A guess never looks like an answer: `read_as` says how the query was
understood.
"""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from .exact import DOCUMENT, NEAR, PREFIX, ROLE, START, WORD, Hit, exact_hits, world_hits
from .query import Query, ask
from .results import AMBIGUOUS, NOT_FOUND, OUTSIDE, SILENT, Options, alike, find, plural_hits
from .word_forms import is_plural_title

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from .answers import Answer
    from .interpretation import Reading

CARD = "card"
ANSWER = "answer"
HITS = "found"
QUESTION = ("who", "when", "what", "which", "how", "why", "where", "did", "was", "before", "after")
"""Words that ask for more than a record."""
TITLE = 4
"""Words from which on a query may be the title of a source."""
MOST_MEANT = 20
"""Records that are listed of those that may be meant."""


class Outcome(NamedTuple):
    """What a query comes to. Which parts are there depends on the status."""

    query: str
    status: str
    """card, ambiguous, answer, found (hits of a search with scopes or phrases), silent,
    outside or not_found."""
    record: str = ""
    """Of a card."""
    read_as: str = ""
    certain: bool = True
    """Whether the query was taken as it was typed."""
    why: str = ""
    """Where it was not: what it was taken for, and why."""
    hits: tuple[Hit, ...] = ()
    """What may be meant, or the closest names."""
    answer: Answer | None = None
    unknown: tuple[str, ...] = ()
    """Words that no text here has, which were left out."""


def look_up(store: Store, text: str, day: str) -> Outcome:
    """What the words come to, as of a day."""
    from .answers import odd

    query = ask(text)
    if too_long := odd.too_long(text):
        return Outcome(text, NOT_FOUND, certain=False, answer=too_long)
    if query.phrases or query.refused or query.kinds or query.only_text:
        return _searched(store, text)
    named = _named(store, query) or _role(store, query) or _misspelt(store, query)
    return named or _parts_of_names(store, query, day) or _question(store, text, day)


def _named(store: Store, query: Query) -> Outcome | None:
    """The record that has the whole query as a name, or the records."""
    hits = exact_hits(store, query.key) if query.key else []
    if not hits and query.key:
        from .fulltext import source_called

        hits = [*world_hits(store, query.key), *source_called(store, query)] or plural_hits(store, query)
    if not hits:
        return None
    first = [hit for hit in hits if hit.tier == hits[0].tier]
    records = {hit.record for hit in first}
    if None in records:
        return Outcome(query.raw, HITS, hits=tuple(first))
    if first[0].kind == "place":
        first += _heavier(store, query, records)
    if len({hit.record for hit in first}) > 1:
        return Outcome(query.raw, AMBIGUOUS, hits=_each_once(first))
    return Outcome(query.raw, CARD, first[0].record or "", why=first[0].why)


def _heavier(store: Store, query: Query, records: set[str | None]) -> list[Hit]:
    """People and bodies of whose names a whole name of a place is the beginning,
    and of which more is known."""
    typed = " ".join(query.words)
    rows = store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown FROM word_key w JOIN name_key k ON k.number = w.name_key "
        "JOIN record r ON r.id = k.record WHERE w.word = ?1 AND r.kind IN ('leader', 'institution') "
        "AND r.type != 'office' AND (k.words = ?2 OR k.words LIKE ?2 || ' %') AND k.sort NOT IN ('id', "
        "'code') "
        "AND r.weight > (SELECT max(weight) FROM record WHERE id = ?3) ORDER BY r.weight DESC",
        (query.words[0], typed, next(iter(records))),
    )
    return [Hit(START, record, kind, name, "a name begins so", shown) for record, kind, name, shown in rows]


def _role(store: Store, query: Query) -> Outcome | None:
    """The holder of the office that the whole query names, or the office."""
    from .roles import IN_PLACE, role_hits

    if any(is_plural_title(word) or word in QUESTION for word in query.words):
        return None
    hits = list(role_hits(store, query))
    best = alike(sorted(hits, key=lambda hit: (hit.tier, hit.place)))
    records = {hit.record for hit in best}
    if not best or (best[0].place and query.when):
        return None
    if len(records) > 1:
        return Outcome(query.raw, AMBIGUOUS, hits=_each_once(best))
    why = best[0].why
    said = why[:1].upper() + why[1:] if IN_PLACE in why else ""
    return Outcome(query.raw, CARD, best[0].record or "", said, not said, why)


def _misspelt(store: Store, query: Query) -> Outcome | None:
    """The record of which the whole query is a misspelt name, if it is the only one within reach."""
    from .fuzzy import near_hits
    from .roles import near_role_hits

    hits = [hit for hit in near_hits(store, query.words, letters=query.letters) if hit.tier == NEAR] or list(
        near_role_hits(store, query)
    )
    if not hits:
        return None
    if len({hit.record for hit in hits}) > 1:
        if hits[0].why.startswith("read as"):
            return None
        return Outcome(
            query.raw, NOT_FOUND, hits=_each_once(hits), certain=False, why="several names are as near"
        )
    said = f"no record “{query.raw.strip()}”; this is {hits[0].name}"
    return Outcome(query.raw, CARD, hits[0].record or "", said, False, hits[0].why)


def _parts_of_names(store: Store, query: Query, day: str) -> Outcome | None:
    """The records of whose names the words are parts, where they ask for nothing else."""
    from .interpretation import interpret
    from .prefix import LOOSE, beginning_hits

    if query.when or len(query.key) < 2:
        return None
    hits = [hit for hit in beginning_hits(store, query.words, 40, loosely=True) if hit.kind]
    if not hits:
        return None
    reading = interpret(store, query.raw)
    whole = _in_another_order(hits)
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


def _asks(reading: Reading) -> bool:
    return bool(reading.topic or reading.order or reading.shape or reading.titles or reading.types)


def _is_short_for_a_name(reading: Reading) -> bool:
    """Whether words that might ask for something are rather those of a name: two or more, and no question."""
    plain = not reading.shape and not reading.order and not reading.plural
    plain = plain and (not reading.things or not reading.topic)
    return plain and len(reading.words) > (2 if reading.titles else 1)


def _in_another_order(hits: list[Hit]) -> Hit | None:
    """The only record of which the words are all those of a name."""
    whole = {hit.record: hit for hit in hits if hit.tier == WORD and hit.place == 0}
    begun = any(hit.tier in (PREFIX, START) for hit in hits)
    return next(iter(whole.values())) if len(whole) == 1 and not begun else None


def _of_parts(store: Store, query: Query, hits: list[Hit], reading: Reading) -> Outcome | None:
    """What the records come to: a list, or what is known of the only one."""
    meant = _each_once(sorted(hits, key=lambda hit: (_is_something_done(hit), hit.tier, hit.place)))
    begun = _each_once([hit for hit in meant if hit.tier == PREFIX])
    if _asks(reading) and _is_something_done(meant[0]) and not _is_short_for_a_name(reading):
        return None
    if len(begun) == 1:
        meant = begun
    if len(meant) > 1:
        return Outcome(query.raw, AMBIGUOUS, hits=meant[:MOST_MEANT])
    said = f"{meant[0].name} ({meant[0].why})"
    answer = _about(store, meant[0])
    return Outcome(query.raw, ANSWER, "", said, False, meant[0].why, meant, answer)


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


def _about(store: Store, hit: Hit) -> Answer:
    """The most telling statements of a record."""
    from .answers import MOST, Answer, Item

    rows = store.database.execute(
        "SELECT statement FROM about WHERE record = ? ORDER BY weight DESC LIMIT ?", (hit.record, MOST)
    )
    numbers = tuple(number for (number,) in rows)
    return Answer(
        hit.name,
        (Item(hit.record or "", numbers, store.blurbs([hit.record or ""]).get(hit.record or "", "")),),
    )


def _question(store: Store, text: str, day: str) -> Outcome:
    """The answer to a question, or the kind of no that it comes to."""
    from .answers import general, odd
    from .interpretation import interpret

    reading = interpret(store, text)
    if message := odd.answer(store, reading, day):
        return Outcome(text, NOT_FOUND, certain=False, answer=message)
    corrected = [
        f"no record “{thing.typed}”; read as {thing.name}" for thing in reading.things if thing.typed
    ]
    corrected += [f"“{typed}” is read as “{word}”" for typed, word in reading.put_right]
    why = "; ".join(corrected)
    whole = _only_a_thing(reading)
    if whole:
        said = why or reading.things[0].name
        return Outcome(text, CARD, whole, said, not corrected, why, unknown=reading.unknown)
    if documents := _titled(store, reading):
        return documents
    if _asks_only_the_unknown(reading):
        return _silent(store, text, reading, day)
    answer = _answer(store, reading, day) if _is_about_this(store, reading) else None
    if answer is None:
        return _documents(store, reading) or _no(store, text, reading)
    holder = _only_a_role(reading, answer)
    status = CARD if holder else ANSWER if answer.items or answer.message else NOT_FOUND
    certain = not corrected and not general.only_words(reading)
    return Outcome(text, status, holder, answer.read_as, certain, why, answer=answer, unknown=reading.unknown)


def _titled(store: Store, reading: Reading) -> Outcome | None:
    """The sources whose title begins with the whole query, or whose short name it is."""
    long = len(reading.words) >= TITLE
    others = [thing for thing in reading.things if thing.type != "media"]
    if not long and (others or reading.topic or reading.types or reading.titles):
        return None
    found = _documents(store, reading)
    return found if found and (not long or found.hits[0].why.startswith("title")) else None


def _documents(store: Store, reading: Reading) -> Outcome | None:
    from .fulltext import document_hits

    hits = [hit for hit in document_hits(store, reading.query, MOST_MEANT) if hit.tier == DOCUMENT]
    return Outcome(reading.query.raw, HITS, hits=tuple(hits)) if hits else None


def _answer(store: Store, reading: Reading, day: str) -> Answer | None:
    from .answers import contrast, general, members, offices, records, times

    for shape in (times, contrast, offices, members, records, general):
        answer: Answer | None = shape.answer(store, reading, day)
        if answer is not None:
            return answer
    return None


def _asks_only_the_unknown(reading: Reading) -> bool:
    """Whether all that is asked of the things named are words that nothing here has."""
    asks = reading.topic or reading.titles or reading.rest or reading.order
    return bool(reading.things and reading.unknown and not asks)


def _silent(store: Store, text: str, reading: Reading, day: str) -> Outcome:
    """What is known of a thing, where nothing is known of what is asked of it."""
    from .answers import general

    thing, words = reading.things[0], " ".join(reading.unknown)
    dated = general.answer(store, reading._replace(types=()), day) if reading.period.given else None
    known = dated or _about(store, Hit(WORD, thing.record, thing.kind, thing.name, "", ""))
    said = f"Nothing in this reference is about “{words}”. What it says of {thing.name}:"
    items = tuple(sorted(known.items, key=lambda item: item.record != thing.record))
    answer = known._replace(items=items, message=said, complete=False)
    return Outcome(text, SILENT, certain=False, answer=answer, unknown=reading.unknown)


def _only_a_thing(reading: Reading) -> str:
    """The record of a question that asks for nothing else: `what is the csto`."""
    asks = (
        reading.topic
        or reading.types
        or reading.titles
        or reading.period.given
        or reading.rest
        or reading.negated
    )
    ordered = reading.order not in ("", "now")
    office = reading.things and reading.things[0].type == "office" and reading.order
    if (
        len(reading.things) != 1
        or asks
        or ordered
        or office
        or reading.unknown
        or reading.shape in ("when", "where", "why")
    ):
        return ""
    return "" if reading.things[0].others else reading.things[0].record


def _only_a_role(reading: Reading, answer: Answer) -> str:
    """The only holder of an office that the words name,
    with a time and nothing else: `current president of …`."""
    offices = any(thing.type == "office" for thing in reading.things)
    plain = not reading.shape and not reading.rest and not reading.unknown and (reading.titles or offices)
    if not plain or len(answer.items) != 1 or not answer.complete or answer.message:
        return ""
    return answer.items[0].record if not any(fields[0] != "office" for fields in reading.fields) else ""


def _is_about_this(store: Store, reading: Reading) -> bool:
    """Whether the question has to do with the pack: it names a thing, or an office, or most of its words are
    known here."""
    from cstoref.store import world

    foreign = [
        word
        for word in (*reading.unknown, *reading.rest)
        if world.is_territory(word) or world.is_people(word)
    ]
    if reading.things:
        return True
    if foreign and (reading.titles or "office" in reading.topic or not {*foreign} <= {*reading.rest}):
        return False
    telling = len(reading.rest) + len(reading.fields) + len(reading.types) + bool(reading.titles)
    everyday = bool(reading.fields) and all(map(world.is_common, reading.unknown))
    return not reading.unknown or everyday or telling > len(reading.unknown)


def _no(store: Store, text: str, reading: Reading) -> Outcome:
    """Outside this reference, or not found, with the closest names."""
    from cstoref.store import world

    if any(
        world.is_territory(word) or world.is_people(word) for word in (reading.query.key, *reading.unknown)
    ):
        return Outcome(text, OUTSIDE, certain=False, unknown=reading.unknown)
    found = find(store, text, Options(statements=False))
    hits = () if found.status == OUTSIDE else found.suggestions or found.hits
    status = OUTSIDE if found.status in (OUTSIDE, SILENT) and not reading.things else NOT_FOUND
    return Outcome(text, status, hits=tuple(hits), certain=False, unknown=reading.unknown)


def _searched(store: Store, text: str) -> Outcome:
    """A query with scopes, phrases or words left out is a search."""
    found = find(store, text)
    if found.status == AMBIGUOUS:
        return Outcome(text, AMBIGUOUS, hits=alike(found.hits))
    first = found.hits[0] if found.hits else None
    if first and first.record and first.tier <= ROLE:
        return Outcome(text, CARD, first.record, why=first.why)
    return Outcome(text, HITS if first else found.status, hits=found.hits or found.suggestions)


def _each_once(hits: object) -> tuple[Hit, ...]:
    first: dict[str | None, Hit] = {}
    for hit in hits:  # type: ignore[attr-defined]
        first.setdefault(hit.record, hit)
    return tuple(first.values())
