"""What can be wrong with the text of a source: its bytes, its hash, its characters, its size."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from cstoref.sentences import sentences

from . import limits
from .limits import Limit

BYTE_ORDER_MARK = "\ufeff"
ACCEPT = "`cstoref verify --accept-texts`"
STACKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f"
    f"\u20d0-\u20ff\u2060-\u206f\ufe00-\ufe0f\ufe20-\ufe2f\U000e0000-\U000e01ef]{{{limits.STACKED.most + 1}}}"
)
"""More characters without a width on top of each other than any script needs."""
OF_A_TEXT = (limits.PARAGRAPH, limits.STACKED)
"""The limits on a single text."""
_DOCUMENTS = (
    (b"%PDF-", "is a PDF document"),
    (b"PK\x03\x04", "is a ZIP archive, such as DOCX, ODT or EPUB"),
    (b"\xd0\xcf\x11\xe0", "is a document of an office program"),
    (b"{\\rtf", "is an RTF document"),
)
_HTML = re.compile(
    rb"(<\?xml[^>]*>|<!--.*?-->|\s)*<(!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I | re.S
)


def document(raw: bytes) -> str:
    """What a file is that was saved as a text and is none, and what to do; empty for a text."""
    begin = raw[:2000].removeprefix(BYTE_ORDER_MARK.encode())
    kind = next((kind for start, kind in _DOCUMENTS if begin.startswith(start)), "")
    if not kind and _HTML.match(begin):
        kind = "is an HTML page"
    return (
        f"{kind}, not a text; bring it in with `cstoref pack add`, or save its words as plain text"
        if kind
        else ""
    )


def wrong_hash(raw: bytes, sha256: str | None) -> str:
    """Why a text does not have its hash; empty if it has it, or has none to have."""
    actual = hashlib.sha256(raw).hexdigest()
    if sha256 is None or actual == sha256:
        return ""
    if hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest() == sha256:
        return (
            "has the line endings of Windows, nothing else was changed: git or an editor rewrote them. Write "
            "`corpus/* -text` into .gitattributes in the folder of the pack, so that git leaves texts alone, "
            f"and run {ACCEPT}, which restores them"
        )
    return f'was changed, or its hash was; restore it, or accept it as it is with sha256 = "{actual}"'


def wrong_characters(text: str) -> str:
    """What is wrong with a text, or nothing."""
    if text.startswith(BYTE_ORDER_MARK):
        return "begins with a byte order mark; save it without"
    if "\r" in text:
        return f"has carriage returns; {ACCEPT} replaces them with plain line feeds"
    if "\0" in text:
        return "has null characters; it is not a text"
    if not unicodedata.is_normalized("NFC", text):
        return "is not in Unicode form NFC; normalise it"
    return ""


def limit_of(text: str) -> Limit | None:
    """The limit on a single text that it exceeds, if any."""
    if max(map(len, text.split("\n"))) > limits.PARAGRAPH.most:
        return limits.PARAGRAPH
    return limits.STACKED if STACKED.search(text) else None


def most_sentences(text: str) -> int:
    """How many sentences a text has: at most, where that is little enough, else counted."""
    ends = sum(map(text.count, ".?!…\n"))
    return ends if ends < limits.SENTENCES.most // 100 else len(sentences(text))
