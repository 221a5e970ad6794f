"""Statements as memberships, occupancies and notes; citations as documentations; conflicts as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cstoref.export import lines, plain_dates
from cstoref.export.json_document import json_of
from cstoref.export.pack_index import PackIndex, is_plain
from cstoref.model import Citation, Conflict, Statement

from .entity import CITATION, CONFLICT, DOCUMENT, RECORD, STATEMENT, Entity, EntityMaker, Given
from .records import BODIES, LEGAL_ENTITIES, PERSON, POSITION, schema_of

_EDGES = {
    "membership": ("Membership", "member", LEGAL_ENTITIES, "organization", BODIES),
    "observer": ("Membership", "member", LEGAL_ENTITIES, "organization", BODIES),
    "office": ("Occupancy", "holder", (PERSON,), "post", (POSITION,)),
}
"""Fields that are edges: their schema, and the property and the schemata at either end."""
_EXPRESSED = ("type", "id", "text", "citations", "about", "trivial")
"""The keys of a statement's line that have properties of their own, or none of interest."""


def entities(statement: Statement, index: PackIndex, names: EntityMaker) -> Iterator[Entity]:
    """A statement, then its citations."""
    edge = _edge(statement, index, names)
    told = [
        *_told(lines.statement(statement)),
        *(f"conflict: {id}" for id in index.conflicts.get(statement.id, [])),
    ]
    proof = names.ids(DOCUMENT, (cite.source for cite in statement.citations))
    if edge:
        schema, ends = edge
        dates = plain_dates.of_state(statement.when)
        yield names.entity(
            STATEMENT,
            statement.id,
            schema,
            **ends,
            startDate=dates.start,
            endDate=dates.end,
            date=dates.attested,
            summary=statement.text,
            description=told,
            recordId=statement.id,
            proof=proof,
        )
        entity = names.id(RECORD, statement.subject)
    else:
        yield _note(STATEMENT, statement.id, statement.text, statement.about, told, proof, names)
        entity = names.id(STATEMENT, statement.id)
    yield from _documentations(statement.id, [entity], statement.citations, index, names)


def conflict_entities(conflict: Conflict, index: PackIndex, names: EntityMaker) -> Iterator[Entity]:
    """A conflict, then what it cites itself."""
    told = [*_told(lines.conflict(conflict)), *(f"statement: {id}" for id in conflict.statements)]
    proof = names.ids(DOCUMENT, (cite.source for cite in conflict.citations))
    text = f"{conflict.topic}: {conflict.explanation}"
    yield _note(CONFLICT, conflict.id, text, conflict.records, told, proof, names)
    entity = names.id(CONFLICT, conflict.id)
    yield from _documentations(conflict.id, [entity], conflict.citations, index, names, CONFLICT)


def _edge(statement: Statement, index: PackIndex, names: EntityMaker) -> tuple[str, dict[str, Given]] | None:
    """The schema and the two ends of a plain statement that is a membership or a term of office."""
    if statement.field not in _EDGES or not is_plain(statement) or not statement.value:
        return None
    schema, start, starts, end, ends = _EDGES[statement.field]
    of, to = index.records[statement.subject], index.records.get(statement.value.text or "")
    if to is None or schema_of(of) not in starts or schema_of(to) not in ends:
        return None
    both: dict[str, Given] = {start: names.id(RECORD, of.id), end: names.id(RECORD, to.id)}
    if schema == "Membership":
        both["role"] = index.pack.fields[statement.field].inverse
    return schema, both


def _note(
    what: str, of: str, text: str, about: Iterable[str], told: list[str], proof: list[str], names: EntityMaker
) -> Entity:
    return names.entity(
        what, of, "Note", description=text, entity=names.ids(RECORD, about), notes=told, proof=proof
    )


def _documentations(
    of: str,
    entity: list[str],
    citations: Iterable[Citation],
    index: PackIndex,
    names: EntityMaker,
    what: str = STATEMENT,
) -> Iterator[Entity]:
    """What links a document to what rests on it, with the passage."""
    for number, cite in enumerate(citations, 1):
        source = index.sources[cite.source]
        made = names.entity(
            CITATION,
            f"{what}/{of}/{number}",
            "Documentation",
            document=names.id(DOCUMENT, source.id),
            entity=entity,
            role="quoted" if cite.quote else "referenced",
            summary=cite.quote,
            description=_told({**lines.citation(cite), "source": None, "quote": None}),
            recordId=of,
            sourceUrl=source.url,
            publisher=source.publisher,
            retrievedAt=source.read,
        )
        yield made._replace(origin=of)


def _told(line: dict[str, Any]) -> list[str]:
    """What has no property: the other keys of a line as `key: value`, without those that say nothing."""
    return [
        f"{key}: {value if isinstance(value, str) else json_of(value)}"
        for key, value in line.items()
        if key not in _EXPRESSED and value not in (None, False, [], {})
    ]
