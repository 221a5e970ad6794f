"""Items in the JSON of the Citation Style Language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cstoref import sanitize
from cstoref.model import Author, Source
from cstoref.provenance import publisher_of

from . import phrases
from .citable import Cited
from .days import issued
from .people import person

TYPES = {
    "official": "document",
    "agency": "article-newspaper",
    "press": "article-newspaper",
    "law-database": "legislation",
    "research": "report",
    "dataset": "dataset",
    "copy": "webpage",
    "wiki": "entry-encyclopedia",
    "other": "webpage",
}
"""The type of item for each class of source."""


def write(items: Sequence[Cited]) -> str:
    """One array."""
    return sanitize.json(json.dumps([_item(item) for item in items], ensure_ascii=False, indent=1))


def _item(item: Cited) -> dict[str, Any]:
    work = item.work
    values: dict[str, Any] = {"id": item.key, "title": item.title}
    if item.source is None:
        values |= {"type": "entry-encyclopedia", "container-title": work.title, "edition": work.edition}
        values["issued"] = {"date-parts": [[int(work.checked_until[:4])]]}
    else:
        values |= _source(item.source)
    note = phrases.annotation(item) if item.source else ""
    values |= {"note": note, "archive": work.title, "archive_location": item.spot}
    # An absent variable is unknown to a citation processor; an empty one would count as given.
    return {name: value for name, value in values.items() if value}


def _source(source: Source) -> dict[str, Any]:
    periodical = bool(source.volume or source.issue)
    return {
        "type": "article-magazine" if periodical else TYPES.get(source.type, "document"),
        "author": [_name(author) for author in source.authors],
        "container-title": source.container,
        "volume": source.volume,
        "issue": source.issue,
        "publisher": publisher_of(source),
        "issued": _issued(source),
        "URL": source.url,
        "accessed": _accessed(source),
        "language": source.language,
    }


def _name(author: Author) -> dict[str, str]:
    name = person(author)
    if name is None or not name.given:
        return {"literal": author.name}
    return {"family": name.family, "given": name.given}


def _accessed(source: Source) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in source.read.split("-")]]} if source.read else None


def _issued(source: Source) -> dict[str, Any] | None:
    date = issued(source)
    if date is None or not date.first:
        return None
    parts: dict[str, Any] = {"date-parts": [list(end) for end in (date.first, date.last) if end]}
    return parts | {"circa": True} if date.doubtful else parts
