"""Statements, records and names as lines of lists; everything that is known of one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cstoref import dates
from cstoref.model import Citation, Conflict, Record, Statement
from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, wrap
from cstoref.store.queries import RecordRef, StatementRow
from cstoref.tui.line import READING, Line, Piece, blank, columns, paragraph, plain

LABEL = 13


def inferred_lines(rule: str | None, basis: Sequence[StatementRow], cells: int) -> list[Line]:
    """What an inferred statement follows from, and by which rule."""
    room = min(READING, cells - 2)
    lines: list[Line] = [blank(), plain(f" {MARKS.inferred} inferred by us", "accent"), blank()]
    lines += paragraph(rule or "", room, indent=1)
    for item in basis:
        lines += [blank(), *paragraph(f"{MARKS.dot} {item.statement.text}", room, "text", 1)]
        for citation in item.statement.citations:
            if citation.quote:
                lines += paragraph(f"“{citation.quote}”", room - 2, "dim", 3)
    return lines


def linked_lines(ids: Sequence[str], named: Mapping[str, RecordRef], cells: int) -> list[Line]:
    """Records as items of a list, with their kinds."""
    room = max(8, cells - 14)
    return [columns([(f" {named[id].name}", room, "link"), (named[id].kind, 13, "dim")], id) for id in ids]


def use_lines(items: Sequence[StatementRow], names: Mapping[str, str], cells: int) -> list[Line]:
    """Statements as items of a list: the record of each, then its sentence."""
    lines: list[Line] = []
    for item in items:
        statement = item.statement
        about = clip(names.get(statement.subject, statement.subject), cells - 2)
        lines.append(Line((Piece(f" {about}", "accent"),), statement.id))
        lines += paragraph(said.sentence(statement, names), max(10, cells - 2), "text", 3, statement.id)
    return lines


def name_lines(record: Record, cells: int) -> list[Line]:
    """Every other name of a record with its language and what is said of it; its identifiers."""
    lines: list[Line] = []
    for name in record.names:
        if name.text != record.name:
            about = ", ".join(part for part in (name.lang, name.note) if part)
            lines += _labelled(about, name.text, cells)
    if lines and record.identifiers:
        lines.append(blank())
    for scheme, value in record.identifiers:
        lines += _labelled(scheme, value, cells)
    return lines or [plain(" No other name is known.", "dim")]


def detail_lines(
    statement: Statement,
    label: str,
    names: Mapping[str, str],
    shorts: Mapping[str, str],
    conflicts: Sequence[Conflict],
    cells: int,
) -> list[Line]:
    """Everything that is known of a statement; its passages are items, numbered from 0."""
    lines = [*paragraph(statement.text, cells - 2, "title", 1), blank()]
    for name, words in said.facts(statement, label, names):
        lines += _labelled(name, words, cells)
    for conflict in conflicts:
        lines += [blank(), plain(f" {MARKS.conflict} {conflict.topic}", "conflict")]
        lines += paragraph(
            f"{conflict.nature.replace('-', ' ')}: {conflict.explanation}", cells - 3, indent=3
        )
    for number, citation in enumerate(statement.citations):
        lines += [blank(), *_citation_lines(citation, shorts, number, cells)]
    return lines


def _labelled(label: str, words: str | None, cells: int) -> list[Line]:
    """A fact in two columns: its name, its words; none where there are none."""
    room = max(10, cells - LABEL - 2)
    heads = wrap(label, LABEL - 1)
    bodies = wrap(words or "", room)
    return [
        Line(
            (
                *columns([(f" {heads[at] if at < len(heads) else ''}", LABEL, "dim")]).pieces,
                Piece(f" {body}"),
            )
        )
        for at, body in enumerate(bodies + [""] * max(0, len(heads) - len(bodies)) if bodies else [])
    ]


def _citation_lines(citation: Citation, shorts: Mapping[str, str], number: int, cells: int) -> list[Line]:
    mark = MARKS.quoted if citation.quote else MARKS.referenced
    where = shorts[citation.source] + (f" ¶{citation.paragraph}" if citation.paragraph else "")
    lines = [*paragraph(f"{mark} {where}", cells - 2, "mark", 1, str(number))]
    confirms = f"confirms it for {dates.spoken(citation.confirms)}" if citation.confirms else None
    for words in (f"“{citation.quote}”" if citation.quote else None, citation.says, confirms, citation.note):
        lines += paragraph(words or "", cells - 4, "text", 3, str(number))
    return lines
