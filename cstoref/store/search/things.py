"""Which records a question names: the longest runs of its words that are names, misspelt ones among them."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from .periods import Period
from .word_forms import STOPWORDS, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from cstoref.store.queries import Store

LONGEST = 8
"""Words of the longest name that is looked for."""
SHORTEST = 4
"""Letters of the shortest name in a language of the world: a shorter one is rather a word."""
WINDOW = 4
"""Words of the longest misspelt name that is looked for among others."""
ORGANS = ("organ", "body", "staff", "office")
"""Types of what has the name of its organization before its own."""
STATES = (("states",), ("countries",), ("members",))
GROUND = (("in",), ("across",), ("within",))


class Thing(NamedTuple):
    """A record that a question names."""

    record: str
    kind: str
    type: str
    name: str
    places: tuple[int, ...]
    """Of its words in the question."""
    typed: str = ""
    """What was typed, where it is another spelling; else empty."""
    others: tuple[str, ...] = ()
    """Records that are called so as well."""


def things(
    store: Store,
    words: Sequence[str],
    skipped: Container[int] = (),
    plain: Container[str] = (),
    anybody: Container[str] = (),
) -> list[Thing]:
    """The records that the words name, in the order of the question. A word is part of one name only; where
    several records share a name, the weightiest is meant. Words at `skipped` places are left out, and a word
    of `plain` is no name by itself, one of `anybody` after an article neither: `the sources` are all of
    them."""
    runs = _runs(words, skipped, plain, anybody)
    named = _named(store, {key for _, key in runs})
    taken: set[int] = set()
    found: list[Thing] = []
    for places, key in runs:
        rows = named.get(key)
        if rows and not taken.intersection(places):
            taken.update(places)
            ids = list(dict.fromkeys(row[0] for row in rows))
            found.append(Thing(*rows[0], places, others=tuple(ids[1:])))
    return sorted(found, key=lambda thing: thing.places)


def misspelt(
    store: Store, words: Sequence[str], places: Sequence[int], unknown: Iterable[int], letters: int
) -> Thing | None:
    """The only record that a run of words, with one that is unknown, may be a misspelt name of."""
    from .exact import NEAR
    from .fuzzy import OF_A_MAN, near_hits

    for place in unknown:
        for length in range(WINDOW, 0, -1):
            for start in range(max(0, place - length + 1), place + 1):
                run = tuple(range(start, start + length))
                if not set(run) <= set(places):
                    continue
                typed = [words[at] for at in run]
                near = near_hits(store, typed, letters=letters)
                hits = [hit for hit in near if hit.tier == NEAR]
                if any(hit.why.startswith(OF_A_MAN) for hit in near):
                    continue
                if len({hit.record for hit in hits}) == 1 and hits[0].record:
                    record = store.record(hits[0].record)
                    assert record is not None
                    return Thing(record.id, record.kind, record.type, record.name, run, " ".join(typed))
    return None


def _runs(
    words: Sequence[str], skipped: Container[int], plain: Container[str], anybody: Container[str]
) -> list[tuple[tuple[int, ...], str]]:
    """Runs of words that may be names, the longest first, each with its key and that of its singular."""
    runs: list[tuple[tuple[int, ...], str]] = []
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            places = tuple(range(start, start + length))
            run = words[start : start + length]
            if any(place in skipped for place in places) or all(word in STOPWORDS for word in run):
                continue
            telling = [word for word in run if word not in STOPWORDS]
            if len(telling) == 1 and telling[0] in plain and (length == 1 or telling[0] in anybody):
                continue
            if length == 1 and len(run[0]) < 5 and run[0].isdigit():
                continue
            key, last = "".join(run), singular(run[-1])
            runs.append((places, key))
            if last != run[-1] and len(key) > SHORTEST:
                runs.append((places, "".join((*run[:-1], last))))
    return runs


def _named(store: Store, keys: Iterable[str]) -> dict[str, list[tuple[str, str, str, str]]]:
    """Key to the records that have it as a name, code or id, the weightiest first; else to the states and
    cities that some language of the world calls so."""
    keys = tuple(keys)
    marks = ", ".join("?" * len(keys))
    rows = store.database.execute(
        "SELECT k.key, k.record, r.kind, r.type, r.name FROM name_key k JOIN record r ON r.id = k.record "
        f"WHERE k.key IN ({marks}) ORDER BY k.sort IN ('other', 'spelling'), k.number",
        keys,
    ).fetchall()
    rows += store.database.execute(
        "SELECT w.key, w.record, r.kind, r.type, r.name FROM world_name w JOIN record r ON r.id = w.record "
        f"WHERE w.key IN ({marks}) AND length(w.key) >= {SHORTEST} "
        f"AND NOT EXISTS (SELECT 1 FROM name_key k WHERE k.key = w.key) ORDER BY r.weight DESC",
        keys,
    ).fetchall()
    named: dict[str, list[tuple[str, str, str, str]]] = {}
    for key, *row in rows:
        named.setdefault(key, []).append((row[0], row[1], row[2], row[3]))
    return named


def in_series(store: Store, named: list[Thing], time: Period) -> tuple[list[Thing], Period]:
    """The things, and the time; of a series of events with a single part in that time the part, whose time it
    then is: `search exercise 2016`."""
    if not time.given:
        return named, time
    for at, thing in enumerate(named):
        if thing.kind != "event":
            continue
        rows = store.database.execute(
            "SELECT DISTINCT r.id, r.kind, r.type, r.name FROM statement s JOIN record r ON r.id = s.subject "
            "WHERE s.field = 'part_of' AND s.value = ? AND NOT s.negated AND r.kind = 'event' "
            "AND r.earliest >= ? AND r.latest <= ?",
            (thing.record, time.first, time.last),
        ).fetchall()
        if len(rows) == 1:
            id, kind, type, name = rows[0]
            return [*named[:at], Thing(id, kind, type, name, thing.places), *named[at + 1 :]], Period()
    return named, time


def without_descriptions(store: Store, words: Sequence[str], named: list[Thing]) -> list[Thing]:
    """The things without what the pack is about, where it only says whose organ or state the words after it
    mean: `csto permanent council`, `bases in csto states`."""
    kept = []
    for thing in named:
        after = max(thing.places) + 1
        organ = any(after == other.places[0] and other.type in ORGANS for other in named)
        ground = words[after : after + 1] in STATES and words[: min(thing.places)][-1:] in GROUND
        if thing.record != store.pack["subject"] or not (organ or ground):
            kept.append(thing)
    return kept
