"""The vocabulary of a pack as a list that can be searched: every word that its files may use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from cstoref import fold
from cstoref.provenance import SOURCE_TYPES

from .declared import ROLES, WORD_ROLES, Declared, FieldRule
from .schema import AuthoredConflict, AuthoredStatement

KEYS_OF = (("stance", AuthoredStatement), ("rank", AuthoredStatement), ("nature", AuthoredConflict))
"""Keys whose allowed values the schema lists."""


class Word(NamedTuple):
    """One word that a file may use."""

    group: str
    """Where it is used: `type of event (events.toml)`, `field: Membership`, `role`."""
    id: str
    meaning: str


def word_list(declared: Declared) -> list[Word]:
    """Every word: fields by their group, types by their kind, roles, classes of sources, values of keys."""
    return [*_fields(declared), *_types(declared), *_others(declared)]


def matching(words: Sequence[Word], sought: Sequence[str]) -> list[Word]:
    """The words that have all of what is sought, in any spelling, in their id, meaning or group."""
    wanted = [fold.words(one) for one in sought]
    return [word for word in words if all(one in _text(word) for one in wanted)]


def _text(word: Word) -> str:
    return fold.words(f"{word.id.replace('_', ' ')} {word.id} {word.meaning} {word.group}")


def _fields(declared: Declared) -> Iterator[Word]:
    for rule in declared.fields.values():
        yield Word(f"field: {rule.field.group}", rule.field.id, _meaning(rule))


def _meaning(rule: FieldRule) -> str:
    field = rule.field
    parts = [f"{field.label}; seen from the other record: {field.inverse}"]
    parts.append(f"value: {field.value}" if field.value else "no value")
    parts.append(field.nature)
    parts.append(f"on {', '.join(rule.on)}" if rule.on else "on any record")
    if rule.needs:
        parts.append(f"needs {', '.join(rule.needs)}")
    return "; ".join(parts)


def _types(declared: Declared) -> Iterator[Word]:
    for rule in declared.kinds.values():
        group = f"type of [[{rule.kind.id}]] in data/{rule.kind.plural}.toml"
        yield from (Word(group, type, "") for type in rule.types)


def _others(declared: Declared) -> Iterator[Word]:
    for role in ROLES:
        yield Word("role of a statement", role, "words" if role in WORD_ROLES else "records, by their ids")
    yield from (Word("type of [[source]]", type, "") for type in SOURCE_TYPES)
    for key, model in KEYS_OF:
        annotation = model.model_fields[key].annotation
        yield from (Word(f"value of `{key}`", value, "") for value in get_args(annotation))
    for post in declared.posts:
        yield Word("post of an office", post.id, post.label)
    for scheme in declared.schemes.values():
        yield Word("scheme of `identifiers`", scheme.id, scheme.label)
