"""Which of several records with the same words in their names is meant: the one that the others belong to.

`parliamentary assembly` is the assembly and not its sessions, whose names have its name in them; `cobalt` is
the series of exercises, and not one of them.
"""

from __future__ import annotations

from .things import Thing
from .word_forms import STOPWORDS, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from cstoref.store.queries import Store

MOST = 60
"""Records that are looked at for a run of words; of more, none is foremost."""
DONE = ("event", "agreement")
NAMES = "('name', 'other')"


def foremost(store: Store, words: Sequence[str], records: Iterable[str]) -> str:
    """The only one of the records with the words in a name of it to which all others belong: by name or as
    its parts. Empty where there is none."""
    ids = list(dict.fromkeys(records))
    names = _names(store, words, ids)
    types = {id: ref.type for id, ref in store.named(ids).items()}
    belonging = {id: _called_after(names, types, id) | _parts(store, id) for id in ids if id in names}
    leading = [id for id, others in belonging.items() if others.issuperset(one for one in ids if one != id)]
    return leading[0] if len(leading) == 1 else ""


def parts_of_names(
    store: Store, words: Sequence[str], places: Container[int], untold: Container[int]
) -> list[Thing]:
    """What runs of two or more of the words at `places` name that stand side by side in names, where one
    record is foremost among those that have them: `rapid reaction force`. The longest runs first. A run
    beside a word that is `untold`, with no meaning known, is only a part of what was meant."""
    free = [place for place in range(len(words)) if place in places]
    known = _in_names(store, [form for place in free for form in _forms(words[place])])
    able = {place for place in free if known.intersection(_forms(words[place]))}
    taken: set[int] = set()
    found: list[Thing] = []
    for length in range(len(able), 1, -1):
        for start in range(len(words) - length + 1):
            run = tuple(range(start, start + length))
            typed = [words[place] for place in run]
            if taken.intersection(run) or not able.issuperset(run):
                continue
            if start - 1 in untold or start + length in untold:
                continue
            if typed[0] in STOPWORDS or typed[-1] in STOPWORDS:
                continue
            if thing := _meant(store, typed, run, known):
                found.append(thing)
                taken.update(run)
    return found


def of_the_states(store: Store, found: Iterable[Thing], named: Iterable[Thing]) -> list[Thing]:
    """Those of the things that parts of names were taken for that may be meant beside the states that are
    named: what was held or done concerns one of them. An election in another state is none of this one."""
    states = [thing.record for thing in named if thing.kind == "member"]
    if not states:
        return list(found)
    return [thing for thing in found if thing.kind not in DONE or _concerns(store, thing.record, states)]


def _concerns(store: Store, id: str, states: Sequence[str]) -> bool:
    """Whether a statement of a record concerns one of the states."""
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement s JOIN about a ON a.statement = s.number "
        f"WHERE s.subject = ? AND a.record IN ({', '.join('?' * len(states))}))",
        (id, *states),
    ).fetchone()
    return bool(row[0])


def _forms(word: str) -> tuple[str, ...]:
    """A word, and its singular and plural as names may have it."""
    return tuple(dict.fromkeys((word, singular(word), f"{word}s")))


def _in_names(store: Store, words: Sequence[str]) -> set[str]:
    """Those of the words that stand in a name."""
    rows = store.database.execute(
        f"SELECT DISTINCT word FROM word_key WHERE word IN ({', '.join('?' * len(words))})", tuple(words)
    )
    return {word for (word,) in rows}


def named_after(store: Store, id: str, kind: str) -> list[str]:
    """The records of a kind with the whole name of a record in their own, the weightiest first: the agreement
    on a force."""
    rows = store.database.execute(
        "SELECT DISTINCT k.record FROM name_key n JOIN name_key k ON k.sort = 'name' AND k.record != ?1 "
        "AND instr(' ' || k.words || ' ', ' ' || n.words || ' ') JOIN record r ON r.id = k.record "
        "WHERE n.record = ?1 AND n.sort = 'name' AND r.kind = ?2 ORDER BY r.weight DESC",
        (id, kind),
    )
    return [record for (record,) in rows]


def _meant(store: Store, typed: Sequence[str], run: tuple[int, ...], known: Container[str]) -> Thing | None:
    """The record that a run of words means, its last word as it is or in another number."""
    for last in _forms(typed[-1]):
        words = (*typed[:-1], last)
        if not all(word in known for word in words) or not (ids := _having(store, words)):
            continue
        id = foremost(store, words, ids) if len(ids) < MOST else ""
        record = store.record(id) if id else None
        if record and (len(ids) > 1 or record.kind not in DONE or _is_whole(store, words, id)):
            return Thing(id, record.kind, record.type, record.name, run)
    return None


def _is_whole(store: Store, words: Sequence[str], id: str) -> bool:
    """Whether the words are a whole name of a record. The only event or agreement with two words in its name
    may have them by chance: `observer status`."""
    return f" {' '.join(words)} " in _names(store, words, [id]).get(id, ())


def _having(store: Store, words: Sequence[str]) -> list[str]:
    """The records with the words side by side in one of their names."""
    rows = store.database.execute(
        "SELECT DISTINCT k.record FROM word_key a JOIN word_key b ON b.name_key = a.name_key "
        "JOIN name_key k ON k.number = a.name_key WHERE a.word = ?1 AND b.word = ?2 "
        f"AND k.sort IN {NAMES} AND instr(' ' || k.words || ' ', ' ' || ?3 || ' ') LIMIT ?4",
        (words[0], words[-1], " ".join(words), MOST),
    )
    return [record for (record,) in rows]


def _names(store: Store, words: Sequence[str], ids: Sequence[str]) -> dict[str, list[str]]:
    """The names of the records that have the words side by side, as words with a blank at either end."""
    rows = store.database.execute(
        f"SELECT record, ' ' || words || ' ' FROM name_key WHERE record IN ({', '.join('?' * len(ids))}) "
        f"AND sort IN {NAMES} AND instr(' ' || words || ' ', ' ' || ? || ' ')",
        (*ids, " ".join(words)),
    )
    names: dict[str, list[str]] = {}
    for record, name in rows:
        names.setdefault(record, []).append(name)
    return names


def _called_after(names: dict[str, list[str]], types: dict[str, str], id: str) -> set[str]:
    """The records with one of the names of a record in theirs, and more. One of the same type is none of
    them, but another of a like name."""
    own = names[id]
    return {
        other
        for other, theirs in names.items()
        if types[other] != types[id]
        and any(name in longer and name != longer for name in own for longer in theirs)
    }


def _parts(store: Store, id: str) -> set[str]:
    """What is part of a record."""
    rows = store.database.execute(
        "SELECT subject FROM statement WHERE field = 'part_of' AND value = ? AND NOT negated", (id,)
    )
    return {record for (record,) in rows}
