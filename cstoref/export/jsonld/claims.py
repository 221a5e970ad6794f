"""Statements as claims, their citations as Web Annotations, and conflicts between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from cstoref.attributes import NAMES
from cstoref.export import iris
from cstoref.export.lines import decimal, value_kind
from cstoref.export.source import PackReader
from cstoref.model import Citation, Conflict, Relay, Statement

from .context import SPEAKER, role_word, word_of
from .nodes import Node, all_named, known, named

AROUND = 32
"""Letters before and after a passage by which it is told from its like; never beyond its paragraph, for the
texts belong to their publishers."""
_TEXTS_HELD = 16


class Passages:
    """Reads what stands around passages."""

    def __init__(self, pack: PackReader) -> None:
        self._text = lru_cache(_TEXTS_HELD)(pack.text)

    def around(self, citation: Citation) -> tuple[str, str]:
        """What stands before and after a quote within its paragraph, a line of the text."""
        assert citation.start is not None and citation.end is not None
        text = self._text(citation.source)
        before = text[max(0, citation.start - AROUND) : citation.start]
        after = text[citation.end : citation.end + AROUND]
        return before.rpartition("\n")[2], after.partition("\n")[0]


def node(statement: Statement, passages: Passages) -> Node:
    """One statement with all that is known of it. The conflicts that name it are nodes of their own."""
    id = named(iris.STATEMENT, statement.id)
    value = statement.value
    return known(
        {
            "@id": id,
            "@type": ["Claim", "rdf:Statement"],
            "claimSubject": named(iris.RECORD, statement.subject),
            "claimPredicate": named("field", statement.field),
            "claimObject": _object(statement),
            "unit": value.unit if value else None,
            "approx": (value.approx or None) if value else None,
            "minimum": decimal(value.min) if value else None,
            "maximum": decimal(value.max) if value else None,
            "text": statement.text,
            "about": all_named(iris.RECORD, statement.about),
            "when": statement.when,
            "author": named(iris.RECORD, statement.said_by) if statement.said_by else None,
            **{word_of(name): getattr(statement, name) or None for name in NAMES if name != SPEAKER},
            "grounding": statement.grounding,
            "via": [_relay(relay) for relay in statement.via],
            **dict(_roles(statement)),
            "from": all_named(iris.STATEMENT, statement.rests_on),
            "citations": list(_annotations(id, statement.citations, passages)),
        }
    )


def conflict_node(conflict: Conflict, passages: Passages) -> Node:
    """One conflict with the statements that it names."""
    id = named(iris.CONFLICT, conflict.id)
    return known(
        {
            "@id": id,
            "@type": "term:Conflict",
            "nature": conflict.nature,
            "topic": conflict.topic,
            "description": conflict.explanation,
            "about": all_named(iris.RECORD, conflict.records),
            "claims": all_named(iris.STATEMENT, conflict.statements),
            "layer": conflict.layer,
            "citations": list(_annotations(id, conflict.citations, passages)),
        }
    )


def _object(statement: Statement) -> Any:
    """A record by its name, a number or words as a literal."""
    value = statement.value
    if value is None:
        return None
    if value.text is None:
        number = decimal(value.number)
        return None if number is None else {"@type": "xsd:decimal", "@value": number}
    if value_kind(statement) == "record":
        return named(iris.RECORD, value.text)
    return {"@value": value.text}


def _relay(relay: Relay) -> Node:
    by = named(iris.RECORD, relay.by) if relay.by else None
    return known({"by": by, "name": relay.by_text, "on": relay.on})


def _roles(statement: Statement) -> Iterator[tuple[str, list[Any]]]:
    """Who takes part and as what: records by their names, words as they are."""
    for role in dict.fromkeys(part.role for part in statement.roles):
        yield (
            role_word(role),
            [
                named(iris.RECORD, part.record) if part.record else {"@value": part.words or ""}
                for part in statement.roles
                if part.role == role
            ],
        )


def _annotations(of: str, citations: Iterable[Citation], passages: Passages) -> Iterator[Node]:
    for number, citation in enumerate(citations, 1):
        yield known(
            {
                "@id": f"{of}#citation-{number}",
                "@type": "Annotation",
                "motivation": "oa:linking",
                "target": _target(citation, passages),
                "paragraph": citation.paragraph,
                "says": citation.says,
                "note": citation.note,
                "confirms": citation.confirms,
            }
        )


def _target(citation: Citation, passages: Passages) -> str | Node:
    """A passage by its words and by its place; a document outside the pack as a whole."""
    document = named(iris.DOCUMENT, citation.source)
    if citation.quote is None:
        return document
    before, after = passages.around(citation)
    return {
        "@type": "SpecificResource",
        "source": document,
        "selector": [
            {"@type": "TextQuoteSelector", "exact": citation.quote, "prefix": before, "suffix": after},
            {"@type": "TextPositionSelector", "start": citation.start, "end": citation.end},
        ],
    }
