"""Each entry of a vocabulary as it is written, turned into what readers and authors use of it."""

from __future__ import annotations

from collections.abc import Mapping

from cstoref import fold
from cstoref.model import FactRule, Field, Kind, Leading, Post, Scheme

from .declared import FieldRule, KindRule
from .vocabulary_schema import (
    AuthoredFact,
    AuthoredField,
    AuthoredKind,
    AuthoredLeading,
    AuthoredPost,
    AuthoredScheme,
)

DEFAULT_GROUP_WEIGHT = 40


def kind_of(kind: AuthoredKind) -> KindRule:
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


def field_of(field: AuthoredField, groups: Mapping[str, int]) -> FieldRule:
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


def post_of(post: AuthoredPost) -> Post:
    titles = tuple(fold.words(title) for title in post.titles)
    return Post(post.id, post.label, titles, post.leads, post.never_vacant, post.council or "")


def scheme_of(scheme: AuthoredScheme) -> Scheme:
    return Scheme(scheme.id, scheme.label, scheme.code, scheme.code or scheme.head, scheme.url)


def leading_of(leading: AuthoredLeading) -> Leading:
    return Leading(leading.of, leading.post, leading.since, leading.until)


def fact_of(fact: AuthoredFact) -> FactRule:
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
