"""The declared words of a pack: kinds with their types, groups and fields of statements, posts, schemes of
identifiers, facts, words.

What any pack may use is declared in `vocabulary.toml` beside this module; a pack adds its own in
`data/vocabulary.toml`, in the same form, and an entry there with a known id replaces the one here. Everything
else learns the vocabulary from the compiled pack: nothing in the code knows what a pack is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from cstoref import fold
from cstoref.model import FactRule, Field, Kind, Leading, Post, Scheme, Vocabulary

from .problems import Problems, Spot, did_you_mean
from .vocabulary_schema import (
    LISTS,
    AuthoredFact,
    AuthoredField,
    AuthoredKind,
    AuthoredLeading,
    AuthoredPost,
    AuthoredScheme,
    AuthoredVocabulary,
    WordList,
    WordLists,
)

ROLES = (
    "who",
    "for",
    "instead_of",
    "to",
    "with",
    "place",
    "at",
    "topic",
    "opposed_by",
    "condition",
    "outcome",
)
"""Every role a statement may have. A role holds records; `*_text` beside it holds words instead."""

WORD_ROLES = ("condition", "outcome")
"""Roles that hold words, never a record."""
FILE = "vocabulary.toml"
EVERYDAY = "everyday.toml"
"""The everyday words of any pack: a part of the base vocabulary that is long."""
ADDED = ("cue", "time")
"""Lists of words with keys that the program knows: the words of a pack are added to those of any pack."""
WORDS = "words"
DEFAULT_GROUP_WEIGHT = 40
LEADER = "leader"
"""In place of a post of a fact: whichever post leads the state or body on the day."""


class KindRule(NamedTuple):
    """What an author may write of one kind."""

    kind: Kind
    types: tuple[str, ...]


class FieldRule(NamedTuple):
    """What an author may write in one field. `on` names the kinds it is authored on, empty for all of them;
    `needs` the roles that must be given; `speech` makes the speaker the default of `said_by`."""

    field: Field
    on: tuple[str, ...]
    needs: tuple[str, ...] = ()
    speech: bool = False


class Declared(NamedTuple):
    """Everything that a pack declares, with what an author may write, in the order in which it is shown."""

    kinds: dict[str, KindRule]
    fields: dict[str, FieldRule]
    posts: tuple[Post, ...]
    leading: tuple[Leading, ...]
    facts: tuple[FactRule, ...]
    sequences: tuple[tuple[str, str], ...]
    words: WordLists
    """Name of a list to its entries: a key and the phrases that stand for it."""
    schemes: dict[str, Scheme]

    @property
    def vocabulary(self) -> Vocabulary:
        """What readers use of it."""
        return Vocabulary(
            tuple(rule.kind for rule in self.kinds.values()),
            tuple(rule.field for rule in self.fields.values()),
            self.posts,
            self.leading,
            self.facts,
            tuple(
                (name, key, phrases)
                for name, entries in self.words.items()
                for key, phrases in entries.items()
            ),
            self.sequences,
            tuple(self.schemes.values()),
        )

    @property
    def types(self) -> dict[str, str]:
        """Every type of record to its kind."""
        return {type: rule.kind.id for rule in self.kinds.values() for type in rule.types}


@cache
def base() -> Declared:
    """What any pack may use without declaring it."""
    texts = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in (FILE, EVERYDAY))
    return _built(AuthoredVocabulary.model_validate(tomli.loads("\n".join(texts))))


def extended(own: AuthoredVocabulary, problems: Problems) -> Declared:
    """The base with a pack's own entries: those with a known id replace it, all others follow it."""
    vocabulary = _merged(base(), own)
    for place, message in _faults(vocabulary, own):
        problems.add(Spot(f"data/{FILE}", place, path=_path(place, own)), message)
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
    for place, message in _faults(vocabulary, new):
        problems.add(Spot(f"data/{FILE}", place, path=_path(place, own)), message)
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
    fields = below.fields | {field.id: _field(field, groups) for field in own.field}
    places = {group: position for position, group in enumerate(groups)}
    return Declared(
        kinds=below.kinds | {kind.id: _kind(kind) for kind in own.kind},
        fields=dict(sorted(fields.items(), key=lambda pair: places.get(pair[1].field.group, len(places)))),
        posts=tuple(({post.id: post for post in below.posts} | {p.id: _post(p) for p in own.post}).values()),
        leading=(*below.leading, *(_leading(leading) for leading in own.leading)),
        facts=tuple(_facts(below, own)),
        sequences=tuple(
            dict.fromkeys((*below.sequences, *((pair.first, pair.then) for pair in own.sequence)))
        ),
        # What a pack says of a word comes before what is said for any pack: it is the likelier meaning.
        words={name: _before(name, own.words.get(name, {}), below.words.get(name, {})) for name in LISTS},
        schemes=below.schemes | {scheme.id: _scheme(scheme) for scheme in own.scheme},
    )


def _facts(below: Declared, own: AuthoredVocabulary) -> Iterator[FactRule]:
    """The facts in their order. Entries with one id are tried in turn; those of a pack take the place of
    those below."""
    of_id: dict[str, list[FactRule]] = {}
    for fact in own.fact:
        of_id.setdefault(fact.id, []).append(_fact(fact))
    replaced = frozenset(of_id)
    for rule in below.facts:
        yield from of_id.pop(rule.id, ()) if rule.id in replaced else (rule,)
    for rules in of_id.values():
        yield from rules


def _path(place: str, own: AuthoredVocabulary) -> tuple[str | int, ...]:
    """Where `field built_by: on` is written: the table, the number of the entry and the key."""
    entry, _, key = place.partition(": ")
    sort, _, id = entry.partition(" ")
    names = {"leading": "of", "sequence": "first"}
    if sort == WORDS:
        return (sort, id, key)
    ids = [getattr(one, names.get(sort, "id")) for one in getattr(own, sort)]
    return (sort, ids.index(id), key)


def _kind(kind: AuthoredKind) -> KindRule:
    shown = Kind(
        kind.id,
        kind.label,
        kind.plural,
        kind.letter,
        kind.summary or f"list the {kind.plural}",
        kind.standing,
        kind.speaks,
        kind.dated,
        kind.arranged,
        tuple(kind.lead),
        kind.weight,
    )
    return KindRule(shown, tuple(kind.types))


def _field(field: AuthoredField, groups: Mapping[str, int]) -> FieldRule:
    group_weight = groups.get(field.group, DEFAULT_GROUP_WEIGHT)
    shown = Field(
        field.id,
        field.label,
        field.inverse,
        field.group,
        field.value,
        field.nature,
        field.mark,
        group_weight,
        field.weight,
        field.lasting,
        tuple(field.confirms),
    )
    return FieldRule(shown, tuple(field.on), tuple(field.needs), field.speech)


def _post(post: AuthoredPost) -> Post:
    titles = tuple(fold.words(title) for title in post.titles)
    return Post(post.id, post.label, titles, post.leads, post.never_vacant, post.council or "")


def _scheme(scheme: AuthoredScheme) -> Scheme:
    return Scheme(scheme.id, scheme.label, scheme.code, scheme.code or scheme.head, scheme.url)


def _leading(leading: AuthoredLeading) -> Leading:
    return Leading(leading.of, leading.post, leading.since, leading.until)


def _fact(fact: AuthoredFact) -> FactRule:
    return FactRule(
        fact.id,
        fact.label,
        fact.form,
        tuple(fact.of),
        tuple(fact.fields),
        fact.part,
        tuple(fact.type),
        tuple(fact.posts),
        fact.most,
        fact.phrase,
        fact.head,
        fact.missing,
    )


def _faults(vocabulary: Declared, own: AuthoredVocabulary) -> Iterator[tuple[str, str]]:
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
            if key not in (keys := base().words[name]):
                yield f"{WORDS} {name}: {key}", f'no {name} "{key}"{did_you_mean(key, keys)}'
    for field in own.field:
        for role in field.needs:
            if role not in ROLES:
                yield f"field {field.id}: needs", f'no role "{role}"{did_you_mean(role, ROLES)}'
