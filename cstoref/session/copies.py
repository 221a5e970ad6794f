"""What can be copied of a statement, a record or a source: words, citations, a link, data."""

from __future__ import annotations

import json
from collections.abc import Callable

from cstoref import sanitize
from cstoref.citing import STYLES
from cstoref.citing.citable import spot
from cstoref.citing.reader import of_id
from cstoref.errors import UserError
from cstoref.export import lines
from cstoref.mentions import names_in
from cstoref.model import Source, Statement
from cstoref.render import statements as said
from cstoref.render.card import card
from cstoref.render.text import Style
from cstoref.store.page_folds import folded
from cstoref.store.pages import page
from cstoref.store.queries import Store

from .target import Target

CITATIONS = {
    "plain": "citation",
    "markdown": "Markdown footnote",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
}
"""How each style is called where one is chosen."""
ADDRESS = "address of the source"
LINES = ("statement", "quote", ADDRESS, "citation", "link")
"""What is one line when it is copied: another would run in a shell into which it is pasted."""
Copies = dict[str, Callable[[], str]]
"""Each text by its name; made when it is chosen."""


def copies_of(store: Store, target: Target, record: str | None, as_of: str | None) -> Copies:
    """What can be copied of a target, the words first; of `record` the card on the day `as_of`."""
    listed = store.statement(target.of) if target.what == "statement" else None
    copies: Copies = _of_statement(store, listed.statement) if listed else {}
    for style, name in CITATIONS.items():
        # The default binds the style of this turn of the loop; a closure would see the last one.
        copies[name] = lambda style=style: cite(store, target, style)  # type: ignore[misc]
    copies["link"] = lambda: link(store, target)
    copies["JSON"] = lambda: json_of(store, target)
    if record:
        copies["whole card"] = lambda: _card(store, record, as_of)
    return {
        name: _harmless(make, sanitize.line if name in LINES else sanitize.block)
        for name, make in copies.items()
    }


def _harmless(make: Callable[[], str], clean: Callable[[str], str]) -> Callable[[], str]:
    """Makes a text in which controls are visible, wherever it is pasted."""
    return lambda: clean(make())


def address_of(source: Source) -> Copies:
    """The address of a source; nothing where it has none."""
    address = sanitize.line(source.url or "")
    return {ADDRESS: lambda: address} if address else {}


def cite(store: Store, target: Target, style: str) -> str:
    """A citation in a style of `STYLES`. Raises UserError for what cannot be cited."""
    items = of_id(store, target.of)
    if not items:
        raise UserError("a conflict cannot be cited; cite its statements")
    return STYLES[style].written(items)


def link(store: Store, target: Target) -> str:
    """The command that opens the target again."""
    return f"cstoref open {spot(target.reference, store.work_of(store.layer_of(target.of)))}"


def json_of(store: Store, target: Target) -> str:
    """A record, statement, source or conflict as indented JSON, safe to print."""
    line: object = None
    if listed := store.statement(target.of):
        line = lines.statement(listed.statement)
    elif record := store.record(target.of):
        line = lines.record(record)
    elif source := store.source(target.of):
        line = lines.source(source)
    elif conflict := store.conflict(target.of):
        line = lines.conflict(conflict)
    return sanitize.json(json.dumps(lines.versioned(line), ensure_ascii=False, indent=1))


def _of_statement(store: Store, statement: Statement) -> Copies:
    names = names_in(store, [statement])
    copies: Copies = {"statement": lambda: said.sentence(statement, names)}
    quotes = [cite.quote for cite in statement.citations if cite.quote]
    if quotes:
        copies["quote"] = lambda: " ".join(f"“{quote}”" for quote in quotes)
    sources = [source for cite in statement.citations if (source := store.source(cite.source))]
    addresses = list(dict.fromkeys(source.url for source in sources if source.url))
    if addresses:
        copies[ADDRESS] = lambda: " ".join(addresses)
    return copies


def _card(store: Store, record: str, as_of: str | None) -> str:
    read = page(store, record, as_of)
    return "\n".join(card(folded(read, store), Style())) if read else ""
