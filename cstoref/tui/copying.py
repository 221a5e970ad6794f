"""What can be copied of a statement, a record or a source: words, citations, data. Makes text, no copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cstoref import sanitize
from cstoref.citing import STYLES
from cstoref.citing.citable import spot as spot_of
from cstoref.citing.reader import of_id
from cstoref.export import lines as export_lines
from cstoref.model import Statement
from cstoref.render import statements as said
from cstoref.render.card import card
from cstoref.render.text import Style
from cstoref.store.page_folds import folded
from cstoref.store.pages import page
from cstoref.store.queries import Store

from .spots import Spot

CITATIONS = {
    "plain": "citation",
    "markdown": "Markdown footnote",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
}


class Copyable(NamedTuple):
    """One thing that can be copied."""

    what: str
    """Its name, as it is said."""
    make: Callable[[], str]
    """Makes it: only what is chosen is made."""
    is_line: bool = True
    """Whether it is one line: what would run in a shell into which it is pasted."""

    def text(self) -> str:
        """What is copied: controls are visible, and a line stays a line."""
        return sanitize.line(self.make()) if self.is_line else sanitize.block(self.make())


def copyable(store: Store, at: Spot, as_of: str | None) -> list[Copyable]:
    """What can be copied at a spot, the words first."""
    listed = store.statement(at.statement) if at.statement else None
    found: list[Copyable] = []
    if listed is not None:
        found += _of_statement(store, listed.statement)
    id = at.statement or at.source or at.record
    if id is None:
        return found
    for style, what in CITATIONS.items():
        found.append(Copyable(what, _citation(store, id, style), is_line=style == "plain"))
    edition = store.pack["edition"]
    place = f"{id}:{at.start}" if at.source and at.start is not None else id
    found.append(Copyable("link", lambda: f"cstoref open {spot_of(place, edition)}"))
    found.append(Copyable("JSON", lambda: _json(store, at), is_line=False))
    if at.record:
        record = at.record
        found.append(Copyable("whole card", lambda: _card(store, record, as_of), is_line=False))
    return found


def _citation(store: Store, id: str, style: str) -> Callable[[], str]:
    return lambda: STYLES[style].write(of_id(store, id))


def _of_statement(store: Store, statement: Statement) -> list[Copyable]:
    mentioned = [*statement.about, statement.said_by, *(relay.by for relay in statement.via)]
    names = {id: one.name for id, one in store.named(id for id in mentioned if id).items()}
    found = [Copyable("statement", lambda: said.sentence(statement, names))]
    quotes = [cite.quote for cite in statement.citations if cite.quote]
    if quotes:
        found.append(Copyable("quote", lambda: " ".join(f"“{quote}”" for quote in quotes)))
    sources = [source for cite in statement.citations if (source := store.source(cite.source))]
    addresses = list(dict.fromkeys(source.url for source in sources if source.url))
    if addresses:
        found.append(Copyable("address of the source", lambda: " ".join(addresses)))
    return found


def _json(store: Store, at: Spot) -> str:
    import json

    listed = store.statement(at.statement) if at.statement else None
    source = store.source(at.source) if at.source else None
    record = store.record(at.record) if at.record else None
    line: object = None
    if listed is not None:
        line = export_lines.statement(listed.statement)
    elif source is not None:
        line = export_lines.source(source)
    elif record is not None:
        line = export_lines.record(record)
    return sanitize.json(json.dumps(line, ensure_ascii=False, indent=1))


def _card(store: Store, record: str, as_of: str | None) -> str:
    found = page(store, record, as_of)
    return "\n".join(card(folded(found, store), Style())) if found else ""
