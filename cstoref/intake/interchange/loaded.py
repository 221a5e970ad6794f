"""A loaded pack as one that can be compared, without compiling it."""

from __future__ import annotations

from cstoref.model import Conflict, Edition, Pack, Record, Source, Statement
from cstoref.provenance import ordered
from cstoref.store.stated_dates import dated


def as_exported(pack: Pack) -> Pack:
    """The pack as an export of it is: each date that no text states with its basis, and the citations of a
    statement with the strongest first."""
    of = {source.id: source for source in pack.sources}
    statements = (
        statement._replace(citations=tuple(ordered(statement.citations, of)))
        if len(statement.citations) > 1
        else statement
        for statement in dated(pack).statements
    )
    return pack._replace(statements=tuple(statements))


class LoadedPack:
    """What `export.difference` compares, of a pack that is loaded."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    @property
    def edition(self) -> Edition:
        """What the pack says of itself."""
        return self._pack.edition

    def sources(self) -> tuple[Source, ...]:
        """Every source."""
        return self._pack.sources

    def whole_records(self) -> tuple[Record, ...]:
        """Every record."""
        return self._pack.records

    def all_statements(self) -> tuple[Statement, ...]:
        """Every statement."""
        return self._pack.statements

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every conflict."""
        return self._pack.conflicts

    def retired_ids(self) -> dict[str, str]:
        """Every id that is no longer used, with what is meant by it now."""
        return {one.id: one.successor for one in self._pack.retired}
