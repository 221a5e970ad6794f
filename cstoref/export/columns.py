"""The columns of the tables of an export, and those that several tables share."""

from __future__ import annotations

from typing import NamedTuple

STRING, INTEGER, NUMBER, BOOLEAN, DATE = "string", "integer", "number", "boolean", "date"
"""Types of columns, by the names of the Frictionless Table Schema."""


class Column(NamedTuple):
    """One column. `of` is the column of another table whose values it holds: `records.id`."""

    name: str
    type: str = STRING
    of: str = ""


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
POSITION = Column("position", INTEGER)
OF_STATEMENT, OF_CONFLICT = Column("statement", of=STATEMENT), Column("conflict", of=CONFLICT)
CITATION = (
    Column("source", of=SOURCE), Column("start", INTEGER), Column("end", INTEGER),
    Column("paragraph", INTEGER), Column("quote"), Column("says"), Column("note"), Column("confirms"),
)  # fmt: skip
