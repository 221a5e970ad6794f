"""Reads a saved mail by the standard library: its words, subject, sender and day."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from .document import Document, UnreadableDocument
from .plain_text import read as read_text
from .web_page import article

ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
MOST_PARTS = 1_000


def read(raw: bytes, encoding: str = "") -> Document:
    """The words of a mail: of its plain text if it has one, else of its page."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableDocument("is not a mail; it has no headers")
    parts = []
    for part in message.walk():
        parts.append(part)
        if len(parts) > MOST_PARTS:
            raise UnreadableDocument(f"has more than {MOST_PARTS:,} parts; save its words as plain text")
    if any(part.get_content_type() in ENCRYPTED for part in parts):
        raise UnreadableDocument("is encrypted; save its words as plain text")
    paragraphs = _body(message)
    if not paragraphs:
        raise UnreadableDocument("has no words")
    attached = [part.get_filename() or part.get_content_type() for part in parts if part.is_attachment()]
    remark = f"left out what is attached: {', '.join(attached)}"
    name, _ = parseaddr(str(message.get("from", "")))
    return Document(
        tuple(paragraphs),
        str(message.get("subject", "")),
        (name,) if name else (),
        issued=_day(str(message.get("date", ""))),
        remarks=(remark,) if attached else (),
    )


def _body(message: EmailMessage) -> list[str]:
    part = message.get_body(("plain", "html"))
    if part is None:
        return []
    try:
        content = part.get_content()
    except (LookupError, ValueError):  # an encoding that does not exist, or is not that of the bytes
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if part.get_content_type() == "text/html":
        return article(content)
    return list(read_text(content.replace("\0", "").encode("utf-8", "replace")).paragraphs)


def _day(stamp: str) -> str:
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (TypeError, ValueError):
        return ""
