"""A pack as tables: the same columns for CSV, SQLite and Parquet, each declared once with its rows.

A date stays as EDTF; beside it stand its first and last possible day as ISO dates, for tools that sort and
plot, empty where the date is open at that end. A number stands in a column of numbers, and its bounds beside
it. Everything that a statement has several of is a table of its own, joined by the statement's id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from . import table_rows
from .columns import (
    BOOLEAN,
    CITATION,
    DATE,
    INTEGER,
    OF_CONFLICT,
    OF_STATEMENT,
    POSITION,
    RECORD,
    SOURCE,
    SOURCE_COLUMNS,
    STATEMENT,
    STATEMENT_COLUMNS,
    Column,
)
from .source import PackReader
from .table_rows import Row


class Table(NamedTuple):
    """One table. Its key is made of the columns `key`; empty where no columns tell rows apart."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[PackReader], Iterable[Row]]


TABLES = (
    Table(
        "editions",
        "The pack: one row.",
        ("id",),
        (
            *map(Column, ("id", "title", "edition", "checked_until", "license", "language", "description")),
            *map(Column, ("checked_from", "subject", "predecessor", "vocabulary")),
        ),
        table_rows.editions,
    ),
    Table(
        "layers",
        "The packs of a stack, the lowest first; none for a pack without layers.",
        ("id",),
        (
            Column("id"), POSITION, Column("title"), Column("edition"), Column("checked_until"),
            Column("license"), Column("language"), Column("description"), Column("checked_from"),
            Column("extends"), Column("vocabulary"),
        ),
        table_rows.layers,
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
        table_rows.records,
    ),
    Table(
        "names",
        "Other names of records.",
        (),
        (Column("record", of=RECORD), Column("text"), Column("lang"), Column("note"), Column("layer")),
        table_rows.names,
    ),
    Table(
        "identifiers",
        "What records are called in other collections.",
        ("record", "scheme"),
        (Column("record", of=RECORD), Column("scheme"), Column("value")),
        table_rows.identifiers,
    ),
    Table(
        "facts",
        "Short answers derived from statements, as of the day of the edition.",
        ("record", "position"),
        (
            Column("record", of=RECORD), POSITION, Column("fact"), Column("label"), Column("text"),
            Column("known", BOOLEAN), Column("in_conflict", BOOLEAN), Column("layer"),
        ),
        table_rows.facts,
    ),
    Table(
        "statements",
        "Who is said to have done what, when.",
        ("id",),
        STATEMENT_COLUMNS,
        table_rows.statements,
    ),
    Table(
        "about",
        "Every record that a statement concerns, its subject first.",
        ("statement", "position"),
        (OF_STATEMENT, POSITION, Column("record", of=RECORD)),
        table_rows.about,
    ),
    Table(
        "participants",
        "Who or what takes part in a statement, and as what: a record, or words.",
        ("statement", "position"),
        (OF_STATEMENT, POSITION, Column("role"), Column("record", of=RECORD), Column("words")),
        table_rows.participants,
    ),
    Table(
        "relays",
        "Through whom a statement came to its source.",
        ("statement", "position"),
        (OF_STATEMENT, POSITION, Column("by", of=RECORD), Column("by_text"), Column("on")),
        table_rows.relays,
    ),
    Table(
        "grounds",
        "The statements that an inferred statement follows from.",
        ("statement", "position"),
        (OF_STATEMENT, POSITION, Column("rests_on", of=STATEMENT)),
        table_rows.grounds,
    ),
    Table(
        "citations",
        "What statements rest on, the strongest first; offsets are code points of the source's text.",
        ("statement", "position"),
        (OF_STATEMENT, POSITION, *CITATION),
        table_rows.citations,
    ),
    Table("sources", "Documents.", ("id",), SOURCE_COLUMNS, table_rows.sources),
    Table(
        "authors",
        "Who wrote a source.",
        ("source", "position"),
        (Column("source", of=SOURCE), POSITION, Column("name"), Column("body", BOOLEAN)),
        table_rows.authors,
    ),
    Table(
        "conflicts",
        "Where sources disagree, or names mislead.",
        ("id",),
        (Column("id"), Column("nature"), Column("topic"), Column("explanation"), Column("layer")),
        table_rows.conflicts,
    ),
    Table(
        "conflict_records",
        "The records that a conflict concerns.",
        ("conflict", "position"),
        (OF_CONFLICT, POSITION, Column("record", of=RECORD)),
        table_rows.conflict_records,
    ),
    Table(
        "conflict_statements",
        "The statements that a conflict names.",
        ("conflict", "position"),
        (OF_CONFLICT, POSITION, Column("statement", of=STATEMENT)),
        table_rows.conflict_statements,
    ),
    Table(
        "conflict_citations",
        "What a conflict itself cites.",
        ("conflict", "position"),
        (OF_CONFLICT, POSITION, *CITATION),
        table_rows.conflict_citations,
    ),
    Table(
        "silences",
        "Passages from which no statement is drawn, and why.",
        ("position",),
        (
            POSITION, Column("source", of=SOURCE), Column("start", INTEGER), Column("end", INTEGER),
            Column("paragraph", INTEGER), Column("quote"), Column("says"), Column("note"), Column("reason"),
        ),
        table_rows.silences,
    ),
    Table(
        "exceptions",
        "Statements that do not meet a constraint together and are right all the same.",
        ("position",),
        (POSITION, Column("rule"), Column("reason")),
        table_rows.exceptions,
    ),
    Table(
        "exception_statements",
        "The statements that an exception is of.",
        ("exception", "position"),
        (
            Column("exception", INTEGER, of="exceptions.position"), POSITION,
            Column("statement", of=STATEMENT),
        ),
        table_rows.exception_statements,
    ),
    Table(
        "retired_ids",
        "Ids that are no longer used, and what is meant by them now.",
        ("id",),
        (Column("id"), Column("successor"), Column("reason")),
        table_rows.retired_ids,
    ),
)  # fmt: skip
"""Every table, each after those that it refers to, but for statements that rest on later ones."""
