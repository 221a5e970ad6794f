"""Statements and records as lines of lists, and what an inferred statement follows from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, wrap
from cstoref.store.queries import Listed, Named
from cstoref.tui.line import READING, Line, Piece, blank, columns, paragraph, plain


def inferred_lines(rule: str | None, basis: Sequence[Listed], cells: int) -> list[Line]:
    """What an inferred statement follows from, and by which rule."""
    lines: list[Line] = [blank(), plain(f"{MARKS.inferred} inferred by us.", "accent"), blank()]
    lines += paragraph(rule or "", min(READING, cells - 2), indent=1)
    for item in basis:
        lines += [
            blank(),
            *paragraph(f"{MARKS.dot} {item.statement.text}", min(READING, cells - 2), "text", 1),
        ]
        for citation in item.statement.citations:
            if citation.quote:
                lines += paragraph(f"“{citation.quote}”", min(READING, cells - 4), "dim", 3)
    return lines


def linked_lines(ids: Sequence[str], named: Mapping[str, Named], cells: int) -> list[Line]:
    """Records as items of a list, with their kinds."""
    room = max(8, cells - 14)
    return [columns([(f" {named[id].name}", room, "link"), (named[id].kind, 13, "dim")], id) for id in ids]


def use_lines(items: Sequence[Listed], names: Mapping[str, str], cells: int) -> list[Line]:
    """Statements as items of a list: the record of each, then its sentence."""
    lines: list[Line] = []
    for item in items:
        statement = item.statement
        about = clip(names.get(statement.subject, statement.subject), cells - 2)
        lines.append(Line((Piece(f" {about}", "accent"),), statement.id))
        lines += [
            Line((Piece(f"   {part}"),), statement.id)
            for part in wrap(said.sentence(statement, names), max(10, cells - 5))
        ]
    return lines
