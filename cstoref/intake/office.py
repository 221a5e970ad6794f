"""Reads DOCX and ODT documents by the standard library: their paragraphs, without headers, footers, comments,
notes and what was deleted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from cstoref.authoring import limits

from .document import Document, UnreadableDocument
from .page_facts import day_of, language_of
from .pdf import made_on
from .xml_events import walk


class Layout(NamedTuple):
    """Where a format of documents has what."""

    body: str
    about: str
    paragraphs: tuple[str, ...]
    words: tuple[str, ...]
    """Elements whose text counts; empty: all text within a paragraph."""
    skipped: tuple[str, ...]
    blanks: tuple[str, ...]
    facts: Mapping[str, str]


DOCX = Layout(
    "word/document.xml",
    "docProps/core.xml",
    ("w:p",),
    ("w:t",),
    ("w:del", "w:moveFrom", "mc:Fallback", "w:footnote"),
    ("w:tab", "w:br", "w:cr", "w:noBreakHyphen"),
    {"dc:title": "title", "dc:creator": "authors", "dc:language": "language", "dcterms:created": "made"},
)
ODT = Layout(
    "content.xml",
    "meta.xml",
    ("text:p", "text:h"),
    (),
    ("text:note", "office:annotation", "text:tracked-changes", "office:forms", "text:sequence-decls"),
    ("text:s", "text:tab", "text:line-break"),
    {
        "dc:title": "title",
        "meta:initial-creator": "authors",
        "dc:language": "language",
        "meta:creation-date": "made",
    },
)
MANIFEST = "META-INF/manifest.xml"


def read(raw: bytes, encoding: str = "") -> Document:
    """The paragraphs of a DOCX or ODT document, and what it says of itself."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except zipfile.BadZipFile:
        raise UnreadableDocument(
            "is broken: it is no archive, as documents of its format are; save it anew"
        ) from None
    with archive:
        names = set(archive.namelist())
        layout = next((one for one in (DOCX, ODT) if one.body in names), None)
        if layout is None:
            raise UnreadableDocument("is an archive without a text document; save it as DOCX or ODT")
        if MANIFEST in names and b"encryption-data" in _part(archive, MANIFEST):
            raise UnreadableDocument("is encrypted; save a copy without a password")
        body = _Paragraphs(layout)
        walk(_part(archive, layout.body), body.start, body.end, body.words)
        facts = _facts(_part(archive, layout.about), layout) if layout.about in names else {}
    return Document(
        tuple(body.paragraphs),
        facts.get("title", ""),
        tuple(name.strip() for name in facts.get("authors", "").split(";") if name.strip()),
        language=language_of(facts.get("language", "")),
        remarks=made_on(day_of(facts.get("made", ""))),
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A file of an archive, unpacked as far as the limit. Raises Unreadable."""
    try:
        with archive.open(name) as part:
            content = part.read(limits.UNPACKED.most + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableDocument(
            f"is broken or encrypted, and cannot be read ({error}); save it anew"
        ) from None
    if len(content) > limits.UNPACKED.most:
        raise UnreadableDocument(f"has {limits.UNPACKED}")
    return content


class _Paragraphs:
    """Gathers the paragraphs of a document."""

    def __init__(self, layout: Layout) -> None:
        self.paragraphs: list[str] = []
        self._layout = layout
        self._open: list[list[str]] = []
        """Those that are open, several at once: a text frame has its own paragraphs within one."""
        self._skipping = self._counting = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        layout = self._layout
        self._skipping += name in layout.skipped
        self._counting += name in layout.words
        if name in layout.paragraphs:
            self._open.append([])
        elif name in layout.blanks and self._open and not self._skipping:
            self._open[-1].append("-" if name == "w:noBreakHyphen" else " ")

    def end(self, name: str) -> None:
        """An element ends."""
        if name in self._layout.paragraphs:
            text = "".join(self._open.pop())
            if text.strip():
                self.paragraphs.append(text)
        self._skipping -= name in self._layout.skipped
        self._counting -= name in self._layout.words

    def words(self, text: str) -> None:
        """Text of an element."""
        if self._open and not self._skipping and (self._counting or not self._layout.words):
            self._open[-1].append(text)


def _facts(xml: bytes, layout: Layout) -> dict[str, str]:
    facts: dict[str, str] = {}
    path: list[str] = []

    def words(text: str) -> None:
        if path and path[-1] in layout.facts:
            key = layout.facts[path[-1]]
            facts[key] = facts.get(key, "") + text

    def end(name: str) -> None:
        path.pop()

    walk(xml, lambda name, _: path.append(name), end, words)
    return facts
