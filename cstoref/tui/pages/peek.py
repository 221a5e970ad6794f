"""A statement's footnotes and records at a glance, or one record, as lines of a box."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, pad, width, wrap
from cstoref.session.glance import Glance
from cstoref.session.outcomes import Peek
from cstoref.tui.line import Line, Piece, blank, paragraph

LABEL = 13
PASSAGE = 4
"""Lines that a footnote takes at most; the source pane has all of it."""


def peek_lines(peek: Peek, cells: int) -> list[Line]:
    """The statement, its footnotes as items by number from 0, and the records as items by id."""
    lines: list[Line] = []
    if peek.statement is not None:
        lines += paragraph(peek.statement.text, cells - 2, "title", 1)
        for number, citation in enumerate(peek.statement.citations):
            mark = MARKS.quoted if citation.quote else MARKS.referenced
            lines += [
                blank(),
                *paragraph(f"{mark} {peek.shorts[citation.source]}", cells - 2, "mark", 1, str(number)),
            ]
            words = f"“{citation.quote}”" if citation.quote else citation.says or ""
            lines += paragraph(words, cells - 5, "text", 3, str(number))[:PASSAGE]
        if not peek.statement.citations:
            lines += [
                blank(),
                *paragraph(f"{MARKS.inferred} {peek.statement.rule or ''}", cells - 2, "dim", 1),
            ]
    for glance in peek.glances:
        lines += [*([blank()] if lines else []), *_record(glance, cells)]
    return lines


def _record(glance: Glance, cells: int) -> Iterator[Line]:
    room = max(8, cells - width(glance.kind) - 3)
    name = pad(clip(f" {glance.name}", room - 2), room)
    yield Line((Piece(name, "link"), Piece(glance.kind, "dim")), glance.id)
    for label, words in glance.lines:
        column = LABEL if label else 0
        for at, part in enumerate(wrap(words, max(10, cells - column - 5))):
            head = pad(label if at == 0 else "", column)
            yield Line((Piece(f"   {head}", "dim"), Piece(part)), glance.id)
