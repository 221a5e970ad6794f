"""Facets: what statements can be narrowed to. One is written `name: value`: `year: 2009`."""

from __future__ import annotations

from cstoref.model import Statement
from cstoref.provenance import SEPARATOR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def in_layer(layer: str | None) -> tuple[str, ...]:
    """The facet of what belongs to a layer; none for what is below all of them."""
    return (f"layer: {layer}",) if layer else ()


def of_statement(statement: Statement, conflicts: int, group: str = "") -> Iterator[str]:
    """The facets of a statement that so many conflicts concern; `group` is that of its field on a page."""
    yield f"evidence: {statement.grounding}"
    yield f"stance: {statement.stance}"
    if conflicts:
        yield "conflict: sources conflict"
    if group:
        yield f"about: {group}"
    yield from in_layer(statement.layer)
    if statement.grade:
        best, *publishers = statement.grade.split(SEPARATOR)
        yield f"best source: {best}"
        if publishers:
            yield f"publishers: {'one' if publishers[0].startswith('1 ') else 'several'}"
    yield f"year: {statement.when.lstrip('/.[')[:4] if statement.when else 'undated'}"
