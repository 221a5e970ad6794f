"""Records in the RIS format of reference managers: a tag and a value a line, UTF-8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cstoref import sanitize
from cstoref.model import Author
from cstoref.provenance import publisher_of

from . import phrases
from .citable import Cited
from .days import issued
from .people import person

TYPES = {
    "official": "GOVDOC",
    "law-database": "STAT",
    "agency": "NEWS",
    "press": "NEWS",
    "research": "RPRT",
    "dataset": "DATA",
    "copy": "ELEC",
    "wiki": "ENCYC",
    "other": "ELEC",
}
"""The type of reference for each class of source; what stands in a periodical with issues is `MGZN`."""


def write(items: Sequence[Cited]) -> str:
    """A record for each, with a blank line between."""
    return "\n\n".join("\n".join(f"{tag}  - {value}" for tag, value in _lines(item)) for item in items)


def _lines(item: Cited) -> Iterator[tuple[str, str]]:
    yield "TY", _type(item)
    for tag, value in _values(item):
        if value:
            yield tag, sanitize.line(value)
    yield "ER", ""


def _type(item: Cited) -> str:
    if item.source is None:
        return "ENCYC"
    return "MGZN" if item.source.volume or item.source.issue else TYPES.get(item.source.type, "GEN")


def _values(item: Cited) -> Iterator[tuple[str, str]]:
    source = item.source
    yield "ID", item.key
    yield "TI", item.title
    if source is None:
        yield "T2", item.work.title
        yield "ET", item.work.edition
        yield "PY", item.work.checked_until[:4]
    else:
        yield from (("AU", _author(author)) for author in source.authors)
        yield "T2", source.container or ""
        yield "VL", source.volume or ""
        yield "IS", source.issue or ""
        yield "PB", publisher_of(source)
        date = issued(source)
        if date and date.first:
            yield "PY", f"{date.first[0]}"
            yield "DA", "/".join([*(f"{part:02}" for part in date.first), *[""] * (4 - len(date.first))])
        yield "UR", source.url or ""
        yield "Y2", (source.read or "").replace("-", "/")
        yield "LA", source.language
        for each in (item, *item.more):
            yield "N1", each.text
            yield "N1", phrases.passage(each)
    yield "DB", item.work.title
    yield "AN", item.spot
    yield "N1", phrases.reopen(item)


def _author(author: Author) -> str:
    """The family name first, as the format has it; a body as it is."""
    name = person(author)
    return f"{name.family}, {name.given}" if name and name.given else author.name
