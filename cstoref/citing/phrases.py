"""The parts of a citation in words, shared by the styles that are read by people."""

from __future__ import annotations

from cstoref import dates, sanitize
from cstoref.provenance import publisher_of

from .citable import Cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass

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
    return ", ".join(part for part in (periodical, publisher_of(source)) if part)


def passage(item: Cited) -> str:
    """The paragraph, what else gives the place, and the quote, as far as there are any."""
    citation = item.citation
    if citation is None:
        return ""
    paragraph = f"¶{citation.paragraph}" if citation.paragraph else ""
    quote = f"“{sanitize.line(citation.quote)}”" if citation.quote else ""
    says = f"in our words: {citation.says.rstrip('.')}" if citation.says else None
    place = "; ".join(sanitize.line(part) for part in (citation.note, says) if part)
    return ": ".join(part for part in (", ".join(p for p in (paragraph, place) if p), quote) if part)


def annotation(item: Cited) -> str:
    """What is cited from a source: each statement once, with its passages."""
    passages: dict[str, list[str]] = {}
    for each in (item, *item.more):
        passages.setdefault(each.text, []).append(passage(each))
    parts = (part for text, places in passages.items() for part in (text, *dict.fromkeys(places)))
    return " ".join(part for part in parts if part)


def address(item: Cited) -> str:
    """The address in angle brackets, with the day on which an editor looked at it; empty if there is none."""
    source = item.source
    if source is None or not source.url:
        return ""
    read = f", read {dates.spoken(source.read)}" if source.read else ""
    return f"<{sanitize.line(source.url)}>{read}"


def reopen(item: Cited) -> str:
    """The command that opens the very spot; one for each where there are several."""
    return "; ".join(f"{COMMAND} {spot}" for spot in dict.fromkeys(each.spot for each in (item, *item.more)))


def _titled(title: str) -> str:
    """A title in quotation marks; one of ours, in brackets, as it is."""
    title = sanitize.line(title)
    return title if title.startswith("[") else f"“{title}”"
