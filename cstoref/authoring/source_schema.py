"""What an author may write of a source, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints

from .value_types import LANGUAGE, SHA256, Authored, Id, ShortText, Text, Title, Word


def _by_name(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class AuthoredAuthor(Authored):
    """Who wrote a document: a person by name, or a body."""

    name: ShortText
    body: bool = False


class AuthoredOriginal(Authored):
    """The document that a text was read from: the name of its file, and the hash of its bytes."""

    file: ShortText
    sha256: Annotated[str, StringConstraints(pattern=SHA256)]


class AuthoredSource(Authored):
    """One document. With `sha256` its text stands in `corpus/ID.txt`; without it is only referred to.

    `whole_sha256` is the hash of the whole text, where that file has only the passages that are cited, each
    in its place. `attached` says that it was cited before its text was there: citations of it may still lack
    a quote.
    """

    id: Id
    title: Title
    type: Word
    publisher: Title
    abbr: ShortText
    author: Text | None = None
    authors: list[Annotated[AuthoredAuthor, BeforeValidator(_by_name)]] = []
    container: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    issued: ShortText | None = None
    issued_basis: Text | None = None
    url: Text | None = None
    copy_of: ShortText | None = None
    read: ShortText | None = None
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] = "en"
    sha256: Annotated[str, StringConstraints(pattern=SHA256)] | None = None
    whole_sha256: Annotated[str, StringConstraints(pattern=SHA256)] | None = None
    original: AuthoredOriginal | None = None
    attached: bool = False
    note: Text | None = None
