"""The pack as a folder of Parquet files, the tables of `tables.py` with their types; needs pyarrow.

What the files are and how they may be used stands in the metadata of each.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from cstoref.errors import UserError
from cstoref.extras import remedy

from . import usage
from .columns import BOOLEAN, DATE, INTEGER, NUMBER, STRING
from .lines import SCHEMA
from .source import PackReader
from .table_rows import Cell, Row
from .tables import TABLES, Table

MISSING = (
    "--format parquet needs pyarrow, which is not installed: {remedy}; csv and sqlite have the same tables"
)
_ROWS_HELD = 10_000
"""Rows of a table that are in memory at a time; a group of rows in the file."""


def write(pack: PackReader, folder: str) -> None:
    """Write a file for each table into an empty folder. Raises UserError where pyarrow is missing."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UserError(MISSING.format(remedy=remedy("pyarrow"))) from None
    types = {
        STRING: pyarrow.string(),
        INTEGER: pyarrow.int64(),
        NUMBER: pyarrow.float64(),
        BOOLEAN: pyarrow.bool_(),
        DATE: pyarrow.date32(),
    }
    for table in TABLES:
        schema = pyarrow.schema(
            [pyarrow.field(one.name, types[one.type]) for one in table.columns], _metadata(pack, table)
        )
        with pyarrow.parquet.ParquetWriter(os.path.join(folder, f"{table.name}.parquet"), schema) as out:
            for rows in _groups(table.rows(pack)):
                columns = [
                    pyarrow.array([_cell(row[place], column.type) for row in rows], types[column.type])
                    for place, column in enumerate(table.columns)
                ]
                out.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _metadata(pack: PackReader, table: Table) -> dict[str, str]:
    edition = pack.edition
    return {
        "title": edition.title,
        "edition": edition.edition,
        "schema": str(SCHEMA),
        "license": edition.licence,
        "usage": usage.terms(edition),
        "description": table.description,
        "key": ", ".join(table.key),
    }


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while group := list(islice(left, _ROWS_HELD)):
        yield group


def _cell(value: Cell, type: str) -> Any:
    """A cell as its type: days are dates. Text stays as it is, for nothing prints it from here."""
    return date.fromisoformat(value) if type == DATE and isinstance(value, str) else value
