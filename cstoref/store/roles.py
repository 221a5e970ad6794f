"""Finds people by the office they hold: `kazakh defense minister`, `fm of russia 2005`, `nato envoy`.

Nothing is written for this by hand: it follows from the names of offices and states and from `office`
statements, with the time of the query where it has one.
"""

from __future__ import annotations

from cstoref import dates

from .asking import Query
from .naming import ROLE, Hit
from .vocabulary import SHORT, STOPWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .queries import Store


def role_hits(store: Store, query: Query) -> Iterator[Hit]:
    """Who held the office that the words name, then the office itself."""
    states = _states(store)
    asked = _terms(query.undated, states)
    if not asked or not any(word in _office_words(store, states) for word in asked):
        return
    for office, name, weight in _offices(store, asked, states):
        holders = list(_holders(store, query, office, name))
        if len(holders) > 1 and not query.first:
            yield Hit(ROLE, office, "institution", name, "this office", name)
        yield from holders
        if len(holders) <= 1 and not query.first:
            yield Hit(ROLE + weight * 0, office, "institution", name, "this office", name)


def _states(store: Store) -> dict[str, str]:
    """Folded one-word names of states (`kazakh`, `moscow`) to their ids."""
    found = store.database.execute(
        "SELECT k.words, k.record FROM name_key k JOIN record r ON r.id = k.record "
        "WHERE r.kind = 'member' AND k.sort IN ('name', 'other') AND instr(k.words, ' ') = 0"
    )
    return dict(found)


def _terms(words: tuple[str, ...], states: dict[str, str]) -> frozenset[str]:
    """What the words come to: offices by their full words, states by their ids."""
    whole: list[str] = []
    for word in words:
        if word not in STOPWORDS:
            whole += states.get(word, SHORT.get(word, word)).split()
    return frozenset(states.get(word, word) for word in whole)


def _office_rows(store: Store) -> list[tuple[str, str, str, int]]:
    return store.database.execute(
        "SELECT r.id, r.name, k.words, r.weight FROM record r JOIN name_key k ON k.record = r.id "
        "WHERE r.type = 'office' AND k.sort IN ('name', 'other') AND k.lang IS NULL"
    ).fetchall()


def _office_words(store: Store, states: dict[str, str]) -> frozenset[str]:
    ids = set(states.values())
    words = {word for row in _office_rows(store) for word in _terms(tuple(row[2].split()), states)}
    return frozenset(words - ids)


def _offices(store: Store, asked: frozenset[str], states: dict[str, str]) -> list[tuple[str, str, int]]:
    """Offices whose words are those asked for; else those that have all of them, the fewest more first."""
    scored: dict[str, tuple[int, int, str]] = {}
    for id, name, words, weight in _office_rows(store):
        terms = _terms(tuple(words.split()), states)
        if asked <= terms:
            score = (len(terms - asked), -weight, name)
            scored[id] = min(score, scored.get(id, score))
    if not scored:
        return []
    ranked = sorted(scored.items(), key=lambda item: item[1])
    best = ranked[0][1][0]
    return [(id, name, -weight) for id, (more, weight, name) in ranked if more == best]


def _holders(store: Store, query: Query, office: str, name: str) -> Iterator[Hit]:
    found = store.database.execute(
        "SELECT s.subject, r.kind, r.name, s.edtf, s.negated "
        "FROM statement s JOIN record r ON r.id = s.subject "
        "WHERE s.field = 'office' AND s.value = ? AND s.rank != 'deprecated' "
        "ORDER BY s.end_latest DESC, r.weight DESC",
        (office,),
    ).fetchall()
    seen: set[str] = set()
    for certain in (True, False):
        for subject, kind, person, edtf, negated in found:
            if subject in seen or negated or _held(query, edtf) != certain:
                continue
            if query.first and not certain and not _may_have_held(query, edtf):
                continue
            seen.add(subject)
            yield Hit(ROLE, subject, kind, person, _why(query, name, edtf, certain), name)


def _held(query: Query, edtf: str | None) -> bool:
    """Whether the term certainly touches the time of the query (any time will do where it has none)."""
    if not query.first:
        return True
    if not edtf:
        return False
    when = dates.parse(edtf)
    return when.start_latest <= query.last and when.end_earliest >= query.first


def _may_have_held(query: Query, edtf: str | None) -> bool:
    if not edtf:
        return True
    when = dates.parse(edtf)
    return when.interval and when.start_earliest <= query.last and when.end_latest >= query.first


def _why(query: Query, office: str, edtf: str | None, certain: bool) -> str:
    if query.first:
        year = query.first[:4]
        return f"{office} in {year}" if certain else f"possibly {office} in {year}"
    spoken = dates.spoken(edtf)
    return f"{office}, {spoken}" if spoken else office
