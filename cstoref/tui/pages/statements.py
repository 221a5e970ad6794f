"""Statements, records, names and conflicts as lines of lists; everything about one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cstoref import dates
from cstoref.model import Citation, Conflict, Record
from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, width, wrap
from cstoref.session.names import other_names
from cstoref.session.outcomes import StatementDetails
from cstoref.store.record_reader import RecordRef
from cstoref.store.statement_reader import StatementRow
from cstoref.tui.line import Line, Piece, blank, columns, paragraph, plain

LABEL = 13


def record_lines(records: Sequence[RecordRef], cells: int) -> list[Line]:
    """Records as items of a list, with their kinds."""
    room = max(8, cells - 14)
    return [
        columns([(clip(f" {record.name}", room - 2), room, "link"), (record.kind, 13, "dim")], record.id)
        for record in records
    ]


def conflict_lines(conflicts: Sequence[Conflict]) -> list[Line]:
    """Conflicts as items of a list, by what they are about."""
    return [plain(f" {conflict.topic}", "text", conflict.id) for conflict in conflicts]


def text_lines(names: Sequence[str]) -> list[Line]:
    """Texts as items of a list, by name; their number, from 0, is the key."""
    return [plain(f" {name}", "text", str(number)) for number, name in enumerate(names)]


def statement_lines(items: Sequence[StatementRow], names: Mapping[str, str], cells: int) -> list[Line]:
    """Statements as items of a list: the record of each, then its sentence."""
    lines: list[Line] = []
    for item in items:
        statement = item.statement
        about = clip(names.get(statement.subject, statement.subject), cells - 2)
        lines.append(Line((Piece(f" {about}", "accent"),), statement.id))
        lines += paragraph(said.sentence(statement, names), max(10, cells - 2), "text", 3, statement.id)
    return lines


def name_lines(record: Record, identifiers: Sequence[tuple[str, str]], cells: int) -> list[Line]:
    """Every other name of a record under its language; its identifiers under their schemes."""
    lines: list[Line] = []
    named = other_names(record)
    longest = max((width(label) for label, _ in (*named, *identifiers)), default=0)
    column = max(LABEL, min(longest + 2, cells // 2))
    for label, names in named:
        for at, name in enumerate(names):
            lines += _labelled(label if at == 0 else "", name, cells, column)
    ids = [line for scheme, value in identifiers for line in _labelled(scheme, value, cells, column)]
    between = [blank()] if lines and ids else []
    return [*lines, *between, *ids] or [plain(" There are no other names.", "dim")]


def detail_lines(details: StatementDetails, cells: int) -> list[Line]:
    """Everything about a statement; its passages are items, numbered from 0."""
    statement = details.statement
    lines = [*paragraph(statement.text, cells - 2, "title", 1), blank()]
    for name, words in said.facts(statement, details.label, details.names):
        lines += _labelled(name, words, cells)
    for conflict in details.conflicts:
        lines += [blank(), plain(f" {MARKS.conflict} {conflict.topic}", "conflict")]
        lines += paragraph(
            f"{conflict.nature.replace('-', ' ')}: {conflict.explanation}", cells - 3, indent=3
        )
    for number, citation in enumerate(statement.citations):
        lines += [blank(), *_citation_lines(citation, details.shorts, number, cells)]
    return lines


def _labelled(label: str, words: str | None, cells: int, column: int = LABEL) -> list[Line]:
    """A fact in two columns: its name, its words; none where there are none."""
    room = max(10, cells - column - 2)
    heads = wrap(label, column - 1)
    bodies = wrap(words or "", room)
    return [
        Line(
            (
                *columns([(f" {heads[at] if at < len(heads) else ''}", column, "dim")]).pieces,
                Piece(f" {body}"),
            )
        )
        # A label may take more lines than its words; without words the label is left out too.
        for at, body in enumerate(bodies + [""] * max(0, len(heads) - len(bodies)) if bodies else [])
    ]


def _citation_lines(citation: Citation, shorts: Mapping[str, str], number: int, cells: int) -> list[Line]:
    mark = MARKS.quoted if citation.quote else MARKS.referenced
    where = shorts[citation.source] + (f" ¶{citation.paragraph}" if citation.paragraph else "")
    lines = [*paragraph(f"{mark} {where}", cells - 2, "mark", 1, str(number))]
    quote = f"“{citation.quote}”" if citation.quote else None
    confirms = f"confirms it for {dates.spoken(citation.confirms)}" if citation.confirms else None
    for words in (quote, citation.says, confirms, citation.note):
        lines += paragraph(words or "", cells - 4, "text", 3, str(number))
    return lines
