"""A pack as tables: the same columns for CSV, SQLite and Parquet, each declared once with its rows.

A date stays as EDTF; beside it stand its first and last possible day as ISO dates, for tools that sort and
plot, empty where the date is open at that end. A number stands in a column of numbers, and its bounds beside
it. Everything that a statement has several of is a table of its own, joined by the statement's id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cstoref import dates
from cstoref.model import Citation

from . import lines
from .source import PackReader

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
STRING, INTEGER, NUMBER, BOOLEAN, DATE = "string", "integer", "number", "boolean", "date"
"""Types of columns, by the names of the Frictionless Table Schema."""


class Column(NamedTuple):
    """One column. `of` is the column of another table whose values it holds: `records.id`."""

    name: str
    type: str = STRING
    of: str = ""


class Table(NamedTuple):
    """One table. Its key is made of the columns `key`; empty where no columns tell rows apart."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[PackReader], Iterable[Row]]


def days_of(when: str | None) -> tuple[str | None, str | None]:
    """The first and the last possible day of a date in EDTF; None where there is none or it is open."""
    if when is None:
        return None, None
    span = dates.parse(when)
    return (
        None if span.start_earliest == dates.FIRST_DAY else span.start_earliest,
        None if span.end_latest == dates.LAST_DAY else span.end_latest,
    )


def _editions(pack: PackReader) -> Iterator[Row]:
    one = pack.edition
    yield (
        *(one.id, one.title, one.edition, one.checked_until, one.licence, one.language, one.description),
        *(one.checked_from, one.subject, one.predecessor, one.vocabulary),
    )


def _layers(pack: PackReader) -> Iterator[Row]:
    for position, one in enumerate(pack.layers):
        yield (
            *(one.id, position, one.title, one.edition, one.checked_until, one.licence, one.language),
            *(one.description, one.checked_from, one.extends, one.vocabulary),
        )


def _records(pack: PackReader) -> Iterator[Row]:
    for one in pack.whole_records():
        yield (
            one.id,
            one.kind,
            one.type,
            one.name,
            one.blurb,
            one.when,
            *days_of(one.when),
            one.place,
            one.layer,
        )


def _names(pack: PackReader) -> Iterator[Row]:
    for one in pack.whole_records():
        yield from ((one.id, name.text, name.lang, name.note, name.layer) for name in one.names)


def _identifiers(pack: PackReader) -> Iterator[Row]:
    for one in pack.whole_records():
        yield from ((one.id, scheme, value) for scheme, value in dict(one.identifiers).items())


def _facts(pack: PackReader) -> Iterator[Row]:
    for one in pack.whole_records():
        for position, fact in enumerate(pack.stored_facts(one.id)):
            yield (
                one.id,
                position,
                fact.id,
                fact.label,
                fact.text,
                not fact.missing,
                bool(fact.conflicts),
                fact.layer,
            )


def _statements(pack: PackReader) -> Iterator[Row]:
    for one in pack.all_statements():
        line = lines.statement(one)
        yield tuple(
            dict(zip(("when_first", "when_last"), days_of(one.when), strict=True)).get(name, line.get(name))
            for name in (column.name for column in STATEMENT_COLUMNS)
        )


def _about(pack: PackReader) -> Iterator[Row]:
    for one in pack.all_statements():
        yield from ((one.id, position, id) for position, id in enumerate(one.about))


def _participants(pack: PackReader) -> Iterator[Row]:
    for one in pack.all_statements():
        for position, role in enumerate(one.roles):
            yield one.id, position, role.role, role.record, role.words


def _relays(pack: PackReader) -> Iterator[Row]:
    for one in pack.all_statements():
        yield from ((one.id, position, *relay) for position, relay in enumerate(one.via))


def _grounds(pack: PackReader) -> Iterator[Row]:
    for one in pack.all_statements():
        yield from ((one.id, position, id) for position, id in enumerate(one.rests_on))


def _citations(pack: PackReader) -> Iterator[Row]:
    for one in pack.all_statements():
        yield from _cited(one.id, one.citations)


def _cited(of: str, citations: Iterable[Citation]) -> Iterator[Row]:
    for position, one in enumerate(citations):
        yield (
            of, position, one.source, one.start, one.end, one.paragraph, one.quote, one.says, one.note,
            one.confirms,
        )  # fmt: skip


def _sources(pack: PackReader) -> Iterator[Row]:
    for one in pack.sources():
        line = lines.source(one)
        yield tuple(
            dict(zip(("issued_first", "issued_last"), days_of(one.issued), strict=True)).get(
                name, line.get(name)
            )
            for name in (column.name for column in SOURCE_COLUMNS)
        )


def _authors(pack: PackReader) -> Iterator[Row]:
    for one in pack.sources():
        yield from (
            (one.id, position, author.name, author.body) for position, author in enumerate(one.authors)
        )


def _conflicts(pack: PackReader) -> Iterator[Row]:
    yield from ((one.id, one.nature, one.topic, one.explanation, one.layer) for one in pack.conflicts())


def _conflict_records(pack: PackReader) -> Iterator[Row]:
    for one in pack.conflicts():
        yield from ((one.id, position, id) for position, id in enumerate(one.records))


def _conflict_statements(pack: PackReader) -> Iterator[Row]:
    for one in pack.conflicts():
        yield from ((one.id, position, id) for position, id in enumerate(one.statements))


def _conflict_citations(pack: PackReader) -> Iterator[Row]:
    for one in pack.conflicts():
        yield from _cited(one.id, one.citations)


def _silences(pack: PackReader) -> Iterator[Row]:
    for position, one in enumerate(pack.silences()):
        cite = one.citation
        yield (
            *(position, cite.source, cite.start, cite.end, cite.paragraph, cite.quote, cite.says, cite.note),
            one.reason,
        )


def _exceptions(pack: PackReader) -> Iterator[Row]:
    yield from ((position, one.rule, one.reason) for position, one in enumerate(pack.exceptions()))


def _exception_statements(pack: PackReader) -> Iterator[Row]:
    for number, one in enumerate(pack.exceptions()):
        yield from ((number, position, id) for position, id in enumerate(one.statements))


def _retired_ids(pack: PackReader) -> Iterator[Row]:
    yield from pack.retired()


RECORD, STATEMENT, SOURCE, CONFLICT = "records.id", "statements.id", "sources.id", "conflicts.id"
STATEMENT_COLUMNS = (
    Column("id"), Column("subject", of=RECORD), Column("field"), Column("text"),
    Column("value"), Column("value_kind"), Column("value_number", NUMBER), Column("min", NUMBER),
    Column("max", NUMBER), Column("approx", BOOLEAN), Column("unit"), Column("value_record", of=RECORD),
    Column("when"), Column("when_first", DATE), Column("when_last", DATE), Column("when_text"),
    Column("when_basis"), Column("confirmed"), Column("said_by", of=RECORD), Column("said_by_text"),
    Column("said_on"), Column("stance"), Column("hedge"), Column("negated", BOOLEAN), Column("rank"),
    Column("rank_reason"), Column("grounding"), Column("grade"), Column("rule"), Column("note"),
    Column("trivial", BOOLEAN), Column("layer"),
)  # fmt: skip
SOURCE_COLUMNS = (
    Column("id"), Column("title"), Column("author"), Column("publisher"), Column("source_type"),
    Column("copy_of"), Column("issued"), Column("issued_first", DATE), Column("issued_last", DATE),
    Column("issued_basis"), Column("container"), Column("volume"), Column("issue"), Column("language"),
    Column("url"), Column("read"), Column("grounding"), Column("length", INTEGER), Column("sha256"),
    Column("note"), Column("layer"), Column("abbr"), Column("original_file"), Column("original_sha256"),
)  # fmt: skip
_POSITION = Column("position", INTEGER)
_OF_STATEMENT, _OF_CONFLICT = Column("statement", of=STATEMENT), Column("conflict", of=CONFLICT)
_CITATION = (
    Column("source", of=SOURCE), Column("start", INTEGER), Column("end", INTEGER),
    Column("paragraph", INTEGER), Column("quote"), Column("says"), Column("note"), Column("confirms"),
)  # fmt: skip

TABLES = (
    Table(
        "editions",
        "The pack: one row.",
        ("id",),
        (
            *map(Column, ("id", "title", "edition", "checked_until", "license", "language", "description")),
            *map(Column, ("checked_from", "subject", "predecessor", "vocabulary")),
        ),
        _editions,
    ),
    Table(
        "layers",
        "The packs of a stack, the lowest first; none for a pack without layers.",
        ("id",),
        (
            Column("id"), _POSITION, Column("title"), Column("edition"), Column("checked_until"),
            Column("license"), Column("language"), Column("description"), Column("checked_from"),
            Column("extends"), Column("vocabulary"),
        ),
        _layers,
    ),
    Table(
        "records",
        "States, people, institutions, events, agreements and places.",
        ("id",),
        (
            Column("id"), Column("kind"), Column("type"), Column("name"), Column("blurb"), Column("when"),
            Column("when_first", DATE), Column("when_last", DATE), Column("place", of=RECORD),
            Column("layer"),
        ),
        _records,
    ),
    Table(
        "names",
        "Other names of records.",
        (),
        (Column("record", of=RECORD), Column("text"), Column("lang"), Column("note"), Column("layer")),
        _names,
    ),
    Table(
        "identifiers",
        "What records are called in other collections.",
        ("record", "scheme"),
        (Column("record", of=RECORD), Column("scheme"), Column("value")),
        _identifiers,
    ),
    Table(
        "facts",
        "Short answers derived from statements, as of the day of the edition.",
        ("record", "position"),
        (
            Column("record", of=RECORD), _POSITION, Column("fact"), Column("label"), Column("text"),
            Column("known", BOOLEAN), Column("in_conflict", BOOLEAN), Column("layer"),
        ),
        _facts,
    ),
    Table("statements", "Who is said to have done what, when.", ("id",), STATEMENT_COLUMNS, _statements),
    Table(
        "about",
        "Every record that a statement concerns, its subject first.",
        ("statement", "position"),
        (_OF_STATEMENT, _POSITION, Column("record", of=RECORD)),
        _about,
    ),
    Table(
        "participants",
        "Who or what takes part in a statement, and as what: a record, or words.",
        ("statement", "position"),
        (_OF_STATEMENT, _POSITION, Column("role"), Column("record", of=RECORD), Column("words")),
        _participants,
    ),
    Table(
        "relays",
        "Through whom a statement came to its source.",
        ("statement", "position"),
        (_OF_STATEMENT, _POSITION, Column("by", of=RECORD), Column("by_text"), Column("on")),
        _relays,
    ),
    Table(
        "grounds",
        "The statements that an inferred statement follows from.",
        ("statement", "position"),
        (_OF_STATEMENT, _POSITION, Column("rests_on", of=STATEMENT)),
        _grounds,
    ),
    Table(
        "citations",
        "What statements rest on, the strongest first; offsets are code points of the source's text.",
        ("statement", "position"),
        (_OF_STATEMENT, _POSITION, *_CITATION),
        _citations,
    ),
    Table("sources", "Documents.", ("id",), SOURCE_COLUMNS, _sources),
    Table(
        "authors",
        "Who wrote a source.",
        ("source", "position"),
        (Column("source", of=SOURCE), _POSITION, Column("name"), Column("body", BOOLEAN)),
        _authors,
    ),
    Table(
        "conflicts",
        "Where sources disagree, or names mislead.",
        ("id",),
        (Column("id"), Column("nature"), Column("topic"), Column("explanation"), Column("layer")),
        _conflicts,
    ),
    Table(
        "conflict_records",
        "The records that a conflict concerns.",
        ("conflict", "position"),
        (_OF_CONFLICT, _POSITION, Column("record", of=RECORD)),
        _conflict_records,
    ),
    Table(
        "conflict_statements",
        "The statements that a conflict names.",
        ("conflict", "position"),
        (_OF_CONFLICT, _POSITION, Column("statement", of=STATEMENT)),
        _conflict_statements,
    ),
    Table(
        "conflict_citations",
        "What a conflict itself cites.",
        ("conflict", "position"),
        (_OF_CONFLICT, _POSITION, *_CITATION),
        _conflict_citations,
    ),
    Table(
        "silences",
        "Passages from which no statement is drawn, and why.",
        ("position",),
        (
            _POSITION, Column("source", of=SOURCE), Column("start", INTEGER), Column("end", INTEGER),
            Column("paragraph", INTEGER), Column("quote"), Column("says"), Column("note"), Column("reason"),
        ),
        _silences,
    ),
    Table(
        "exceptions",
        "Statements that do not meet a constraint together and are right all the same.",
        ("position",),
        (_POSITION, Column("rule"), Column("reason")),
        _exceptions,
    ),
    Table(
        "exception_statements",
        "The statements that an exception is of.",
        ("exception", "position"),
        (
            Column("exception", INTEGER, of="exceptions.position"), _POSITION,
            Column("statement", of=STATEMENT),
        ),
        _exception_statements,
    ),
    Table(
        "retired_ids",
        "Ids that are no longer used, and what is meant by them now.",
        ("id",),
        (Column("id"), Column("successor"), Column("reason")),
        _retired_ids,
    ),
)  # fmt: skip
"""Every table, each after those that it refers to, but for statements that rest on later ones."""
