"""The pack as a folder of CSV tables with a `datapackage.json`, as a Frictionless Data Package.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, and controls are shown: a
table has no escapes for them. What must be exact to the last character is in `jsonl`.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterable
from typing import Any, TextIO

from cstoref import sanitize

from .columns import BOOLEAN, DATE, Column
from .source import PackReader
from .table_rows import Cell, Row
from .tables import TABLES, Table

DESCRIPTION = "datapackage.json"
_LICENCE = re.compile(r"[-a-zA-Z0-9._]+|$")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(pack: PackReader, folder: str) -> None:
    """Write a file for each table and the description into an empty folder."""
    for table in TABLES:
        with open(os.path.join(folder, f"{table.name}.csv"), "w", encoding="utf-8", newline="") as out:
            write_table(table.columns, table.rows(pack), out)
    with open(os.path.join(folder, DESCRIPTION), "w", encoding="utf-8", newline="\n") as out:
        out.write(sanitize.json(json.dumps(package(pack), ensure_ascii=False, indent=1)) + "\n")


def write_table(columns: Iterable[Column], rows: Iterable[Row], out: TextIO) -> None:
    """Write the header and the rows of one table."""
    # The default is CRLF; every other export has plain line feeds.
    table = csv.writer(out, lineterminator="\n")
    table.writerow([column.name for column in columns])
    table.writerows([_cell(cell) for cell in row] for row in rows)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else repr(value)
    text = sanitize.block(value)
    return f"'{text}" if escaped(text) else text


def escaped(text: str) -> bool:
    """Whether a text gets an apostrophe before it: a formula, or one with apostrophes before it already, so
    that the first can be taken off again."""
    return text.lstrip("'").startswith(_FORMULA)


def package(pack: PackReader) -> dict[str, Any]:
    """The description of the folder: licence, tables, columns, keys."""
    edition = pack.edition
    return {
        "profile": "tabular-data-package",
        "name": edition.id,
        "title": edition.title,
        "version": edition.edition,
        "description": edition.description,
        # `name` is an identifier such as those of SPDX; what a pack says begins with one if it has one.
        "licenses": [{"name": _LICENCE.findall(edition.licence)[0] or "other", "title": edition.licence}],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "foreignKeys": [
            {"fields": column.name, "reference": {"resource": of, "fields": field}}
            for column in table.columns
            if column.of
            for of, field in [column.of.split(".")]
        ],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    if column.type == BOOLEAN:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.type == DATE:
        field |= {"format": "default"}
    return field
