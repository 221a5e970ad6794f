"""The tables that become a pack: those of an export, with columns that make a sheet of one's own easier."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from cstoref.authoring.problems import did_you_mean
from cstoref.authoring.vocabulary import base
from cstoref.export.columns import BOOLEAN, INTEGER, NUMBER
from cstoref.export.tables import TABLES

ROLES = ("who", "for", "instead_of", "to", "with", "place", "at", "topic", "opposed_by")
ROLE_WORDS = ("who_text", "to_text", "with_text", "place_text", "opposed_by_text", "condition", "outcome")
SCHEMES = tuple(base().schemes)
"""Schemes of identifiers that have a column of their own name in a sheet of records."""
OF_SCHEME = "identifiers."
"""Begins the name of such a column for any other scheme: `identifiers.imo`."""
CITED = ("source", "quote", "before", "after", "says", "cite_note")
"""Columns of a statement's one citation."""
OWN: dict[str, tuple[str, ...]] = {
    "records": ("names", *SCHEMES),
    "statements": (*ROLES, *ROLE_WORDS, *CITED, "key", "from"),
    "sources": ("authors",),
    "citations": ("before", "after"),
}
"""Columns beside those of an export, by table."""
MEMBERSHIPS = "memberships"
MEMBERSHIP_COLUMNS = (
    "person", "person_id", "organization", "organization_id", "organization_type", "role", "area", "party",
    "start", "end", "note", "wikidata",
)  # fmt: skip
"""The columns of a sheet of people and their memberships."""
DERIVED = ("facts", "about")
"""Tables of an export that follow from others."""
FOLLOWING = (
    "when_first",
    "when_last",
    "issued_first",
    "issued_last",
    "grade",
    "grounding",
    "value_record",
    "confirmed",
)
"""Columns of an export that follow from others."""
_TRUE, _FALSE = ("true", "yes", "1", "x"), ("false", "no", "0", "")


class TypedTable(NamedTuple):
    """One table by its name, with the type of each column."""

    name: str
    columns: dict[str, str]


class Cells(NamedTuple):
    """One row with its cells as values; only columns that the table has."""

    place: str
    values: dict[str, Any]


KNOWN = {
    table.name: TypedTable(
        table.name,
        {column.name: column.type for column in table.columns}
        | dict.fromkeys(OWN.get(table.name, ()), "string"),
    )
    for table in TABLES
} | {MEMBERSHIPS: TypedTable(MEMBERSHIPS, dict.fromkeys(MEMBERSHIP_COLUMNS, "string"))}
"""Every table that is read, by its name."""
_TELLING = (
    ("statements", {"field"}),
    (MEMBERSHIPS, {"person"}),
    (MEMBERSHIPS, {"person_id", "organization_id"}),
    ("sources", {"title", "publisher"}),
    ("records", {"kind", "name"}),
)
"""Columns by which a sheet is told that has a name of its own."""


def table_of(stem: str, columns: set[str]) -> TypedTable | None:
    """Which table a file is, by its name or else by its columns."""
    if stem in KNOWN:
        return KNOWN[stem]
    return next((KNOWN[name] for name, telling in _TELLING if telling <= columns), None)


def column_type(column: str, table: TypedTable) -> str | None:
    """What a column of a table holds; None where the table has no such column."""
    if table.name == "records" and column.startswith(OF_SCHEME):
        return "string"
    return table.columns.get(column)


def scheme_of(column: str) -> str:
    """The scheme whose identifiers a column of records has; empty for any other column."""
    if column in SCHEMES:
        return column
    return column.removeprefix(OF_SCHEME) if column.startswith(OF_SCHEME) else ""


def value_of(type: str, cell: str) -> Any:
    """What a cell holds; None if it is empty. Raises ValueError with what to write."""
    if type == BOOLEAN:
        if cell.lower() not in (*_TRUE, *_FALSE):
            raise ValueError(f"write true or false, not {cell}")
        return cell.lower() in _TRUE
    if not cell:
        return None
    if type == INTEGER:
        if not re.fullmatch(r"-?\d{1,15}", cell):
            raise ValueError(f"write a whole number, not {cell}")
        return int(cell)
    if type == NUMBER:
        if not re.fullmatch(r"-?\d{1,15}(\.\d+)?(e[+-]?\d{1,2})?", cell, re.IGNORECASE):
            raise ValueError(f"write a number such as 1500 or 0.5, not {cell}")
        return float(cell)
    return cell


def hint(column: str, table: TypedTable) -> str:
    """What to do about a column that a table does not have."""
    near = did_you_mean(column, table.columns)
    return f'no such column{near}; leave it out with --map "{column}=", or name it with --map "{column}=OURS"'
