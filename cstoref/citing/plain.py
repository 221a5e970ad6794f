"""A sentence for a footnote: author, title, where, when, paragraph and quote, address, spot."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref import sanitize

from . import phrases
from .citable import Cited


def write(items: Sequence[Cited]) -> str:
    """A line for each source, record or statement; a statement before its citations."""
    of_spot: dict[str, list[Cited]] = {}
    for item in items:
        of_spot.setdefault(item.spot, []).append(item)
    return "\n".join(_one(of) for of in of_spot.values())


def sentence(item: Cited) -> str:
    """One citation without the statement and its spot."""
    parts = [*phrases.published(item), phrases.passage(item)]
    address = f" {phrases.address(item)}" if phrases.address(item) else ""
    return ", ".join(part for part in parts if part) + address


def _one(items: Sequence[Cited]) -> str:
    first = items[0]
    stated = f"{sanitize.line(first.text)} " if first.source is not None and first.text else ""
    return f"{stated}{'; '.join(sentence(item) for item in items)} ({phrases.reopen(first)})"
