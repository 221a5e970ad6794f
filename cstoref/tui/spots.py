"""What a text names exactly: a record, a statement, a source, or a passage as `SOURCE:OFFSET`."""

from __future__ import annotations

from typing import NamedTuple

from cstoref.store.queries import Store


class Spot(NamedTuple):
    """A place in the pack. Of a statement the record is its subject; `start` is an offset in code points."""

    record: str | None = None
    statement: str | None = None
    source: str | None = None
    start: int | None = None


def spot(store: Store, text: str) -> Spot | None:
    """The place that an id, or a source with an offset, names; None if there is no such place."""
    if statement := store.statement(text):
        return Spot(statement.statement.subject, text)
    if store.named([text]):
        return Spot(text)
    if store.source(text):
        return Spot(source=text)
    source, colon, offset = text.rpartition(":")
    if colon and offset.isdigit() and (known := store.source(source)) and known.path:
        return Spot(source=source, start=int(offset))
    return None


def sentence_at(store: Store, source: str, start: int | None) -> int | None:
    """The number of the sentence at an offset, or of the next one after it; None without an offset."""
    if start is None:
        return None
    sentences = store.sentences(source)
    return next((sentence.number for sentence in sentences if sentence.end > start), None)
