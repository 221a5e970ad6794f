"""Reads a PDF document with pypdf, which is in the extra `cstoref[import]`."""

from __future__ import annotations

import io
from typing import NamedTuple

from cstoref.authoring import limits
from cstoref.extras import remedy

from .document import Document, UnreadableDocument
from .page_facts import day_of, language_of
from .print_lines import printed

MISSING = "is a PDF document, and pypdf is not installed: {remedy}; or save its words as plain text"
ENCRYPTED = "is encrypted; save a copy without a password"


class _Raw(NamedTuple):
    """What pypdf gives of a document."""

    pages: list[list[str]]
    about: dict[str, str]
    language: str


def read(raw: bytes, encoding: str = "") -> Document:
    """The paragraphs of a PDF document, and what it says of itself."""
    pages, about, language = _raw(raw)
    text = printed(pages)
    if not text.paragraphs:
        raise UnreadableDocument("has no words, only pictures of pages; save it with its text recognised")
    return Document(
        text.paragraphs,
        about.get("/Title", ""),
        tuple(name.strip() for name in about.get("/Author", "").split(";") if name.strip()),
        language=language_of(language),
        reader="pypdf",
        remarks=(*text.remarks, *made_on(_day(about.get("/CreationDate", "")))),
    )


def _raw(raw: bytes) -> _Raw:
    """The lines of the pages, the entries about the document, and its language. Raises Unreadable."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        raise UnreadableDocument(MISSING.format(remedy=remedy("pypdf"))) from None
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument(ENCRYPTED)
        if len(reader.pages) > limits.PAGES.most:
            raise UnreadableDocument(f"has {limits.PAGES}")
        pages = [(page.extract_text() or "").split("\n") for page in reader.pages]
        about = {key: str(value) for key, value in (reader.metadata or {}).items()}
        root = reader.trailer["/Root"].get_object()
    except (DependencyError, FileNotDecryptedError):
        raise UnreadableDocument(ENCRYPTED) from None
    return _Raw(pages, about, str(root.get("/Lang", "")) if isinstance(root, dict) else "")


def made_on(day: str) -> tuple[str, ...]:
    """What may help where the day of publication is not stated: a document says when its file was made."""
    return (f"its file was made on {day}; if it was published then: --date {day}",) if day else ()


def _day(stamp: str) -> str:
    """The day of a time as PDF writes it: D:20141108101500."""
    digits = stamp.removeprefix("D:")[:8]
    return day_of(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}") if digits.isdigit() and len(digits) == 8 else ""
