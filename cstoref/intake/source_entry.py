"""From a document and what a person says of it to its entry in `data/sources.toml`.

A value that neither states is not guessed: what an entry needs is written as still to fill in, which `verify`
lists, and what it does not need is left out. Both are said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from cstoref import fold
from cstoref.authoring import address, limits
from cstoref.authoring.file_names import DEVICES
from cstoref.authoring.lint import TO_FILL_IN

from .document import Document
from .tidy import one_line


class Given(NamedTuple):
    """What a person says of a document. Empty is what they leave to the document."""

    id: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    abbr: str = ""
    date: str = ""
    url: str = ""
    type: str = ""
    language: str = ""
    read: str = ""


class SourceEntry(NamedTuple):
    """The entry of a source, and what to say of it."""

    values: dict[str, Any]
    missing: tuple[str, ...]
    """Keys that neither the document nor a person states."""
    remarks: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the source."""
        return str(self.values["id"])


ASKED = {
    "title": "the title of the document",
    "publisher": "who published it",
    "date": "when it was published (YYYY-MM-DD, YYYY-MM or YYYY)",
    "type": "its class",
    "url": "its address on the web",
}
"""What is asked for where neither the document nor a person has said it, in the order of the questions."""
UNSTATED_TYPE = "other"
"""The class of what is not known."""


def with_facts_of(given: Given, document: Document) -> tuple[Given, tuple[str, ...]]:
    """What a person says, and for the rest what the document states; with what of it could not be used."""
    url = document.url
    remarks: tuple[str, ...] = ()
    if not given.url and url and (wrong := address.problem(url)):
        url, remarks = "", (f"left out its address {url}: it {wrong}",)
    return (
        Given(
            given.id,
            given.title or one_line(document.title)[: limits.NAME.most],
            given.authors or tuple(one_line(name)[: limits.NAME.most] for name in document.authors),
            given.publisher or one_line(document.publisher)[: limits.NAME.most],
            given.abbr,
            given.date or document.issued,
            given.url or url,
            given.type,
            given.language or document.language,
            given.read,
        ),
        remarks,
    )


def missing(given: Given) -> tuple[str, ...]:
    """What of a source is not said, of what is asked for."""
    return tuple(key for key in ASKED if not getattr(given, key))


def entry(given: Given, name: str, taken: Collection[str], original: Mapping[str, str]) -> SourceEntry:
    """The entry of a source that is read from a file with a name; `taken` are ids that are used."""
    remarks = []
    language = given.language
    if not language:
        remarks.append("its language is not stated: English is assumed; say another with --language")
    if not given.type:
        remarks.append(f"its class is not stated: “{UNSTATED_TYPE}” is assumed; say another with --type")
    publisher = given.publisher or TO_FILL_IN
    values: dict[str, Any] = {
        "id": given.id or _free(_id_of(given, name), taken),
        "title": given.title or TO_FILL_IN,
        "type": given.type or UNSTATED_TYPE,
        "publisher": publisher,
        "abbr": given.abbr or publisher,
        "authors": list(given.authors) or None,
        "issued": given.date,
        "url": given.url,
        "read": given.read,
        "language": language if language != "en" else None,
        "original": dict(original),
    }
    present = {key: value for key, value in values.items() if value}
    return SourceEntry(present, tuple(key for key in missing(given) if key != "type"), tuple(remarks))


def _id_of(given: Given, name: str) -> str:
    """An id such as the others have: publisher and date; else the name of the file."""
    words = given.abbr or given.publisher
    stem = name.rpartition("/")[2].rpartition(".")[0] or name
    id = slug(f"{words} {given.date}" if words and given.date else stem) or "text"
    return f"{id}-text" if id in DEVICES else id


def slug(words: str) -> str:
    """Words as an id: small letters and digits, with hyphens between."""
    return re.sub(r"[^a-z0-9]+", "-", fold.words(words))[:60].strip("-")


def _free(id: str, taken: Collection[str]) -> str:
    """The id, or with the first number from 2 that is not taken."""
    number, free = 1, id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    return free
