"""The source pane without a text: a document outside the pack, or what an inferred statement follows from.

First what it says of the statement, then what it is and where, then everything else that rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cstoref import dates, sanitize
from cstoref.model import Source, of_layer
from cstoref.provenance import class_in_a_word
from cstoref.render import statements as said
from cstoref.render.sources import source_facts
from cstoref.render.text import READING, clip, fitting, is_address, pad, wrap
from cstoref.render.text import UNICODE as MARKS
from cstoref.session.grounds import ADDRESS, Disputes, DocumentGround, Inference, OtherSource
from cstoref.store.sources import Resting
from cstoref.store.statement_reader import StatementRow
from cstoref.tui.line import Line, Piece, blank, paragraph, titled

LABEL = 11
INDENT = 3


def document_head(source: Source, cells: int) -> list[Line]:
    """What is pinned above: the title, and who published it when, with its class."""
    about = f"{MARKS.referenced} {source.short}", class_in_a_word(source)
    return [*titled(source.title, cells), Line((Piece(fitting(about, cells - 1), "dim"),))]


def document_lines(document: DocumentGround, cells: int, lead: str = "") -> list[Line]:
    """A document outside the pack; `lead` is a line above it, such as which statement of a fact it is for."""
    lines = [*paragraph(lead, cells - 1, "dim", 1), blank()]
    lines += _on_the_point(document, cells, bool(lead))
    lines += [blank(), *_described(document, cells)]
    if document.others:
        lines += [blank(), _heading("Other sources", len(document.others))]
        for other in document.others:
            lines += _other(other, cells)
    rest = document.total - (document.statement is not None)
    if document.resting:
        lines += [blank(), _heading("Also rests on it" if document.statement else "Rests on it", rest)]
        lines += _resting(document.resting, cells)
    if rest > len(document.resting):
        lines += paragraph(f"and {rest - len(document.resting)} more: r lists all", cells - 1, "dim", 1)
    return lines


def _on_the_point(document: DocumentGround, cells: int, named: bool) -> Iterator[Line]:
    """What the document says of the statement; where the data does not have it, what it is cited for."""
    citation, statement = document.citation, document.statement
    says = citation.says if citation else None
    if statement is not None and (named or not says):
        yield from _labelled("cited for", statement.text, cells)
    if citation is not None:
        yield from _labelled("it says", says, cells)
        yield from _labelled("at", citation.note, cells)
        if citation.confirms:
            day = dates.spoken(citation.confirms)
            yield from _labelled("confirms", f"that it still held on {day}", cells)


def _described(document: DocumentGround, cells: int) -> Iterator[Line]:
    for label, words in source_facts(document.source):
        yield from _labelled(label, words, cells, ADDRESS if label == "address" else None)
    if document.statement is not None:
        yield from _labelled("support", document.statement.grade, cells)
    yield from paragraph("The pack has no text of it.", cells - 1, "dim", 1)


def _other(other: OtherSource, cells: int) -> Iterator[Line]:
    """Another source of the statement: its name and class, and what it says."""
    citation, source = other.citation, other.source
    mark = MARKS.quoted if citation.quote else MARKS.referenced
    head = f"{mark} {source.short} · {class_in_a_word(source)}"
    yield from paragraph(head, cells - 1, "mark", 1, other.key)
    words = f"“{citation.quote}”" if citation.quote else said.in_our_words(citation)
    yield from paragraph(words, min(READING, cells - 1), "text", INDENT, other.key)


def _resting(listed: Sequence[Resting], cells: int) -> Iterator[Line]:
    """Statements in short, those of one record under its name."""
    about = ""
    for item in listed:
        if item.about != about:
            about = item.about
            yield from paragraph(about, cells - 1, "accent", 1)
        conflict = f" {MARKS.conflict}" if item.conflicts else ""
        words = f"{of_layer(item.text.rstrip('.'), item.layer)}{conflict}"
        yield from paragraph(words, min(READING, cells - 1), "text", INDENT, item.id)


def inference_lines(inference: Inference, cells: int) -> list[Line]:
    """An inferred statement: the rule, and what it follows from; each premise can be opened."""
    room = min(READING, cells - 1)
    lines = [*paragraph(inference.statement.rule or "", room, indent=1), blank()]
    lines.append(_heading("Follows from", len(inference.premises)))
    for premise in inference.premises:
        lines += _premise(premise, inference, room)
    if inference.siblings:
        lines += [blank(), _heading("Also inferred from it", len(inference.siblings))]
        lines += _resting(inference.siblings, cells)
    return lines


def _premise(premise: StatementRow, inference: Inference, room: int) -> Iterator[Line]:
    """A premise with its sources: the quote where there is one, else where it is from."""
    statement = premise.statement
    mark = MARKS.of(statement.grounding)
    text = of_layer(f"{mark} {said.sentence(statement, inference.names)}", statement.layer)
    yield from paragraph(text, room, "text", 1, statement.id)
    for citation in statement.citations[:2]:
        where = inference.shorts[citation.source] + (f" ¶{citation.paragraph}" if citation.paragraph else "")
        words = f"“{citation.quote}”" if citation.quote else citation.says or ""
        yield from paragraph(f"{where}  {words}".rstrip(), room, "dim", INDENT, statement.id)


def inference_head(inference: Inference, cells: int) -> list[Line]:
    """What is pinned above: that it is no document that says so."""
    return [
        Line((Piece(clip(f"{MARKS.inferred} Inferred by the editors", cells - 1), "title"),)),
        Line((Piece(clip("No source says it: it follows from others.", cells - 1), "dim"),)),
    ]


def disputes_head(disputes: Disputes, cells: int) -> list[Line]:
    """What is pinned above: what is listed, and that each can be opened."""
    return [
        Line((Piece(clip("Where the sources conflict", cells - 1), "title"),)),
        Line((Piece(clip("Enter shows both sides.", cells - 1), "dim"),)),
    ]


def disputes_lines(disputes: Disputes, cells: int) -> list[Line]:
    """Conflicts as items: the topic of each and what is behind it."""
    lines: list[Line] = []
    parts = (("In doubt", MARKS.conflict, disputes.serious), ("Names and changes", MARKS.dot, disputes.notes))
    for title, mark, conflicts in parts:
        if conflicts:
            lines += [blank(), _heading(title, len(conflicts))]
        for conflict in conflicts:
            topic = f"{mark} {conflict.topic} · {conflict.nature.replace('-', ' ')}"
            lines += paragraph(topic, min(READING, cells - 1), "text", 1, conflict.id)
            lines += paragraph(conflict.explanation, min(READING, cells - 1), "dim", INDENT, conflict.id)
    return lines


def _heading(title: str, count: int) -> Line:
    return Line((Piece(f" {title}", "heading"), Piece(f"  {count}", "dim")))


def _labelled(label: str, words: str | None, cells: int, key: str | None = None) -> Iterator[Line]:
    """A label, and words beside it; nothing where there are none. An address is a link."""
    room = max(10, min(READING, cells - LABEL - 2))
    link = words if words and key == ADDRESS and is_address(words) else ""
    for at, part in enumerate(wrap(words or "", room)):
        head = pad(f" {label}" if at == 0 else "", LABEL + 1)
        style = "link" if link else "text"
        yield Line((Piece(head, "dim"), Piece(sanitize.line(part), style, link=link)), key)
