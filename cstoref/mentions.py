"""The records that a statement mentions, so that their names can be shown for their ids.

Whoever shows a statement asks here: it is the one list of the places where a statement names a record.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Protocol

    from cstoref.model import Statement

    class HasName(Protocol):
        """What stands for a record in a line."""

        @property
        def name(self) -> str: ...

    class NamesRecords(Protocol):
        """A pack in which the names of records can be looked up."""

        def named(self, ids: Iterable[str]) -> Mapping[str, HasName]: ...


def mentioned(statement: Statement) -> Iterator[str]:
    """The ids of all records that a statement concerns or names, each once: the subject first, then who says
    it, then who relayed it."""
    ids = (*statement.about, statement.said_by, *(relay.by for relay in statement.via))
    yield from dict.fromkeys(id for id in ids if id)


def names_in(pack: NamesRecords, statements: Iterable[Statement]) -> dict[str, str]:
    """The names of all records that some statements mention, by id."""
    ids = dict.fromkeys(id for statement in statements for id in mentioned(statement))
    return {id: record.name for id, record in pack.named(ids).items()}
