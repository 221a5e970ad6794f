"""What the entries of a vocabulary refer to and does not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .declared import ROLES, Declared
from .problems import did_you_mean
from .vocabulary_schema import AuthoredVocabulary, WordLists

ADDED = ("cue", "time")
"""Lists of words with keys that the program knows: the words of a pack are added to those of any pack."""
WORDS = "words"
LEADER = "leader"
"""In place of a post of a fact: whichever post leads the state or body on the day."""


def faults(vocabulary: Declared, own: AuthoredVocabulary, any_pack: WordLists) -> Iterator[tuple[str, str]]:
    """What a pack's own entries refer to and does not exist: the place, and what is wrong there."""
    known: dict[str, Mapping[str, Any]] = {
        "kind": vocabulary.kinds,
        "field": vocabulary.fields,
        "type": vocabulary.types,
        "post": {post.id: post for post in vocabulary.posts},
        "group": {rule.field.group: rule for rule in vocabulary.fields.values()},
    }
    named = [
        *((f"kind {kind.id}: standing", "field", kind.standing) for kind in own.kind if kind.standing),
        *((f"kind {kind.id}: lead", "group", group) for kind in own.kind for group in kind.lead),
        *((f"field {field.id}: on", "kind", kind) for field in own.field for kind in field.on),
        *((f"field {field.id}: confirms", "field", id) for field in own.field for id in field.confirms),
        *((f"fact {fact.id}: of", "type", type) for fact in own.fact for type in fact.of),
        *((f"fact {fact.id}: type", "type", type) for fact in own.fact for type in fact.type),
        *((f"fact {fact.id}: fields", "field", field) for fact in own.fact for field in fact.fields),
        *((f"fact {fact.id}: posts", "post", p) for fact in own.fact for p in fact.posts if p != LEADER),
        *((f"sequence {pair.first}: first", "field", pair.first) for pair in own.sequence),
        *((f"sequence {pair.first}: then", "field", pair.then) for pair in own.sequence),
        *((f"leading {leading.of}: post", "post", leading.post) for leading in own.leading),
    ]
    for place, sort, id in named:
        if id not in known[sort]:
            yield place, f'no {sort} "{id}"{did_you_mean(id, known[sort])}'
    for name in ADDED:
        for key in own.words.get(name, {}):
            if key not in (keys := any_pack[name]):
                yield f"{WORDS} {name}: {key}", f'no {name} "{key}"{did_you_mean(key, keys)}'
    for field in own.field:
        for role in field.needs:
            if role not in ROLES:
                yield f"field {field.id}: needs", f'no role "{role}"{did_you_mean(role, ROLES)}'


def path_of(place: str, own: AuthoredVocabulary) -> tuple[str | int, ...]:
    """Where `field built_by: on` is written: the table, the number of the entry and the key."""
    entry, _, key = place.partition(": ")
    sort, _, id = entry.partition(" ")
    names = {"leading": "of", "sequence": "first"}
    if sort == WORDS:
        return (sort, id, key)
    ids = [getattr(entry, names.get(sort, "id")) for entry in getattr(own, sort)]
    return (sort, ids.index(id), key)
