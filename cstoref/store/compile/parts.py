"""What is compiled: a `Pack`, or one that is read while it is compiled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from cstoref.model import (
    Conflict,
    Edition,
    Record,
    Retired,
    RuleException,
    Silence,
    Source,
    Statement,
    Vocabulary,
)


class PackParts(Protocol):
    """The parts of a pack, each of which is gone through once, in this order."""

    @property
    def edition(self) -> Edition: ...

    @property
    def layers(self) -> Sequence[Edition]: ...

    @property
    def vocabulary(self) -> Vocabulary: ...

    @property
    def sources(self) -> Sequence[Source]: ...

    @property
    def texts(self) -> Iterable[tuple[str, str]]:
        """Source id and text, in the order of the sources."""
        ...

    @property
    def records(self) -> Sequence[Record]: ...

    @property
    def statements(self) -> Iterable[Statement]: ...

    @property
    def conflicts(self) -> Sequence[Conflict]: ...

    @property
    def silences(self) -> Sequence[Silence]: ...

    @property
    def exceptions(self) -> Sequence[RuleException]: ...

    @property
    def retired(self) -> Sequence[Retired]: ...
