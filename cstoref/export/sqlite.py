"""The pack as a SQLite database: the tables of `tables.py` with their keys, and views that join them."""

from __future__ import annotations

import sqlite3

from cstoref import sanitize

from .columns import BOOLEAN, INTEGER, NUMBER, Column
from .source import PackReader
from .table_rows import Cell
from .tables import TABLES, Table

_TYPES = {INTEGER: "INTEGER", NUMBER: "REAL", BOOLEAN: "INTEGER"}
VIEWS = {
    "statement_sources": (
        "Each statement with its first citation: the strongest source, its address, quote or what it says.",
        """
SELECT s.id, s.subject, r.name AS subject_name, s.field, s.text, s."when", s.said_by, s.stance, s.grounding,
    s.grade, c.source, o.title AS source_title, o.publisher, o.issued, o.url, c.quote, c.says
FROM statements s JOIN records r ON r.id = s.subject
    LEFT JOIN citations c ON c.statement = s.id AND c.position = 0
    LEFT JOIN sources o ON o.id = c.source""",
    ),
    "events_of_records": (
        "Each record with the statements of events that concern it: who attended, was absent, signed.",
        """
SELECT r.id AS record, r.name, e.id AS event, e.name AS event_name, e.when_first AS day, s.field, s.negated,
    s.id AS statement
FROM statements s JOIN records e ON e.id = s.subject AND e.kind = 'event'
    JOIN about a ON a.statement = s.id AND a.record != s.subject JOIN records r ON r.id = a.record""",
    ),
    "terms_of_office": (
        "Who held which office, from when to when, and up to which day that is confirmed.",
        """
SELECT s.subject AS person, p.name, s.value_record AS office, o.name AS office_name, s."when", s.when_first,
    s.when_last, s.confirmed, s.id AS statement
FROM statements s JOIN records p ON p.id = s.subject LEFT JOIN records o ON o.id = s.value_record
WHERE s.field = 'office' AND NOT s.negated""",
    ),
}
"""What each view shows, and its query."""


def write(pack: PackReader, path: str) -> None:
    """Write the database into a file that does not exist yet, or is empty."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is ours until it is renamed: there is nothing to roll back to.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(_definition(table))
            marks = ", ".join("?" * len(table.columns))
            rows = (tuple(map(_cell, row)) for row in table.rows(pack))
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
            for column in table.columns:
                if column.of:  # what joins use, so that a join is not a scan
                    name, of = _quoted(f"{table.name}_{column.name}"), _quoted(table.name)
                    database.execute(f"CREATE INDEX {name} ON {of} ({_quoted(column.name)})")
        for name, (_, query) in VIEWS.items():
            database.execute(f'CREATE VIEW "{name}" AS {query}')
        database.execute("COMMIT")
        database.execute("VACUUM")
    finally:
        database.close()


def _definition(table: Table) -> str:
    parts = [_column(column) for column in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({', '.join(_quoted(name) for name in table.key)})")
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(parts)})"


def _column(column: Column) -> str:
    definition = f"{_quoted(column.name)} {_TYPES.get(column.type, 'TEXT')}"
    if column.of:
        table, name = column.of.split(".")
        # Checked when the transaction ends: a statement may rest on one that comes later.
        definition += f" REFERENCES {_quoted(table)} ({_quoted(name)}) DEFERRABLE INITIALLY DEFERRED"
    return definition


def _quoted(name: str) -> str:
    return f'"{name}"'


def _cell(value: Cell) -> Cell:
    return sanitize.block(value) if isinstance(value, str) else value
