"""What citing reads: the part of a store that it needs, so that this room need not know the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from cstoref.model import Conflict, Edition, Record, Source, Statement

from .citable import Cited, of_record, of_source, of_statement

if TYPE_CHECKING:
    from cstoref.mentions import HasName


class HasStatement(Protocol):
    """A statement as a list has it."""

    @property
    def statement(self) -> Statement: ...


class CitationReader(Protocol):
    """A pack in which ids can be looked up."""

    @property
    def edition(self) -> Edition: ...

    def work_of(self, layer: str | None) -> Edition: ...

    def statement(self, id: str) -> HasStatement | None: ...

    def source(self, id: str) -> Source | None: ...

    def record(self, id: str) -> Record | None: ...

    def named(self, ids: Iterable[str]) -> Mapping[str, HasName]: ...


class MemoReader(CitationReader, Protocol):
    """A pack that also knows which conflicts name a statement."""

    def conflicts(self, record: str | None = None, statement: str | None = None) -> list[Conflict]: ...


def of_id(pack: CitationReader, id: str) -> tuple[Cited, ...]:
    """What a statement's, a source's or a record's id stands for, to be cited; nothing if there is none."""
    if listed := pack.statement(id):
        ids = {cite.source for cite in listed.statement.citations}
        sources = {id: source for id in ids if (source := pack.source(id))}
        holders = {id: pack.work_of(source.layer) for id, source in sources.items()}
        return of_statement(listed.statement, sources, pack.work_of(listed.statement.layer), holders)
    if source := pack.source(id):
        return of_source(source, pack.work_of(source.layer))
    record = pack.record(id)
    return of_record(record, pack.work_of(record.layer)) if record else ()
