"""The everyday words of a pack: which fields, types and times the words of a question ask for, and what else
they say. All are lists of the pack's vocabulary (`[words.topic]` and the like), read in one go."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple
from cstoref.store import world

from .word_forms import STOPWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

NOW, LAST, NEXT, FIRST, PREVIOUS = "now", "last", "next", "first", "previous"
LARGEST, SMALLEST = "largest", "smallest"
FILLER = "filler"
"""The cue of words that ask for nothing by themselves; the function words of English are among them."""
LONGEST = 5
"""Words of the longest phrase."""
OFTEN, LONG = 10, 8
"""Statements, and letters, from which on a word of texts may be what a misspelt one was meant for."""
BETWEEN = 5
"""Words that may stand between those of a phrase that asks for something as a whole."""


class Sense(NamedTuple):
    """What a phrase may mean."""

    fields: tuple[str, ...] = ()
    """The fields that it asks for, the likeliest first."""
    types: tuple[str, ...] = ()
    """The types of records that it is a word for."""
    record: str = ""
    """The record that it means where it names nothing else."""
    time: str = ""
    """now, last, next, first, previous, largest or smallest."""


class Lexicon(NamedTuple):
    """The phrases among some words (folded, with blanks between) and what they may mean."""

    senses: dict[str, Sense]
    cues: dict[str, frozenset[str]]
    """The phrases of each cue (`[words.cue]`)."""

    def cue(self, *keys: str) -> frozenset[str]:
        """The phrases of some cues."""
        return frozenset[str]().union(*(self.cues.get(key, ()) for key in keys))

    def sense(self, words: Sequence[str]) -> Sense | None:
        """What a run of words may mean; None if it is no phrase."""
        return self.senses.get(" ".join(words))


def lexicon(store: Store, words: Sequence[str]) -> Lexicon:
    """The everyday words of a pack that stand among these."""
    runs = {
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, LONGEST + 1)
    }
    senses: dict[str, Sense] = {}
    cues: dict[str, list[str]] = {FILLER: [word for word in words if word in STOPWORDS]}
    rows = store.database.execute(
        f"SELECT phrase, list, key FROM phrase WHERE phrase IN ({', '.join('?' * len(runs))}) "
        "ORDER BY phrase, position",
        tuple(runs),
    )
    for phrase, name, key in rows:
        if name == "cue":
            cues.setdefault(key, []).append(phrase)
            continue
        fields, types, record, time = senses.get(phrase, Sense())
        if name == "topic":
            fields = (*fields, *key.split())
        elif name == "type":
            types = (*types, *key.split())
        elif name == "subject":
            record = key
        elif name == "time":
            time = key
        senses[phrase] = Sense(fields, types, record, time)
    return Lexicon(senses, {key: frozenset(phrases) for key, phrases in cues.items()})


def requests(store: Store, words: Sequence[str]) -> tuple[tuple[str, ...], set[int]]:
    """What the words ask for as a whole (`[words.ask]`): the keys, and the places of the words that say so.
    The words of a phrase may have a few others between them: `sources on … differ`."""
    keys: list[str] = []
    places: set[int] = set()
    for phrase, key in store.requests:
        # Most phrases begin with a word that was not typed.
        run = _in_order(phrase, words) if phrase[0] in words else []
        if run and not places.intersection(run):
            keys.append(key)
            places.update(run)
    return tuple(dict.fromkeys(keys)), places


def _in_order(phrase: Sequence[str], words: Sequence[str]) -> list[int]:
    """The places of the words of a phrase, each at most `BETWEEN` words after the one before it; else
    none."""
    for start, word in enumerate(words):
        if word != phrase[0]:
            continue
        run = [start]
        for part in phrase[1:]:
            after = words[run[-1] + 1 : run[-1] + 2 + BETWEEN]
            if part not in after:
                break
            run.append(run[-1] + 1 + after.index(part))
        if len(run) == len(phrase):
            return run
    return []


def nearest(store: Store, word: str) -> str:
    """The only everyday word that a misspelt one may be meant for, or empty."""
    from .fuzzy import allowed, distance
    from .word_forms import TITLES

    most = allowed(len(word))
    if not most or world.is_common(word):
        return ""
    rows = store.database.execute(
        "SELECT phrase, group_concat(list || key) FROM phrase WHERE instr(phrase, ' ') = 0 "
        "AND length(phrase) BETWEEN ? AND ? AND (list != 'cue' OR key = ?) GROUP BY phrase",
        (len(word) - most, len(word) + most, FILLER),
    )
    none = f"cue{FILLER}"
    meanings = {title: title for title in TITLES} | dict.fromkeys(STOPWORDS, none) | dict(rows)
    # Whoever mistypes a word hardly mistypes its first letter: `sanctions` are no `functions`.
    edits = {other: distance(word, other, most) for other in meanings if other[:1] == word[:1]}
    least = min(edits.values(), default=most + 1)
    if least > 1 and (said := _common_here(store, word)):
        return said
    near = [other for other, count in edits.items() if count == least]
    if least <= most:
        return near[0] if len({meanings[other] for other in near}) == 1 else ""
    return ""


def _common_here(store: Store, word: str) -> str:
    """The only word that many statements have and that a long one is a single letter off: `peacekeping`."""
    from .fuzzy import distance

    rows = store.database.execute(
        "SELECT word FROM text_word WHERE word >= ?1 AND word < ?1 || char(1114111) AND statements >= ?2 "
        "AND length(word) BETWEEN ?3 AND ?4",
        (word[:1], OFTEN, max(LONG, len(word) - 1), len(word) + 1),
    )
    near = [other for (other,) in rows if distance(word, other, 1) <= 1]
    return near[0] if len(near) == 1 else ""
