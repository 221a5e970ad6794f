"""Finds people by the office they hold: `kazakh defense minister`, `fm of russia 2005`, `president putin`.

Nothing is written for this by hand: it follows from the names of offices and states and from `office`
statements, with the time of the query where it has one.
"""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.namedtuples import NamedTuple
from cstoref.store.remembered import remembered

from .exact import NEAR, ROLE, Hit
from .word_forms import LEADING, OFFICE, SECOND, STOPWORDS, TITLES, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstoref.store.queries import Store

    from .query import Query

BODY = "@"
"""Stands before the id of a state or body among the terms of an office."""
MOST_WORDS = 8
"""Words beyond which none is taken to be misspelt."""
MOST_TERMS = 2000
"""Terms of offices that a misspelt word is compared with."""
IN_PLACE = "in place of"
"""Stands in the reason for whoever held another office than the one that was asked for."""
LONGEST = 6
"""Words of the longest name of a state or body that is looked for."""


LEADS = frozenset(("leader", "boss"))
"""Words for whoever leads that stand in the name of no office."""


class _Named(NamedTuple):
    """Whom the words of a query name: the key of a run of words to a body's id, or to people's ids."""

    bodies: dict[str, str]
    people: dict[str, set[str]]


class _RoleTerm(NamedTuple):
    holder: str
    kind: str
    name: str
    when: dates.When | None


def terms(words: Sequence[str], bodies: Mapping[str, str]) -> frozenset[str]:
    """What the words come to: states and bodies by their ids, the longest names first, the rest in full."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(LONGEST, 0, -1) if "".join(words[at : at + n]) in bodies), 0)
        if length and (length > 1 or words[at] not in STOPWORDS):
            found.add(BODY + bodies["".join(words[at : at + length])])
        elif words[at] not in STOPWORDS:
            found.update(OFFICE.get(words[at], words[at]).split())
        at += max(1, length)
    return frozenset(found)


def role_hits(store: Store, query: Query) -> Iterator[Hit]:
    """Who held the office that the words name, and the office itself."""
    titled = any({word, singular(word)} & (TITLES | LEADS) for word in query.undated)
    if not titled:
        return
    named = _named(store, query.undated)
    for words, people in _readings(query.undated, named):
        offices = _leading_office(store, query, words, named) or offices_with_terms(
            store, terms(words, named.bodies)
        )
        hits = [hit for office in offices for hit in _of_office(store, query, *office, people)]
        if hits:
            yield from hits
            return


def _leading_office(store: Store, query: Query, words: Sequence[str], named: _Named) -> list[tuple[str, str]]:
    """The office that leads a state or body at the time of the query, where that is not its first and the
    words are those of the first: who leads Armenia is not its president."""
    plain = tuple(word for word in query.undated if word not in STOPWORDS)
    bodies = [body for key, body in named.bodies.items() if key in "".join(query.undated)]
    posts = (id.replace("-", " ") for (id,) in store.database.execute("SELECT id FROM post WHERE leads"))
    if any(f" {post} " in f" {' '.join(query.undated)} " for post in posts):
        return []  # a head of state need not be who leads it
    if words == query.undated or len(bodies) != 1 or not {*plain} & {"leader", "head", "boss"}:
        return []
    moment = query.last or store.default_day
    return store.database.execute(
        "SELECT o.id, r.name FROM leading l JOIN office o ON o.body = l.body AND o.post = l.post "
        "JOIN record r ON r.id = o.id WHERE l.body = ? AND l.since <= ? AND coalesce(l.until, '9999') > ?",
        (bodies[0], moment, moment),
    ).fetchall()


def near_role_hits(store: Store, query: Query) -> list[Hit]:
    """The same, with words that are an edit or two off a term of an office or the name of a state."""
    if len(query.undated) > MOST_WORDS:
        return []
    read = tuple(_read(store, word) for word in query.undated)
    if read == query.undated:
        return []
    why = f"read as “{' '.join(read)}”"
    hits = role_hits(store, query._replace(undated=read))
    return [hit._replace(tier=NEAR, why=f"{why}: {hit.why}") for hit in hits]


@remembered
def _read(store: Store, word: str) -> str:
    """The only term of an office that a word may be meant for, else the only state, else the word."""
    from .fuzzy import allowed, distance, is_known, near_hits

    most = allowed(len(word))
    if not most or word in (known := _known_terms(store)) or is_known(store, word):
        return word
    sound = fold.sound(word)
    near = {term for term, theirs in known.items() if distance(sound, theirs, most) <= most}
    terms = {OFFICE.get(term, term) for term in near}
    if len(terms) == 1:
        return terms.pop()
    states = {hit.record: hit.matched for hit in near_hits(store, [word]) if hit.kind == "member"}
    return fold.key(states.popitem()[1]) if len(states) == 1 else word


@remembered
def _known_terms(store: Store) -> dict[str, str]:
    """The terms of offices that a misspelt word is compared with, and how each sounds."""
    found = store.database.execute("SELECT DISTINCT term FROM office_term LIMIT ?", (MOST_TERMS,))
    known = (*(term for (term,) in found if not term.startswith(BODY)), *OFFICE)
    return {term: fold.sound(term) for term in known}


def _named(store: Store, words: Sequence[str]) -> _Named:
    """The bodies that have offices, and the people, that any run of words names."""
    runs = {"".join(words[at : at + n]) for at in range(len(words)) for n in range(1, LONGEST + 1)}
    found = _Named({}, {})
    for key, record, kind, body in store.database.execute(
        "SELECT k.key, k.record, r.kind, EXISTS (SELECT 1 FROM office_term WHERE term = ? || k.record) "
        f"FROM name_key k JOIN record r ON r.id = k.record WHERE k.key IN ({', '.join('?' * len(runs))}) "
        "ORDER BY k.number",
        (BODY, *runs),
    ):
        if body:
            found.bodies.setdefault(key, record)
        elif kind == "leader":
            found.people.setdefault(key, set()).add(record)
    return found


def _readings(words: tuple[str, ...], named: _Named) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """The ways to read the words, the plainest first: as they are, with what a word for whoever leads may
    mean, and without the name of a person, who must then have held the office."""
    yield words, set()
    for phrase, offices in LEADING.items():
        for rest in _without(words, tuple(phrase.split())):
            for office in offices:
                yield (*office.split(), *rest), set()
    for at in range(len(words)):
        for length in range(LONGEST, 0, -1):
            people = named.people.get("".join(words[at : at + length]))
            if people and at + length <= len(words):
                yield (*words[:at], *words[at + length :]), people


def _without(words: tuple[str, ...], run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - len(run) + 1):
        if words[at : at + len(run)] == run:
            yield (*words[:at], *words[at + len(run) :])
            return


def offices_with_terms(store: Store, asked: frozenset[str]) -> list[tuple[str, str]]:
    """Offices that have all the terms and the fewest more, the weightiest first: id and name. A deputy holds
    another office than the one whose deputy he is."""
    if not asked or all(term.startswith(BODY) for term in asked):
        return []
    found = store.database.execute(
        "SELECT r.id, r.name, min(t.more) FROM ("
        " SELECT office, terms - count(*) AS more, count(*) AS met FROM office_term"
        f" WHERE term IN ({', '.join('?' * len(asked))}) GROUP BY name_key) t "
        "JOIN record r ON r.id = t.office WHERE t.met = ? "
        "GROUP BY r.id ORDER BY min(t.more), r.weight DESC, r.name",
        (*asked, len(asked)),
    ).fetchall()
    if not asked & SECOND:
        found = [row for row in found if SECOND.isdisjoint(fold.words(row[1]).split())]
    return [(id, name) for id, name, more in found if more == found[0][2]]


def _of_office(store: Store, query: Query, office: str, name: str, people: set[str]) -> list[Hit]:
    """The office and who held it. The best answer, of which an office has one, has place 0: who holds it
    alone, or held it at the time asked for, else the office."""
    holders = _holders(store, query, office, name)
    if people:
        return [hit for hit in holders if hit.record in people]
    itself = Hit(ROLE, office, "institution", name, "this office", name)
    if query.when:
        why = f"not known who held this office in {dates.spoken(query.when)}"
        holders = holders or _in_its_place(store, query, office, name)
        return holders or [itself._replace(why=why, place=1)]
    if len(holders) == 1:
        return [*holders, itself._replace(place=1)]
    return [itself, *(hit._replace(place=1) for hit in holders)]


def _in_its_place(store: Store, query: Query, office: str, asked: str) -> list[Hit]:
    """Who held another office at the time that is the same post of the same state: before there was a
    president, the chairman of the Supreme Soviet. Each says which office it held."""
    others = store.database.execute(
        "SELECT o.id, r.name FROM office asked "
        "JOIN office o ON o.body = asked.body AND o.post = asked.post AND o.id != asked.id "
        "JOIN record r ON r.id = o.id WHERE asked.id = ? AND asked.post != '' AND asked.body != '' "
        "ORDER BY o.id",
        (office,),
    )
    hits = [hit for id, name in others.fetchall() for hit in _holders(store, query, id, name)]
    nobody = f"{IN_PLACE} {asked}, an office that nobody is known to have held then"
    return [hit._replace(why=f"{hit.why}, {nobody}") for hit in hits]


def _holders(store: Store, query: Query, office: str, name: str) -> list[Hit]:
    """Who held an office, each once: who certainly did at the time before who possibly did."""
    found: dict[str, tuple[tuple[int, ...], Hit]] = {}
    for term in _terms(store, office):
        held = _held(query, term.when)
        if held is None:
            continue
        certain, days = held
        rank = (not certain, -days)
        if term.holder not in found or rank < found[term.holder][0]:
            why = _why(query, name, term.when, certain)
            hit = Hit(ROLE, term.holder, term.kind, term.name, why, name, place=int(not certain))
            found[term.holder] = rank, hit
    ranked = sorted(found.values(), key=lambda item: item[0])
    return [hit for _, hit in ranked]


def _terms(store: Store, office: str) -> list[_RoleTerm]:
    """The terms of an office, the latest first."""
    rows = store.database.execute(
        "SELECT s.subject, r.kind, r.name, s.edtf FROM statement s JOIN record r ON r.id = s.subject "
        "WHERE s.field = 'office' AND s.value = ? AND s.rank != 'deprecated' AND NOT s.negated "
        "ORDER BY s.end_latest DESC, r.weight DESC",
        (office,),
    )
    return [
        _RoleTerm(holder, kind, name, dates.parse(edtf) if edtf else None)
        for holder, kind, name, edtf in rows
    ]


def _held(query: Query, when: dates.When | None) -> tuple[bool, int] | None:
    """Whether a term certainly touches the time of the query, and for how many days; None if it does not.

    Without a time any term will do. A term with a single date is only attested: there it is certain.
    """
    if not query.when or when is None:
        return not query.when, 0
    if when.start_latest <= query.last and when.end_earliest >= query.first:
        return True, _days(max(when.start_latest, query.first), min(when.end_earliest, query.last))
    possible = when.interval and when.start_earliest <= query.last and when.end_latest >= query.first
    return (False, 0) if possible else None


def _days(first: str, last: str) -> int:
    """Days from one to the other, near enough to compare terms of office."""

    def count(day: str) -> int:
        return int(day[:4]) * 365 + int(day[5:7]) * 30 + int(day[8:])

    return count(last) - count(first)


def _why(query: Query, office: str, when: dates.When | None, certain: bool) -> str:
    if query.when:
        held = "held" if certain else "possibly held"
        return f"{held} this office in {dates.spoken(query.when)}: {office}"
    spoken = dates.spoken(when.edtf if when else None)
    return f"{office}, {spoken}" if spoken else office
