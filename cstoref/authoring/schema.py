"""What an author may write, as pydantic models: one record, one statement, one source, one conflict.

Strict: what is not declared here is refused, so that a slip of the pen is an error and not a lost fact.
Which fields, types, roles and schemes exist is declared in `vocabulary`; what refers to what is checked in
`resolve`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from . import limits
from .value_types import (
    LANGUAGE,
    LANGUAGE_TAG,
    STRIPPED,
    Authored,
    Id,
    Number,
    ShortText,
    Text,
    Title,
    Word,
)


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _named(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class AuthoredName(Authored):
    """A surface form: plain text, or text with its language and where it comes from."""

    text: ShortText
    lang: Annotated[str, StringConstraints(pattern=LANGUAGE_TAG)] | None = None
    note: Text | None = None


class AuthoredCite(Authored):
    """A citation. `before` or `after` choose among several places where the quote stands; `nth` does where
    they cannot, with `of`, the number of places, so that an edit of the text is noticed."""

    source: Id
    quote: Text | None = None
    before: Text | None = None
    after: Text | None = None
    nth: Annotated[int, Field(ge=1)] | None = None
    of: Annotated[int, Field(ge=1)] | None = None
    note: Text | None = None
    says: Annotated[str, StringConstraints(min_length=1, max_length=limits.SAYS.most), STRIPPED] | None = None


class AuthoredRelay(Authored):
    """One carrier of a statement: an agency, a newspaper, somebody who told it on."""

    by: Id | None = None
    by_text: Text | None = None
    on: ShortText | None = None


class AuthoredNumber(Authored):
    """A number with its unit; `approx` for about, `min` and `max` for bounds."""

    number: Number | None = None
    unit: Text | None = None
    approx: bool = False
    min: Number | None = None
    max: Number | None = None


Ids = Annotated[list[Id], BeforeValidator(_listed), Field(min_length=1)]
Cites = Annotated[list[AuthoredCite], BeforeValidator(_listed), Field(min_length=1)]
Names = list[Annotated[AuthoredName, BeforeValidator(_named)]]
Identifiers = dict[Word, Text]
StatementIds = list[Annotated[str, StringConstraints(max_length=limits.NAME.most)]]


class AuthoredConfirmation(Authored):
    """A later day on which an open state still held, and the sources that show it."""

    on: ShortText
    cite: Cites


class AuthoredStatement(Authored):
    """One checkable assertion. See docs/data.md for how a sentence is read into statements."""

    field: Word
    text: Text
    key: Id | None = None
    value: AuthoredNumber | Text | None = None

    who: Ids | None = None
    who_text: Text | None = None
    for_: Ids | None = Field(None, alias="for")
    instead_of: Ids | None = None
    to: Ids | None = None
    to_text: Text | None = None
    with_: Ids | None = Field(None, alias="with")
    with_text: Text | None = None
    place: Ids | None = None
    place_text: Text | None = None
    at: Ids | None = None
    topic: Ids | None = None
    opposed_by: Ids | None = None
    opposed_by_text: Text | None = None
    condition: Text | None = None
    outcome: Text | None = None

    when: ShortText | None = None
    when_text: Text | None = None
    when_basis: Text | None = None

    said_by: Id | None = None
    said_by_text: Text | None = None
    said_on: ShortText | None = None
    via: list[AuthoredRelay] = Field(default_factory=list)
    stance: Literal[
        "asserted",
        "denied",
        "planned",
        "promised",
        "proposed",
        "predicted",
        "opinion",
        "reported",
    ] = "asserted"
    hedge: Text | None = None
    negated: bool = False
    rank: Literal["normal", "preferred", "deprecated"] = "normal"
    rank_reason: Text | None = None
    note: Text | None = None

    cite: Cites | None = None
    confirmed: AuthoredConfirmation | None = None
    from_: StatementIds | None = Field(None, alias="from")
    rule: Text | None = None
    trivial: bool = False


class AuthoredRecord(Authored):
    """One thing of any kind, with its names and what is stated of it."""

    id: Id
    name: ShortText
    type: Word
    names: Names = Field(default_factory=list)
    blurb: Text | None = None
    when: ShortText | None = None
    place: Id | None = None
    identifiers: Identifiers = Field(default_factory=dict)
    statement: list[dict[str, Any]] = Field(default_factory=list)


class AuthoredExtension(Authored):
    """What a layer adds to a record below it: names, identifiers and statements, and nothing else."""

    id: Id
    extend: Literal[True]
    names: Names = Field(default_factory=list)
    identifiers: Identifiers = Field(default_factory=dict)
    statement: list[dict[str, Any]] = Field(default_factory=list)


class AuthoredConflict(Authored):
    """Statements that do not agree, or names that mislead."""

    id: Id
    nature: Literal[
        "disagreement",
        "tension-in-one-source",
        "same-name-different-things",
        "different-names-same-thing",
        "change-over-time",
        "undated-or-uncorroborated",
    ]
    topic: Text
    explanation: Text
    records: list[Id] = []
    statements: StatementIds = []
    cite: Cites | None = None


class AuthoredSilence(Authored):
    """A passage that carries no statement, with the reason."""

    cite: AuthoredCite
    reason: Text


class AuthoredException(Authored):
    """Statements that do not meet a constraint together and are right all the same, with the reason."""

    rule: Word
    statements: Annotated[StatementIds, Field(min_length=1)]
    reason: Text


class AuthoredRetired(Authored):
    """An id that was published, is no longer used, and leads to another."""

    id: Text
    successor: Text
    reason: Text | None = None


class AuthoredEdition(Authored):
    """`data/pack.toml`: what the pack is and until when it was checked."""

    id: Id
    title: Title
    subject: Id | None = None
    edition: Text
    checked_until: ShortText
    licence: Text
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] = "en"
    description: Text
    predecessor: Id | None = None
    extends: ShortText | None = None
