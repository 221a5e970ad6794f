"""What is cited: a source, a statement with the passage it rests on, or a record of the reference itself."""

from __future__ import annotations

from cstoref.model import Citation, Edition, Record, Source, Statement
from cstoref.namedtuples import NamedTuple
from cstoref.paths import BUILTIN_ID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

AT = "@"
"""Stands in a spot between the id and the edition."""


class Cited(NamedTuple):
    """One thing to be cited."""

    key: str
    """Tells it from others in a bibliography; letters, digits, `-` and `:` only."""
    spot: str
    work: Edition
    source: Source | None
    """None for a record, and for what we infer: then the reference itself is cited."""
    citation: Citation | None
    text: str
    """The statement, or the name of the record; empty for a source."""
    holder: Edition | None = None
    """The pack that has the source, where that is not the pack of the statement."""
    more: tuple[Cited, ...] = ()
    """What else is cited from the same source, where a bibliography has one entry for all."""

    @property
    def title(self) -> str:
        """The title of what a bibliography lists."""
        return self.source.title if self.source else self.text


def spot(id: str, work: Edition) -> str:
    """An id with the edition in which it was cited, `belarus@2026.12`; of another pack than the built-in one
    with that, `mine:belarus@1`: an id alone might be that of something else elsewhere."""
    pack = "" if work.id == BUILTIN_ID else f"{work.id}:"
    return f"{pack}{id}{AT}{work.edition}"


def passage_spot(item: Cited) -> str:
    """The spot of the passage that a citation is of, `SOURCE:START-END`; without one that of the document, or
    of what is cited from the reference itself."""
    if item.source is None:
        return item.spot
    cite = item.citation
    place = f":{cite.start}-{cite.end}" if cite and cite.start is not None else ""
    return spot(f"{item.source.id}{place}", item.holder or item.work)


def of_source(source: Source, work: Edition) -> tuple[Cited, ...]:
    """A source for itself."""
    return (Cited(source.id, spot(source.id, work), work, source, None, ""),)


def of_record(record: Record, work: Edition) -> tuple[Cited, ...]:
    """A record, as an article in the reference."""
    return (Cited(record.id, spot(record.id, work), work, None, None, record.name),)


def of_statement(
    statement: Statement,
    sources: Mapping[str, Source],
    work: Edition,
    holders: Mapping[str, Edition] | None = None,
) -> tuple[Cited, ...]:
    """A statement with each of its citations; what we infer is cited from the reference. `holders`: the pack
    that has each source."""
    key, at = statement.id.replace("/", ":"), spot(statement.id, work)
    if not statement.citations:
        return (Cited(key, at, work, None, None, statement.text),)
    return tuple(
        # The first citation has the bare key, so that it stays the same when a second one is added.
        Cited(
            f"{key}:{n}" if n > 1 else key,
            at,
            work,
            sources[cite.source],
            cite,
            statement.text,
            (holders or {}).get(cite.source),
        )
        for n, cite in enumerate(statement.citations, 1)
    )


def by_source(items: Iterable[Cited]) -> tuple[Cited, ...]:
    """One item for each source, with the id of the source as its key; what is cited from the reference itself
    stays one item for each spot. In the order of first use."""
    entries: dict[str, Cited] = {}
    for item in items:
        key = item.source.id if item.source else item.key
        if key not in entries:
            entries[key] = item._replace(key=key)
        elif item.source:
            first = entries[key]
            entries[key] = first._replace(more=(*first.more, item))
    return tuple(entries.values())
