"""What `cstoref WORDS` comes to: the card of one record, the records that may be meant, an answer, or a no.

A card is for a query that is as a whole a name, code, id or role of one record, or a misspelling of one name.
Everything else is a question. A guess never looks like an answer: `read_as` says how the query was
understood.
"""

from __future__ import annotations

from .exact import NEAR, ROLE, START, Hit, exact_hits, world_hits
from .outcome import CARD, HITS, Outcome, each_once
from .query import Query, ask
from .results import AMBIGUOUS, NOT_FOUND, alike, find, plural_hits
from .word_forms import is_plural_title

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

QUESTION = ("who", "when", "what", "which", "how", "why", "where", "did", "was", "before", "after")
"""Words that ask for more than a record."""
MOST_WORDS = 60
"""Words beyond which a query is no question."""


def look_up(store: Store, text: str, day: str) -> Outcome:
    """What the words come to, as of a day."""
    if len(text.split()) > MOST_WORDS:
        from .answers.odd import too_long

        return Outcome(text, NOT_FOUND, certain=False, answer=too_long(MOST_WORDS))
    query = ask(text)
    if query.phrases or query.refused or query.kinds or query.only_text:
        return _searched(store, text)
    named = _named(store, query) or _role(store, query) or _meant(store, query) or _misspelt(store, query)
    if named:
        return named
    from .name_parts import parts_of_names
    from .question import question

    return parts_of_names(store, query) or question(store, text, day)


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
    if len(records) > 1:
        return Outcome(query.raw, AMBIGUOUS, hits=each_once(first))
    return named_card(store, query, hits)


def named_card(store: Store, query: Query, hits: Sequence[Hit]) -> Outcome:
    """The card of the record of which the whole query is a name, the first of the hits; with the others that
    are called so too, by another of their names or by the beginning of a longer one."""
    record = hits[0].record or ""
    others = list(hits)
    if hits[0].kind == "place":
        others += _heavier(store, query, record)
    also = tuple(hit for hit in each_once(others) if hit.record and hit.record != record)
    return Outcome(query.raw, CARD, record, why=hits[0].why, hits=also)


def _heavier(store: Store, query: Query, place: str) -> list[Hit]:
    """People and bodies of whose names a whole name of a place is the beginning, and of which more is
    known."""
    typed = " ".join(query.words)
    rows = store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown FROM word_key w JOIN name_key k ON k.number = w.name_key "
        "JOIN record r ON r.id = k.record WHERE w.word = ?1 AND r.kind IN ('leader', 'institution') "
        "AND r.type != 'office' AND (k.words = ?2 OR k.words LIKE ?2 || ' %') AND k.sort NOT IN ('id', "
        "'code') "
        "AND r.weight > (SELECT max(weight) FROM record WHERE id = ?3) ORDER BY r.weight DESC",
        (query.words[0], typed, place),
    )
    return [
        Hit(START, record, kind, name, "a name starts with this", shown) for record, kind, name, shown in rows
    ]


def _role(store: Store, query: Query) -> Outcome | None:
    """The holder of the office that the whole query names, or the office."""
    from .roles import IN_PLACE, role_hits

    if any(is_plural_title(word) or word in QUESTION for word in query.words):
        return None
    if _means_a_body(store, query):
        return None
    hits = list(role_hits(store, query))
    best = alike(sorted(hits, key=lambda hit: (hit.tier, hit.place)))
    records = {hit.record for hit in best}
    if not best or (best[0].place and query.when):
        return None
    if len(records) > 1:  # who held it, one after the other, is an answer
        return None if query.when else Outcome(query.raw, AMBIGUOUS, hits=each_once(best))
    why = best[0].why
    said = why[:1].upper() + why[1:] if IN_PLACE in why else ""
    if query.when and query.first > store.default_day:
        from cstoref import dates

        day = dates.spoken(store.default_day)
        said = f"{dates.spoken(query.when)} is after this edition; this is as last known on {day}"
    read_as = said or _with_time(query, best[0])
    return Outcome(query.raw, CARD, best[0].record or "", read_as, not said, why)


def _with_time(query: Query, hit: Hit) -> str:
    """The office and the time for which it was read: `Prime Minister of Armenia, 2015`. The card says as of
    which day it is, which is another."""
    if not query.when:
        return ""
    from cstoref import dates

    return f"{hit.matched}, {dates.spoken(query.when)}"


def _means_a_body(store: Store, query: Query) -> bool:
    """Whether words stand there that mean a certain body where they name none: `chairman of the council`."""
    runs = [" ".join(query.words[at : at + 2]) for at in range(len(query.words) - 1)]
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM phrase WHERE list = 'subject' "
        f"AND phrase IN ({', '.join('?' * len(runs))}))",
        runs,
    ).fetchone()
    return bool(row[0])


def _meant(store: Store, query: Query) -> Outcome | None:
    """The record that the whole query means in a question about this subject: `the alliance`."""
    row = store.database.execute(
        "SELECT p.key, r.name FROM phrase p JOIN record r ON r.id = p.key "
        "WHERE p.list = 'subject' AND p.phrase = ?",
        (" ".join(query.words),),
    ).fetchone()
    return (
        Outcome(query.raw, CARD, row[0], row[1], why=f"“{query.raw.strip()}” means it here") if row else None
    )


def _misspelt(store: Store, query: Query) -> Outcome | None:
    """The record of which the whole query is a misspelt name, if it is the only one within reach. The names
    of peoples and capitals are too like others to be taken for what was meant."""
    if any(word in QUESTION for word in query.words):  # a question is no misspelt name
        return None
    from cstoref import fold
    from cstoref.store.world import is_people

    from .fuzzy import OF_A_MAN, near_hits
    from .roles import near_role_hits

    near = near_hits(store, query.words, letters=query.letters)
    men = [hit for hit in near if hit.why.startswith(OF_A_MAN)]
    if men:
        why = "a woman of this name is somebody else"
        return Outcome(query.raw, NOT_FOUND, hits=each_once(men), certain=False, why=why)
    hits = [hit for hit in near if hit.tier == NEAR and not is_people(fold.key(hit.matched))]
    hits = hits or near_role_hits(store, query)
    if not hits:
        return None
    if len({hit.record for hit in hits}) > 1:
        if hits[0].why.startswith("read as"):
            return None
        return Outcome(
            query.raw, NOT_FOUND, hits=each_once(hits), certain=False, why="several names are as near"
        )
    said = f"no record “{query.raw.strip()}”; this is {hits[0].name}"
    return Outcome(query.raw, CARD, hits[0].record or "", said, False, hits[0].why)


def _searched(store: Store, text: str) -> Outcome:
    """A query with scopes, phrases or words left out is a search."""
    found = find(store, text)
    if found.status == AMBIGUOUS:
        return Outcome(text, AMBIGUOUS, hits=alike(found.hits))
    first = found.hits[0] if found.hits else None
    if first and first.record and first.tier <= ROLE:
        return Outcome(text, CARD, first.record, why=first.why)
    return Outcome(text, HITS if first else found.status, hits=found.hits or found.suggestions)
