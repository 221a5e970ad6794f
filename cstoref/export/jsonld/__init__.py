"""The pack as JSON-LD: a graph for every RDF tool. Its context stands in the file: nothing is requested.

Records and sources have types and properties of schema.org. A statement is a `Claim` of schema.org and an
`rdf:Statement` of the W3C with everything that is known of it; each of its citations is a Web Annotation of
the W3C, whose selectors find the passage again. What schema.org says in a property of its own (who attended,
held an office, was a member) stands beside the claim only where the claim is plain: neither denied nor
planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from cstoref.export import iris, usage
from cstoref.export.json_document import write_object
from cstoref.export.lines import SCHEMA
from cstoref.export.pack_index import PackIndex
from cstoref.export.source import PackReader

from . import claims, context, documents, records
from .nodes import Node


def write(pack: PackReader, out: TextIO) -> None:
    """Write the context, then the graph with a node on each line."""
    write_object({"@context": context.context(pack.edition.id)}, {"@graph": nodes(pack)}, out)


def nodes(pack: PackReader) -> Iterator[Node]:
    """What the pack is, then its fields, sources, records, statements and conflicts."""
    yield _dataset(pack)
    yield from (_field(id, one.label, one.inverse) for id, one in pack.fields.items())
    index = PackIndex(pack)
    yield from map(documents.node, index.sources.values())
    for record in index.records.values():
        yield records.node(record, index)
    passages = claims.Passages(pack)
    for statement in pack.all_statements():
        yield claims.node(statement, passages)
    for conflict in pack.conflicts():
        yield claims.conflict_node(conflict, passages)


def _dataset(pack: PackReader) -> Node:
    edition = pack.edition
    return {
        "@id": iris.ROOT + iris.part(edition.id),
        "@type": "Dataset",
        "name": edition.title,
        "version": edition.edition,
        "schemaVersion": SCHEMA,
        "description": edition.description,
        "license": usage.licence_address(edition),
        "usageInfo": {"@type": "CreativeWork", "text": usage.terms(edition)},
        "checkedUntil": edition.checked_until,
        "inLanguage": edition.language,
    }


def _field(id: str, label: str, inverse: str) -> Node:
    return {"@id": f"field:{iris.part(id)}", "@type": "rdf:Property", "label": label, "inverseLabel": inverse}
