"""The facts of two records beside each other."""

from __future__ import annotations

from .namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Fact


class FactPair(NamedTuple):
    """What the facts of both say under one label; either side may have none."""

    label: str
    left: Fact | None
    right: Fact | None

    @property
    def differs(self) -> bool:
        """Whether the two sides say different things."""
        return (self.left and self.left.text) != (self.right and self.right.text)


def paired(first: Iterable[Fact], second: Iterable[Fact]) -> tuple[FactPair, ...]:
    """The facts of two records but the lines under their names, in the order of their pages."""
    left, right = (
        {fact.id: fact for fact in facts if fact.statements and not fact.head} for facts in (first, second)
    )
    pairs = [
        FactPair((left.get(id) or right[id]).label, left.get(id), right.get(id))
        for id in dict.fromkeys((*left, *right))
    ]
    return tuple(sorted(pairs, key=lambda pair: not pair.differs))
