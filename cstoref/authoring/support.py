"""Whether the passages of a quoted statement say by themselves who acted, who is credited, and when.

A reader opens a passage and nothing else. Where it says `he` or `the force`, the passage that has the name is
cited too, or a note says who or what is meant.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

from cstoref import fold
from cstoref.model import QUOTED, Record, Statement

SHORTEST = 4
"""Letters of a family name, or of a word in a credit, that counts by itself."""


def unsupported(statement: Statement, records: Mapping[str, Record], acting: Container[str]) -> Iterator[str]:
    """What none of the passages has, a sentence for each; nothing for statements that rest on no passage.

    `acting` are the kinds whose records act in what is stated on them, where nobody takes part as `who`.
    """
    if statement.grounding != QUOTED or statement.rule:
        return
    passages = _padded(" ".join(citation.quote for citation in statement.citations if citation.quote))
    note = _padded(statement.note or "")
    for id in dict.fromkeys((*_actors(statement, records, acting), *_carriers(statement))):
        if id in records and not (_names(records[id], passages) or _names(records[id], note)):
            yield (
                f"{records[id].name} is named in none of its passages; cite the one that names it, "
                "or say in `note`, with this name, what stands for it"
            )
    for words in (statement.said_by_text, *(relay.by_text for relay in statement.via)):
        if words and not (_has_words(words, passages) or _padded(words) in note):
            yield f"“{words}” is credited in none of its passages; cite the one that does"
    if statement.when_text and _padded(statement.when_text) not in passages:
        yield f"the words “{statement.when_text}” stand in none of its passages; cite the one that has them"


def _actors(statement: Statement, records: Mapping[str, Record], acting: Container[str]) -> Iterator[str]:
    who = [role for role in statement.roles if role.role == "who"]
    if not who and records[statement.subject].kind in acting:
        yield statement.subject
    yield from (role.record for role in who if role.record)


def _carriers(statement: Statement) -> Iterator[str]:
    if statement.said_by:
        yield statement.said_by
    yield from (relay.by for relay in statement.via if relay.by)


def _padded(text: str) -> str:
    """The folded words between blanks, so that `in` finds whole words only."""
    return f" {fold.words(text)} "


def _names(record: Record, padded: str) -> bool:
    return any(form in padded for form in _forms(record))


@lru_cache(maxsize=10_000)
def _forms(record: Record) -> tuple[str, ...]:
    """The names of a record as they may stand in a text: without what brackets add to tell it from others,
    with a plural s, and of a person the last word."""
    written = (record.name, record.name.partition(" (")[0], *(name.text for name in record.names))
    names = {fold.words(name) for name in written} - {""}
    if record.type == "person":
        names |= {word for name in names if len(word := name.rpartition(" ")[2]) >= SHORTEST}
    return tuple(f" {name}{ending} " for name in sorted(names) for ending in ("", "s"))


def _has_words(words: str, padded: str) -> bool:
    """Whether every longer word of a credit of ours stands in the passages."""
    return all(f" {word} " in padded for word in fold.words(words).split() if len(word) >= SHORTEST)
