"""Parquet opened with pyarrow, which wrote it, and with DuckDB, which did not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet
import pytest

from cstoref.export.columns import BOOLEAN, DATE, INTEGER, NUMBER, STRING
from cstoref.export.table_rows import days_of
from cstoref.export.tables import TABLES, Table
from cstoref.store.queries import Store
from tests.conftest import Result

PYARROW = {STRING: "string", INTEGER: "int64", NUMBER: "double", BOOLEAN: "bool", DATE: "date32[day]"}
DUCKDB = {STRING: "VARCHAR", INTEGER: "BIGINT", NUMBER: "DOUBLE", BOOLEAN: "BOOLEAN", DATE: "DATE"}
"""What each type of a column is called there."""


def rows_of(table: Table, pack: Store) -> list[tuple[Any, ...]]:
    """The rows of a table with days as dates."""
    types = [column.type for column in table.columns]
    return [
        tuple(
            date.fromisoformat(str(cell)) if type == DATE and cell else cell
            for cell, type in zip(row, types, strict=True)
        )
        for row in table.rows(pack)
    ]


@pytest.mark.reads("parquet", "pyarrow")
def test_every_column_has_its_type_and_every_row_its_values(folder: Path, builtin: Store) -> None:
    for table in TABLES:
        read: Any = pyarrow.parquet.read_table(folder / "parquet" / f"{table.name}.parquet")
        types = {name: str(read.schema.field(name).type) for name in read.column_names}
        assert types == {column.name: PYARROW[column.type] for column in table.columns}
        assert [tuple(row.values()) for row in read.to_pylist()] == rows_of(table, builtin)


@pytest.mark.reads("parquet", "pyarrow")
def test_every_file_says_how_it_may_be_used(folder: Path, builtin: Store) -> None:
    for path in (folder / "parquet").iterdir():
        metadata: Any = pyarrow.parquet.read_schema(path).metadata
        assert metadata[b"license"].decode() == builtin.edition.licence
        assert b"Quotes belong to the publishers" in metadata[b"usage"]


@pytest.mark.reads("parquet", "duckdb")
def test_duckdb_finds_the_same_types(folder: Path) -> None:
    for table in TABLES:
        described = duckdb.sql(f"DESCRIBE SELECT * FROM '{folder}/parquet/{table.name}.parquet'").fetchall()
        assert {row[0]: row[1] for row in described} == {
            column.name: DUCKDB[column.type] for column in table.columns
        }


@pytest.mark.reads("parquet", "duckdb")
def test_duckdb_joins_the_tables_by_day(folder: Path, builtin: Store) -> None:
    found = duckdb.sql(
        f"SELECT s.id FROM '{folder}/parquet/statements.parquet' s "
        f"JOIN '{folder}/parquet/citations.parquet' c ON c.statement = s.id "
        "WHERE s.field = 'office' AND s.when_first < DATE '2000-01-01'"
    ).fetchall()
    early = [
        one
        for one in builtin.all_statements()
        if one.field == "office" and (days_of(one.when)[0] or "9999") < "2000-01-01"
    ]
    assert sorted(found) == sorted((one.id,) for one in early for _ in one.citations) != []


@pytest.mark.reads("parquet", "pyarrow")
def test_the_same_pack_makes_the_same_bytes(folder: Path, run: Callable[..., Result], tmp_path: Path) -> None:
    assert run("export", "--format", "parquet", "-o", str(tmp_path / "again")).code == 0
    for path in (folder / "parquet").iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()
