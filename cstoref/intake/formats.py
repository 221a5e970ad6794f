"""The formats of documents: how each is told, and what reads it."""

from __future__ import annotations

from typing import NamedTuple


class DocumentFormat(NamedTuple):
    """One format of documents."""

    id: str
    endings: tuple[str, ...]
    module: str
    """The module of this package whose `read` reads it."""
    name: str
    begins: tuple[bytes, ...] = ()
    """What the bytes of every such document begin with; empty where that cannot be told."""


FORMATS = (
    DocumentFormat("txt", ("txt", "text"), "plain_text", "plain text"),
    DocumentFormat("md", ("md", "markdown"), "markdown", "Markdown"),
    DocumentFormat("html", ("html", "htm", "xhtml"), "web_page", "a web page"),
    DocumentFormat("pdf", ("pdf",), "pdf", "a PDF document", (b"%PDF-",)),
    DocumentFormat("docx", ("docx", "docm"), "office", "a DOCX document", (b"PK\x03\x04",)),
    DocumentFormat("odt", ("odt",), "office", "an ODT document", (b"PK\x03\x04",)),
    DocumentFormat("eml", ("eml",), "mail", "a mail"),
)
"""Every format that can be brought in: a module with `read(raw, encoding)`, and a line here."""
BY_ID = {format.id: format for format in FORMATS}
_OTHERS = (
    (
        (b"\xd0\xcf\x11\xe0",),
        "a document of an older office program, or encrypted; save it as DOCX without a password",
    ),
    ((b"{\\rtf",), "an RTF document; save it as DOCX or ODT"),
    ((b"\xff\xd8\xff", b"\x89PNG", b"GIF8"), "a picture; save its words as plain text"),
)


def format_of(name: str) -> DocumentFormat | None:
    """The format that the name of a file says by its ending."""
    ending = name.rpartition(".")[2].lower()
    return next((format for format in FORMATS if ending in format.endings), None)


def mistaken(format: DocumentFormat, raw: bytes) -> str:
    """What a document is that is not of the format it is taken for, and what to do; else empty."""
    begin = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if format.begins and begin.startswith(format.begins):
        return ""
    other = next((format for format in FORMATS if format.begins and begin.startswith(format.begins)), None)
    if other:
        return f"is {other.name}; read it with --as {other.id}"
    known = next((f"is {what}" for starts, what in _OTHERS if begin.startswith(starts)), "")
    return known or (f"is not {format.name}, as the ending of its name says" if format.begins else "")
