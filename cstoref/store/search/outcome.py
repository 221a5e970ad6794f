"""What words come to, as one value: a card, an answer, or a list of what may be meant."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from .exact import Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .answers import Answer

CARD = "card"
ANSWER = "answer"
HITS = "found"
MOST_MEANT = 20
"""Records that are listed of those that may be meant."""


class Outcome(NamedTuple):
    """What a query comes to. Which parts are there depends on the status."""

    query: str
    status: str
    """card, ambiguous, answer, found (hits of a search with scopes or phrases), silent, outside or
    not_found."""
    record: str = ""
    """Of a card."""
    read_as: str = ""
    certain: bool = True
    """Whether the query was taken as it was typed, and all of it: a whole name, or a question of which no
    word was left out."""
    why: str = ""
    """Where it was not: what it was taken for, and why."""
    hits: tuple[Hit, ...] = ()
    """What may be meant, or the closest names; of a card, other records that the query may mean."""
    answer: Answer | None = None
    unknown: tuple[str, ...] = ()
    """Words that no text here has, or nothing of what is shown, which were left out."""
    as_of: str = ""
    """The day that a card is wanted for, where the question names one; else empty."""


def each_once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The first hit of each record."""
    first: dict[str | None, Hit] = {}
    for hit in hits:
        first.setdefault(hit.record, hit)
    return tuple(first.values())
