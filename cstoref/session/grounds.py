"""What stands beside a statement without a passage in the pack: the document it is cited from, or what it is
inferred from, and everything else that rests on that.

Values and the keys of what can be opened there; how they are drawn is left to the front ends.
"""

from __future__ import annotations

from cstoref.mentions import names_in
from cstoref.model import SERIOUS, Citation, Conflict, Source, Statement
from cstoref.namedtuples import NamedTuple
from cstoref.provenance import ordered
from cstoref.store.queries import Store
from cstoref.store.sources import Resting, inferred_from, resting
from cstoref.store.statement_reader import StatementRow

from .source_text import SourceView

MOST = 20
"""Statements that are listed of those that rest on a source: more would be wrapped for every row that the
cursor comes to. `r` lists all."""
ADDRESS = "@"
"""The key of the address of a document; with a number after it, that of another source of the statement."""


class OtherSource(NamedTuple):
    """A further source of the statement."""

    key: str
    source: Source
    citation: Citation


class DocumentGround(NamedTuple):
    """A document outside the pack, as the source of a statement or by itself."""

    source: Source
    citation: Citation | None
    statement: Statement | None
    others: tuple[OtherSource, ...]
    """The other sources of the statement, the strongest first."""
    resting: tuple[Resting, ...]
    """What else rests on the document, at most `MOST`."""
    total: int
    """How many statements rest on it in all, the one under the cursor among them."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be opened, in order."""
        address = (ADDRESS,) if self.source.url else ()
        return (*address, *(other.key for other in self.others), *(item.id for item in self.resting))


class Inference(NamedTuple):
    """What an inferred statement follows from."""

    statement: Statement
    premises: tuple[StatementRow, ...]
    names: dict[str, str]
    """The names of the records that the premises mention."""
    shorts: dict[str, str]
    """How a footnote names each source of the premises."""
    siblings: tuple[Resting, ...]
    """What else is inferred from the first premise."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be opened, in order."""
        return tuple(
            dict.fromkeys((*(row.statement.id for row in self.premises), *(s.id for s in self.siblings)))
        )


class Disputes(NamedTuple):
    """The conflicts that concern a record, for the fact that counts them."""

    serious: tuple[Conflict, ...]
    """Those in which something is in doubt: the ones that are counted."""
    notes: tuple[Conflict, ...]
    """Those that are only about names and changes."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be opened, in order."""
        return tuple(conflict.id for conflict in (*self.serious, *self.notes))


Grounds = DocumentGround | Inference | Disputes


def disputes_of(store: Store, record: str) -> Disputes:
    """The conflicts that concern a record."""
    conflicts = store.conflicts(record)
    return Disputes(
        tuple(conflict for conflict in conflicts if conflict.nature in SERIOUS),
        tuple(conflict for conflict in conflicts if conflict.nature not in SERIOUS),
    )


def grounds_of(store: Store, passage: SourceView, statement: Statement | None) -> Grounds | None:
    """What a passage without a text rests on; None where there is nothing, or the pack has the text."""
    if passage.inferred is not None:
        return _inference(store, passage.inferred)
    source = store.source(passage.source) if passage.source else None
    if source is None or source.path:
        return None
    cited = statement if passage.citation is not None else None
    listed = resting(store, source.id, MOST + 1)
    others = tuple(item for item in listed if cited is None or item.id != cited.id)
    return DocumentGround(
        source,
        passage.citation,
        cited,
        _others(store, cited, passage.citation) if cited else (),
        others[:MOST],
        store.resting(source.id),
    )


def _others(store: Store, statement: Statement, shown: Citation | None) -> tuple[OtherSource, ...]:
    """The citations of a statement but for the one that is shown, the strongest first."""
    sources = {c.source: store.source(c.source) for c in statement.citations}
    known = {id: source for id, source in sources.items() if source is not None}
    numbers = {citation: number for number, citation in enumerate(statement.citations)}
    return tuple(
        OtherSource(f"{ADDRESS}{numbers[citation]}", known[citation.source], citation)
        for citation in ordered(statement.citations, known)
        if citation != shown
    )


def _inference(store: Store, statement: Statement) -> Inference:
    premises = tuple(row for id in statement.rests_on if (row := store.statement(id)))
    cited = (citation.source for row in premises for citation in row.statement.citations)
    siblings = inferred_from(store, statement.rests_on[0]) if statement.rests_on else ()
    return Inference(
        statement,
        premises,
        names_in(store, (row.statement for row in premises)),
        store.shorts(cited),
        tuple(item for item in siblings if item.id != statement.id),
    )
