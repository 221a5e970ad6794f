"""The ids of a pack's statements, packed: a million of them take thirty megabytes, and as a set five times as
many."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator


class StatementIds(Collection[str]):
    """Which statements there are. An id is that of its record, a slash, and the rest."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        """Record to what its ids have after it, a blank around each."""
        self._count = 0

    def add(self, record: str, ids: Iterable[str]) -> None:
        """Note the statements of a record, all at once."""
        rests = [id[len(record) :] for id in ids]
        self._count += len(rests)
        self._of[record] = f" {' '.join(rests)} "

    def __contains__(self, id: object) -> bool:
        record, _, rest = str(id).partition("/")
        return f" /{rest} " in self._of.get(record, "")

    def __iter__(self) -> Iterator[str]:
        return (f"{record}{rest}" for record, rests in self._of.items() for rest in rests.split())

    def __len__(self) -> int:
        return self._count


class AnyOf(Collection[str]):
    """What is in any of some collections."""

    def __init__(self, *collections: Collection[str]) -> None:
        self._collections = collections

    def __contains__(self, id: object) -> bool:
        return any(id in collection for collection in self._collections)

    def __iter__(self) -> Iterator[str]:
        return (id for collection in self._collections for id in collection)

    def __len__(self) -> int:
        return sum(map(len, self._collections))
