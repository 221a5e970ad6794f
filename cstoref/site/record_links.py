"""Links to records: by name, and within sentences that mention them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .address import LinkBase, record_page
from .contents import Contents
from .html import Html, joined, link

SHORTEST = 3
"""Letters of a name that is looked for in a sentence: a shorter one may be part of something else."""


def record_link(contents: Contents, here: LinkBase, id: str) -> Html:
    """The name of a record as a link to its page."""
    return link(here.to(record_page(id)), contents.names.get(id, id))


def linked(contents: Contents, here: LinkBase, text: str, ids: Iterable[str]) -> Html:
    """A sentence in which the first name of each of some records is a link to it; but not of the record whose
    page it stands on."""
    others = [id for id in ids if id in contents.records and record_page(id) != here.page]
    parts: list[str] = []
    done = 0
    for start, end, id in sorted(_places(contents, text, others)):
        parts += [text[done:start], link(here.to(record_page(id)), text[start:end])]
        done = end
    return joined([*parts, text[done:]])


def _places(contents: Contents, text: str, ids: Iterable[str]) -> list[tuple[int, int, str]]:
    """Where a text names records: start, end and id, none of them overlapping."""
    # The longest names first: `Collective Security Council of the CSTO` is not a mention of the CSTO.
    names = sorted(
        ((name, id) for id in ids for name in _names(contents, id)), key=lambda pair: -len(pair[0])
    )
    places: list[tuple[int, int, str]] = []
    for name, id in names:
        if any(id == other for _, _, other in places):
            continue
        start = _place(text, name)
        end = start + len(name)
        if start >= 0 and all(end <= left or start >= right for left, right, _ in places):
            places.append((start, end, id))
    return places


def _names(contents: Contents, id: str) -> Iterator[str]:
    record = contents.records[id]
    for name in (record.name, *(name.text for name in record.names if name.lang is None)):
        if len(name) >= SHORTEST:
            yield name


def _place(text: str, name: str) -> int:
    """Where a name stands in a text as words of its own; -1 if nowhere."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return at
        at = text.find(name, at + 1)
    return -1
