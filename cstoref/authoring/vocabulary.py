"""The declared words of a pack: kinds with their types, groups and fields of statements, posts, schemes of
identifiers, facts, words.

What any pack may use is declared in `vocabulary.toml` beside this module; a pack adds its own in
`data/vocabulary.toml`, in the same form, and an entry there with a known id replaces the one here. Everything
else learns the vocabulary from the compiled pack: nothing in the code knows what a pack is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import tomli

from cstoref.model import FactRule

from .declared import Declared
from .declared_entries import fact_of, field_of, kind_of, leading_of, post_of, scheme_of
from .problems import Problems, Spot
from .vocabulary_faults import ADDED, faults, path_of
from .vocabulary_schema import LISTS, AuthoredVocabulary, WordList

FILE = "vocabulary.toml"
EVERYDAY = "everyday.toml"
"""The everyday words of any pack: a part of the base vocabulary that is long."""


@cache
def base() -> Declared:
    """What any pack may use without declaring it."""
    texts = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in (FILE, EVERYDAY))
    return _built(AuthoredVocabulary.model_validate(tomli.loads("\n".join(texts))))


def extended(own: AuthoredVocabulary, problems: Problems) -> Declared:
    """The base with a pack's own entries: those with a known id replace it, all others follow it."""
    vocabulary = _merged(base(), own)
    for place, message in faults(vocabulary, own, base().words):
        problems.add(Spot(f"data/{FILE}", place, path=path_of(place, own)), message)
    return vocabulary


def layered(below: Declared, own: AuthoredVocabulary, problems: Problems) -> Declared:
    """What the packs below declare with a layer's own entries, which must have new ids; its everyday words
    are added to those below."""
    known: dict[str, Collection[str]] = {
        "kind": below.kinds,
        "field": below.fields,
        "post": {post.id for post in below.posts},
        "scheme": below.schemes,
        "fact": {fact.id for fact in below.facts},
        "group": {rule.field.group for rule in below.fields.values()},
        "leading": {leading.of for leading in below.leading},
    }
    new = own
    for sort, ids in known.items():
        entries = getattr(own, sort)
        for entry in entries:
            id = entry.of if sort == "leading" else entry.id
            if id in ids:
                place = f"{sort} {id}"
                message = "is declared below this layer, which cannot change it; choose another id"
                problems.add(Spot(f"data/{FILE}", place, path=(sort, entries.index(entry))), message)
        fresh = [e for e in entries if (e.of if sort == "leading" else e.id) not in ids]
        new = new.model_copy(update={sort: fresh})
    vocabulary = _merged(below, new)
    words = {name: _united(below.words[name], own.words.get(name, {})) for name in LISTS}
    for place, message in faults(vocabulary, new, base().words):
        problems.add(Spot(f"data/{FILE}", place, path=path_of(place, own)), message)
    return vocabulary._replace(words=words)


def _united(below: WordList, own: WordList) -> WordList:
    """The words below, then the new ones: an entry that both have gets the phrases of both."""
    phrases = {key: tuple(dict.fromkeys((*below.get(key, ()), *more))) for key, more in own.items()}
    return below | phrases


def _built(authored: AuthoredVocabulary) -> Declared:
    return _merged(Declared({}, {}, (), (), (), (), {name: {} for name in LISTS}, {}), authored)


def _before(name: str, own: WordList, below: WordList) -> WordList:
    if name in ADDED:
        return _united(below, own)
    return own | {key: phrases for key, phrases in below.items() if key not in own}


def _merged(below: Declared, own: AuthoredVocabulary) -> Declared:
    groups = {rule.field.group: rule.field.group_weight for rule in below.fields.values()}
    groups |= {group.id: group.weight for group in own.group}
    fields = below.fields | {field.id: field_of(field, groups) for field in own.field}
    places = {group: position for position, group in enumerate(groups)}
    posts = {post.id: post for post in below.posts} | {post.id: post_of(post) for post in own.post}
    return Declared(
        kinds=below.kinds | {kind.id: kind_of(kind) for kind in own.kind},
        fields=dict(sorted(fields.items(), key=lambda pair: places.get(pair[1].field.group, len(places)))),
        posts=tuple(posts.values()),
        leading=(*below.leading, *(leading_of(leading) for leading in own.leading)),
        facts=tuple(_facts(below, own)),
        sequences=tuple(
            dict.fromkeys((*below.sequences, *((pair.first, pair.then) for pair in own.sequence)))
        ),
        # What a pack says of a word comes before what is said for any pack: it is the likelier meaning.
        words={name: _before(name, own.words.get(name, {}), below.words.get(name, {})) for name in LISTS},
        schemes=below.schemes | {scheme.id: scheme_of(scheme) for scheme in own.scheme},
    )


def _facts(below: Declared, own: AuthoredVocabulary) -> Iterator[FactRule]:
    """The facts in their order. Entries with one id are tried in turn; those of a pack take the place of
    those below."""
    of_id: dict[str, list[FactRule]] = {}
    for fact in own.fact:
        of_id.setdefault(fact.id, []).append(fact_of(fact))
    replaced = frozenset(of_id)
    for rule in below.facts:
        yield from of_id.pop(rule.id, ()) if rule.id in replaced else (rule,)
    for rules in of_id.values():
        yield from rules
