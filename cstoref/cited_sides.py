"""The sides of a conflict that have a source: what is shown of it, and what is checked."""

from __future__ import annotations

from .namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .model import Citation, Statement


class CitedSide(NamedTuple):
    """What one source says in a conflict: a passage or a document, and the statements that rest on it."""

    citation: Citation
    statements: tuple[Statement, ...]


def cited_sides(citations: tuple[Citation, ...], statements: tuple[Statement, ...]) -> list[CitedSide]:
    """The sides of a conflict that have a source: what it cites, then what else its statements rest on."""
    cited = list(citations)
    for statement in statements:
        own = statement.citations
        if own and not any(citation.meets(other) for citation in own for other in cited):
            cited.append(own[0])
    return [CitedSide(citation, _resting(statements, citation)) for citation in cited]


def _resting(statements: tuple[Statement, ...], citation: Citation) -> tuple[Statement, ...]:
    return tuple(s for s in statements if any(other.meets(citation) for other in s.citations))
