"""What a document comes to once it is read: paragraphs, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Document(NamedTuple):
    """The words of a document. What it does not state is empty: nothing here is guessed."""

    paragraphs: tuple[str, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    issued: str = ""
    """The day on which it says that it was published, as an EDTF date."""
    url: str = ""
    language: str = ""
    """A code of two or three letters."""
    reader: str = ""
    """By what it was read, where there is a choice."""
    remarks: tuple[str, ...] = ()
    """What was left out or changed, and what may help with what is missing: a sentence each."""

    @property
    def text(self) -> str:
        """The text as the corpus has it: a paragraph a line, a blank line between."""
        return "\n\n".join(self.paragraphs) + "\n"


class UnreadableDocument(ValueError):
    """A document that cannot be read. The message follows its name: “is encrypted; …”."""


def from_plain(values: Mapping[str, Any]) -> Document:
    """The document of which `_asdict` made these values, also after they were JSON."""
    lists = {name: tuple(values[name]) for name in ("paragraphs", "authors", "remarks")}
    return Document(**{**values, **lists})
