"""The parts of a citation in words, shared by the styles that are read by people."""

from __future__ import annotations

from cstoref import dates, sanitize

from .citable import Cited

COMMAND = "cstoref open"


def published(item: Cited) -> list[str]:
    """Author, title, where and when it appeared, each safe to print."""
    source = item.source
    if source is None:
        return [_titled(item.text.rstrip(".")), item.work.title, f"edition {item.work.edition}"]
    parts = [source.author, _titled(source.title), where(item), dates.spoken(source.issued)]
    return [sanitize.line(part) for part in parts if part]


def where(item: Cited) -> str:
    """The periodical with volume and issue, then who published it."""
    source = item.source
    if source is None:
        return item.work.title
    number = " ".join(part for part in (source.volume, f"({source.issue})" if source.issue else None) if part)
    periodical = " ".join(part for part in (source.container, number) if part)
    return ", ".join(part for part in (periodical, source.publisher) if part)


def passage(item: Cited) -> str:
    """The paragraph and the quote, as far as there are any; what else tells the place."""
    citation = item.citation
    if citation is None:
        return ""
    paragraph = f"¶{citation.paragraph}" if citation.paragraph else ""
    quote = f"“{sanitize.line(citation.quote)}”" if citation.quote else ""
    place = sanitize.line(citation.note or "")
    return ": ".join(part for part in (", ".join(p for p in (paragraph, place) if p), quote) if part)


def reopen(item: Cited) -> str:
    """The command that opens the very spot."""
    return f"{COMMAND} {item.spot}"


def _titled(title: str) -> str:
    """A title in quotation marks; one of ours, in brackets, as it is."""
    title = sanitize.line(title)
    return title if title.startswith("[") else f"“{title}”"
