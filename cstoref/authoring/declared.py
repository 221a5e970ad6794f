"""Everything that a pack declares, with what an author may write of it."""

from __future__ import annotations

from typing import NamedTuple

from cstoref.model import FactRule, Field, Kind, Leading, Post, Scheme, Vocabulary

from .vocabulary_schema import WordLists

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
