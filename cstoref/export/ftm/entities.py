"""All entities of a pack, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref.export.pack_index import PackIndex
from cstoref.export.source import PackReader

from . import claims, documents, records
from .entity import Entity, EntityMaker


def entities(pack: PackReader) -> Iterator[Entity]:
    """The pack, then its sources, records, statements with their citations, and conflicts."""
    index, names = PackIndex(pack), EntityMaker(pack.edition.id)
    yield documents.pack(pack.edition, names)
    for source in index.sources.values():
        yield documents.document(source, names)
    for record in index.records.values():
        yield records.entity(record, index, names)
    for statement in pack.all_statements():
        yield from claims.entities(statement, index, names)
    for conflict in pack.conflicts():
        yield from claims.conflict_entities(conflict, index, names)
