"""What a person may type, made ready when a pack is compiled: names, their words, what proposes near misses,
the terms of offices, the words of sources.

The names of weightier records have lower numbers, so that the first of those that match are the best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from cstoref import fold
from cstoref.model import Pack, Record
from cstoref.store import world

from .fuzzy import traits
from .roles import terms
from .word_forms import other_spelling

NameKey = tuple[str, str, str, str, str, str | None]
"""Key, words, record, the name as written, sort, language: the columns of `name_key` after its number."""
QUESTIONS = ("topic", "type", "subject", "ask")
"""Lists of everyday words that questions are read with."""
HIDDEN = ("id", "code")
"""Sorts that are found whole only, or after all others."""
NEAR = ("name", "other")
"""Sorts of which near misses are found too."""


def name_keys(records: Iterable[Record], weight: Callable[[Record], int]) -> list[NameKey]:
    """Every form under which a record is found, those of weightier records first, ids and codes last."""
    keys = [(key, record) for record in records for key in _keys(record)]
    keys.sort(key=lambda item: (item[0][4] in HIDDEN, -weight(item[1])))
    return [key for key, _ in keys]


def world_names(records: Iterable[Record], keys: Iterable[NameKey]) -> list[tuple[str, str, str, str]]:
    """What the world's languages call the states and cities among the records: key, record, the name as
    written, its language in English. A city is a place with the name of a time zone."""
    codes = {code: r.id for r in records for scheme, code in r.identifiers if scheme == "iso3166"}
    places = {record.id for record in records if record.kind == "place" and record.type == "city"}
    if places:
        cities = {key: record for key, _, record, *_ in keys if record in places}
        zones = {zone: cities.get(fold.key(zone.rpartition("/")[2])) for zone in world.zones()}
        codes |= {zone: record for zone, record in zones.items() if record}
    rows: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    for code, language, name in world.names(codes):
        key = fold.key(name)
        if len(key) > 1:
            rows.setdefault((key, codes[code]), (key, codes[code], name, language))
    return sorted(rows.values())


def word_keys(keys: Iterable[NameKey]) -> list[tuple[str, int]]:
    """Each word of each name, with the name's number."""
    return sorted({(word, at) for at, row in enumerate(keys, 1) for word in row[1].split()})


def trigrams(keys: Iterable[NameKey]) -> list[tuple[str, int]]:
    """What proposes each name that may be misspelt, with the name's number."""
    return sorted(
        {
            (gram, at)
            for at, row in enumerate(keys, 1)
            if row[4] in NEAR
            for gram in traits(fold.sound(row[1]))
        }
    )


def gram_counts(rows: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """How many names each trigram proposes."""
    return sorted(Counter(gram for gram, _ in rows).items())


def office_terms(pack: Pack, keys: Iterable[NameKey]) -> Iterator[tuple[str, str, int, int]]:
    """Term, office, number of the name, and how many terms that name has."""
    of_bodies = {s.value.text for s in pack.statements if s.field == "office_of" and s.value}
    kinds = {record.id: (record.kind, record.type) for record in pack.records}
    bodies: dict[str, str] = {}
    for key, _, record, _, sort, _ in keys:
        if sort not in HIDDEN and (kinds[record][0] == "member" or record in of_bodies):
            bodies.setdefault(key, record)
    for at, (_, words, record, _, sort, _) in enumerate(keys, 1):
        if sort not in HIDDEN and kinds[record][1] == "office":
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


def document_words(pack: Pack) -> Iterator[tuple[int, str, str]]:
    """Position of each source, the words of its id and short name, and those of what else it is called."""
    for at, source in enumerate(pack.sources):
        rest = (source.title, source.author, source.publisher, source.container, source.copy_of)
        yield at, fold.words(f"{source.id} {source.short}"), fold.searchable(" ".join(filter(None, rest)))


def name_words(record: Record) -> tuple[str, ...]:
    """The words under which a record is known, each once."""
    names = (record.name, *(name.text for name in record.names))
    return tuple(dict.fromkeys(word for name in names for word in fold.words(name).split()))


def _keys(record: Record) -> Iterator[NameKey]:
    seen: set[str] = set()
    forms = list(_forms(record))
    for shown, sort, lang in forms:
        yield from _new(seen, fold.words(shown), record.id, shown, sort, lang)
    for shown, sort, lang in forms:
        for words in () if sort in HIDDEN else _spellings(shown, lang):
            yield from _new(seen, words, record.id, shown, "spelling", lang)


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
