"""What an export reads: the part of a store that it needs, so that this room need not know the store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cstoref.model import Conflict, Edition, Fact, Record, Source, Statement


class PackReader(Protocol):
    """A pack that can be read from end to end."""

    @property
    def edition(self) -> Edition: ...

    @property
    def newest_source(self) -> str: ...

    def count(self, what: str) -> int: ...

    def sources(self) -> list[Source]: ...

    def whole_records(self) -> Iterator[Record]: ...

    def stored_facts(self, record: str) -> list[Fact]: ...

    def all_statements(self) -> Iterator[Statement]: ...

    def conflicts(self) -> list[Conflict]: ...
