"""The rows of each table of an export, with the cells in the order of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cstoref import dates
from cstoref.model import Citation

from . import lines
from .columns import SOURCE_COLUMNS, STATEMENT_COLUMNS
from .source import PackReader

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


def days_of(when: str | None) -> tuple[str | None, str | None]:
    """The first and the last possible day of a date in EDTF; None where there is none or it is open."""
    if when is None:
        return None, None
    span = dates.parse(when)
    return (
        None if span.start_earliest == dates.FIRST_DAY else span.start_earliest,
        None if span.end_latest == dates.LAST_DAY else span.end_latest,
    )


def editions(pack: PackReader) -> Iterator[Row]:
    edition = pack.edition
    yield (
        edition.id, edition.title, edition.edition, edition.checked_until, edition.licence, edition.language,
        edition.description, edition.checked_from, edition.subject, edition.predecessor, edition.vocabulary,
    )  # fmt: skip


def layers(pack: PackReader) -> Iterator[Row]:
    for position, layer in enumerate(pack.layers):
        yield (
            layer.id, position, layer.title, layer.edition, layer.checked_until, layer.licence,
            layer.language, layer.description, layer.checked_from, layer.extends, layer.vocabulary,
        )  # fmt: skip


def records(pack: PackReader) -> Iterator[Row]:
    for record in pack.whole_records():
        yield (
            record.id,
            record.kind,
            record.type,
            record.name,
            record.blurb,
            record.when,
            *days_of(record.when),
            record.place,
            record.layer,
        )


def names(pack: PackReader) -> Iterator[Row]:
    for record in pack.whole_records():
        yield from ((record.id, name.text, name.lang, name.note, name.layer) for name in record.names)


def identifiers(pack: PackReader) -> Iterator[Row]:
    for record in pack.whole_records():
        yield from ((record.id, scheme, value) for scheme, value in dict(record.identifiers).items())


def facts(pack: PackReader) -> Iterator[Row]:
    for record in pack.whole_records():
        for position, fact in enumerate(pack.stored_facts(record.id)):
            yield (
                record.id,
                position,
                fact.id,
                fact.label,
                fact.text,
                not fact.missing,
                bool(fact.conflicts),
                fact.layer,
            )


def statements(pack: PackReader) -> Iterator[Row]:
    for statement in pack.all_statements():
        cells = {**lines.statement(statement), **_span("when", statement.when)}
        yield tuple(cells.get(column.name) for column in STATEMENT_COLUMNS)


def about(pack: PackReader) -> Iterator[Row]:
    for statement in pack.all_statements():
        yield from ((statement.id, position, id) for position, id in enumerate(statement.about))


def participants(pack: PackReader) -> Iterator[Row]:
    for statement in pack.all_statements():
        for position, role in enumerate(statement.roles):
            yield statement.id, position, role.role, role.record, role.words


def relays(pack: PackReader) -> Iterator[Row]:
    for statement in pack.all_statements():
        yield from ((statement.id, position, *relay) for position, relay in enumerate(statement.via))


def grounds(pack: PackReader) -> Iterator[Row]:
    for statement in pack.all_statements():
        yield from ((statement.id, position, id) for position, id in enumerate(statement.rests_on))


def citations(pack: PackReader) -> Iterator[Row]:
    for statement in pack.all_statements():
        yield from _cited(statement.id, statement.citations)


def _cited(of: str, citations: Iterable[Citation]) -> Iterator[Row]:
    for position, citation in enumerate(citations):
        yield (
            of, position, citation.source, citation.start, citation.end, citation.paragraph, citation.quote,
            citation.says, citation.note, citation.confirms,
        )  # fmt: skip


def sources(pack: PackReader) -> Iterator[Row]:
    for source in pack.sources():
        cells = {**lines.source(source), **_span("issued", source.issued)}
        yield tuple(cells.get(column.name) for column in SOURCE_COLUMNS)


def _span(name: str, when: str | None) -> dict[str, str | None]:
    """The cells of the two columns that hold the first and the last possible day of a date."""
    return dict(zip((f"{name}_first", f"{name}_last"), days_of(when), strict=True))


def authors(pack: PackReader) -> Iterator[Row]:
    for source in pack.sources():
        yield from (
            (source.id, position, author.name, author.body) for position, author in enumerate(source.authors)
        )


def conflicts(pack: PackReader) -> Iterator[Row]:
    for conflict in pack.conflicts():
        yield conflict.id, conflict.nature, conflict.topic, conflict.explanation, conflict.layer


def conflict_records(pack: PackReader) -> Iterator[Row]:
    for conflict in pack.conflicts():
        yield from ((conflict.id, position, id) for position, id in enumerate(conflict.records))


def conflict_statements(pack: PackReader) -> Iterator[Row]:
    for conflict in pack.conflicts():
        yield from ((conflict.id, position, id) for position, id in enumerate(conflict.statements))


def conflict_citations(pack: PackReader) -> Iterator[Row]:
    for conflict in pack.conflicts():
        yield from _cited(conflict.id, conflict.citations)


def silences(pack: PackReader) -> Iterator[Row]:
    for position, silence in enumerate(pack.silences()):
        cite = silence.citation
        yield (
            *(position, cite.source, cite.start, cite.end, cite.paragraph, cite.quote, cite.says, cite.note),
            silence.reason,
        )


def exceptions(pack: PackReader) -> Iterator[Row]:
    for position, exception in enumerate(pack.exceptions()):
        yield position, exception.rule, exception.reason


def exception_statements(pack: PackReader) -> Iterator[Row]:
    for number, exception in enumerate(pack.exceptions()):
        yield from ((number, position, id) for position, id in enumerate(exception.statements))


def retired_ids(pack: PackReader) -> Iterator[Row]:
    yield from pack.retired()
