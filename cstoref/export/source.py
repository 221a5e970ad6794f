"""What an export reads: the part of a store that it needs, so that this room need not know the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from cstoref.model import (
    Conflict,
    Edition,
    Fact,
    Field,
    Record,
    Retired,
    RuleException,
    Scheme,
    Silence,
    Source,
    Statement,
)


class LayerReader(Protocol):
    """What one pack of a stack says of itself."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def edition(self) -> str: ...

    @property
    def checked_until(self) -> str: ...

    @property
    def checked_from(self) -> str | None: ...

    @property
    def licence(self) -> str: ...

    @property
    def language(self) -> str: ...

    @property
    def description(self) -> str: ...

    @property
    def extends(self) -> str | None: ...

    @property
    def vocabulary(self) -> str | None: ...


class PackReader(Protocol):
    """A pack that can be read from end to end."""

    @property
    def layers(self) -> Sequence[LayerReader]: ...

    @property
    def edition(self) -> Edition: ...

    @property
    def newest_source(self) -> str: ...

    @property
    def fields(self) -> Mapping[str, Field]: ...

    @property
    def schemes(self) -> Mapping[str, Scheme]: ...

    def count(self, what: str) -> int: ...

    def sources(self) -> list[Source]: ...

    def whole_records(self) -> Iterator[Record]: ...

    def stored_facts(self, record: str) -> list[Fact]: ...

    def all_statements(self) -> Iterator[Statement]: ...

    def conflicts(self) -> list[Conflict]: ...

    def silences(self) -> list[Silence]: ...

    def exceptions(self) -> list[RuleException]: ...

    def retired(self) -> list[Retired]: ...

    def text(self, source: str) -> str: ...
