"""A conflict with both its sides: each passage in its article, and what rests on it."""

from __future__ import annotations

from cstoref.cited_sides import CitedSide, cited_sides
from cstoref.mentions import mentioned
from cstoref.model import Citation, Conflict, Source, Statement
from cstoref.namedtuples import NamedTuple

from .passage_window import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .queries import Store

INFERRED = "Inferred"
"""The title of a side that rests on other statements and on no source."""


class Side(NamedTuple):
    """One side: a passage with what stands around it, a document outside the pack, an inferred statement, or
    a record."""

    title: str
    """How a footnote names the source, the record's name, or `Inferred`."""
    source: Source | None
    citation: Citation | None
    before: str
    passage: str
    """What collides: the passage, or of a record what it is."""
    after: str
    statements: tuple[Statement, ...]
    """What rests on the passage, or on the document, and is part of the conflict; or what is inferred."""
    record: str | None = None
    shown: tuple[Statement, ...] = ()
    """Those of them that are shown with it: where a note says what the source has, a statement that stands on
    another side as well is not repeated."""


class ConflictDetail(NamedTuple):
    """A conflict laid open."""

    conflict: Conflict
    sides: tuple[Side, ...]
    names: dict[str, str]
    """The names of the records that it concerns and that its statements mention."""


def conflict_detail(store: Store, id: str) -> ConflictDetail | None:
    """The conflict of an id, or None.

    Its sides are what it cites, then what else its statements rest on, then its inferred statements; where
    that is one or nothing, as where names mislead, the records too.
    """
    conflict = store.conflict(id)
    if conflict is None:
        return None
    listed = [item for id in conflict.statements if (item := store.statement(id))]
    statements = tuple(item.statement for item in listed)
    sides = [_side(store, cited) for cited in cited_sides(conflict.citations, statements)]
    # What the editors inferred is a side too: a conflict may be between a source and an inference.
    sides += [Side(INFERRED, None, None, "", "", "", (s,)) for s in statements if not s.citations]
    # A conflict needs two sides. One that names records (two people taken for one) has them there.
    if len(sides) < 2:
        sides += _records(store, conflict)
    names = store.named([*conflict.records, *(id for s in statements for id in mentioned(s))])
    return ConflictDetail(conflict, _unrepeated(sides), {id: named.name for id, named in names.items()})


def _unrepeated(sides: Sequence[Side]) -> tuple[Side, ...]:
    """The sides with what each shows of its statements: all, or beside a note those that no other shows."""
    # A note already says what the source has; a statement is repeated beside it only if no other side shows
    # it.
    elsewhere = {s.id for side in sides if not _has_note(side) for s in side.statements}
    filled: list[Side] = []
    for side in sides:
        shown = side.statements
        if _has_note(side):
            shown = tuple(statement for statement in shown if statement.id not in elsewhere)
            elsewhere |= {statement.id for statement in shown}
        filled.append(side._replace(shown=shown))
    return tuple(filled)


def _has_note(side: Side) -> bool:
    return (
        side.citation is not None
        and side.citation.start is None
        and bool(side.citation.says or side.citation.note)
    )


def _side(store: Store, cited: CitedSide) -> Side:
    citation, resting = cited
    source = store.source(citation.source)
    assert source is not None
    if citation.start is None or citation.end is None:
        return Side(source.short, source, citation, "", "", "", resting)
    # Offsets are code points, as everywhere: slicing the text is exact whatever its script.
    text = store.text(citation.source)
    first, last = window(store.sentences(citation.source), text, citation.start, citation.end)
    return Side(
        source.short,
        source,
        citation,
        text[first : citation.start],
        text[citation.start : citation.end],
        text[citation.end : last],
        resting,
    )


def _records(store: Store, conflict: Conflict) -> list[Side]:
    """The records as sides: what each is."""
    records = [record for id in conflict.records if (record := store.record(id))]
    return [Side(record.name, None, None, "", record.blurb or "", "", (), record.id) for record in records]


def by_nature(conflicts: Sequence[Conflict], natures: Sequence[str]) -> list[tuple[str, list[Conflict]]]:
    """The conflicts of each nature that there are any of."""
    groups = [
        (nature, [conflict for conflict in conflicts if conflict.nature == nature]) for nature in natures
    ]
    return [(nature, of) for nature, of in groups if of]
