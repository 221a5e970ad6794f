"""What a person may type, made ready when a pack is compiled: names, their words, what proposes near misses,
the terms of offices, the words of sources.

The names of weightier records have lower numbers, so that the first of those that match are the best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cstoref import fold
from cstoref.model import Record, Source
from cstoref.store import world

from .fuzzy import traits
from .roles import terms
from .word_forms import other_spelling

NameKey = tuple[str, str, str, str, str, str | None]
"""Key, words, record, the name as written, sort, language: the columns of `name_key` after its number."""
QUESTIONS = ("topic", "type", "subject", "ask", "cue", "time")
"""Lists of everyday words that questions are read with."""
HIDDEN = ("id", "code")
"""Sorts that are found whole only, or after all others."""
SHORTEST = 3
"""Words that a name must still have without that of the subject."""
NEAR = ("name", "other")
"""Sorts of which near misses are found too."""


def short_name(record: Record | None) -> str:
    """The shortest name of a record that needs no language, folded; empty without a record."""
    names = (record.name, *(name.text for name in record.names if name.lang is None)) if record else ()
    return fold.words(min(names, key=len, default=""))


def name_keys(record: Record, subject: str = "") -> Iterator[NameKey]:
    """Every form under which a record is found, each key once. `subject` is the folded short name of what all
    records have to do with: people leave it out."""
    seen: set[str] = set()
    forms = list(_forms(record))
    for shown, sort, lang in forms:
        yield from _new(seen, fold.words(shown), record.id, shown, sort, lang)
    for shown, sort, lang in forms:
        for words in () if sort in HIDDEN else _spellings(shown, lang):
            yield from _new(seen, words, record.id, shown, "spelling", lang)
        if sort not in HIDDEN and (words := _without(subject, fold.words(shown).split())):
            yield from _new(seen, words, record.id, shown, "spelling", lang)


def _without(subject: str, words: list[str]) -> str:
    """A name without that of the subject before another word: `Protocol to the CSTO Charter` is also
    `Protocol to the Charter`. Empty where too little is left to be a name of its own."""
    after = (*words[1:], "")
    left = [word for word, following in zip(words, after, strict=False) if word != subject or not following]
    return " ".join(left) if SHORTEST <= len(left) < len(words) else ""


def world_names(records: Iterable[Record], cities: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    """What the world's languages call the states and cities among the records: key, record, the name as
    written, its language in English. `cities` are the records by their keys: one with the name of a time
    zone."""
    codes = {code: r.id for r in records for scheme, code in r.identifiers if scheme == "iso3166"}
    if cities:
        zones = {zone: cities.get(fold.key(zone.rpartition("/")[2])) for zone in world.zones()}
        codes |= {zone: record for zone, record in zones.items() if record}
    rows: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    for code, language, name in world.names(codes):
        key = fold.key(name)
        if len(key) > 1:
            rows.setdefault((key, codes[code]), (key, codes[code], name, language))
    return sorted(rows.values())


def grams(words: str) -> set[str]:
    """What proposes a name that may be misspelt."""
    return traits(fold.sound(words))


def office_terms(
    offices: Iterable[tuple[int, str, str]], bodies: Mapping[str, str]
) -> Iterator[tuple[str, str, int, int]]:
    """Term, office, number of the name, and how many terms that name has. `offices` are number, words and
    record of each name of an office, `bodies` the records of states and bodies by their keys."""
    for at, words, record in offices:
        found = terms(words.split(), bodies)
        yield from ((term, record, at, len(found)) for term in sorted(found))


def phrases(lists: Iterable[tuple[str, str, tuple[str, ...]]]) -> list[tuple[str, str, int, str]]:
    """The phrases of the lists of everyday words that questions use: folded, list, place, key."""
    rows = {
        (fold.words(phrase), name, at): key
        for at, (name, key, of) in enumerate(lists)
        for phrase in of
        if name in QUESTIONS
    }
    return sorted((*row, key) for row, key in rows.items())


def document_words(sources: Iterable[Source], begin: int = 0) -> Iterator[tuple[int, str, str]]:
    """Position of each source, from `begin` on, the words of its id and short name, and those of what else it
    is called."""
    for at, source in enumerate(sources, begin):
        rest = (source.title, source.author, source.publisher, source.container, source.copy_of)
        yield at, fold.words(f"{source.id} {source.short}"), fold.searchable(" ".join(filter(None, rest)))


def name_words(record: Record) -> tuple[str, ...]:
    """The words under which a record is known, each once."""
    names = (record.name, *(name.text for name in record.names))
    return tuple(dict.fromkeys(word for name in names for word in fold.words(name).split()))


def _spellings(name: str, lang: str | None) -> Iterator[str]:
    """How else a name may be spelt: on the other side of the Atlantic, or in another romanisation."""
    if lang is None:
        yield " ".join(other_spelling(word) for word in fold.words(name).split())
    yield from fold.romanised(name)
    if lang == "ru" and " " not in name:
        yield from map(fold.words, _genitive(name))


def _genitive(name: str) -> Iterator[str]:
    """The genitive of a Russian name of one word, as in `президент России`."""
    stem, end = name[:-1], name[-1:]
    if name.endswith("ия"):
        yield stem + "и"
    elif end == "а":
        yield stem + ("и" if stem[-1:] in "гкхжшчщ" else "ы")
    elif end in ("ь", "я"):
        yield stem + "и"
    elif end in "бвгдзклмнпрстфхцчшщ":
        yield name + "а"


def _new(
    seen: set[str], words: str, record: str, shown: str, sort: str, lang: str | None
) -> Iterator[NameKey]:
    key = words.replace(" ", "")
    if key and key not in seen:
        seen.add(key)
        yield key, words, record, shown, sort, lang


def _forms(record: Record) -> Iterator[tuple[str, str, str | None]]:
    """Every form under which a record is found: the form, its sort and its language."""
    for _, value in record.identifiers:
        yield value, "code", None
    yield record.name, "name", None
    for name in record.names:
        yield name.text, "other", name.lang
    yield record.id, "id", None
