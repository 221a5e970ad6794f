"""Markdown footnotes. What a Markdown reader would take for its own marks is escaped."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref import sanitize

from . import phrases
from .citable import Cited

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|~"})


def write(items: Sequence[Cited]) -> str:
    """The statement with its footnote marks, where one is cited, and the footnotes."""
    # A colon after the bracket is what makes a line a footnote: a label must not look like one.
    labels = [item.key.replace(":", "-") for item in items]
    stated: dict[str, str] = {}
    for item, label in zip(items, labels, strict=True):
        if item.source is not None and item.text:
            stated[item.text] = f"{stated.get(item.text, '')}[^{label}]"
    lines = [line for text, marks in stated.items() for line in (f"{escaped(text)}{marks}", "")]
    return "\n".join([*lines, *(footnote(item, label) for item, label in zip(items, labels, strict=True))])


def footnote(item: Cited, label: str) -> str:
    """One footnote, on one line."""
    parts = [escaped(", ".join(phrases.published(item)))]
    if passage := phrases.passage(item):
        parts.append(f", {escaped(passage)}")
    parts.append(".")
    if address := phrases.address(item):
        parts.append(f" {address}.")
    return "".join([f"[^{label}]: ", *parts, f" `{phrases.reopen(item)}`"])


def escaped(text: str) -> str:
    """Text that means itself in Markdown."""
    return sanitize.line(text).translate(_MARKS)
