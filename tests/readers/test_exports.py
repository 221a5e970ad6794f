"""Each export opened by the programs that people open such files with."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow.json
import pytest
import sqlite_utils
from datasette.app import Datasette
from frictionless import validate

from cstoref.store.queries import Store


def counts(builtin: Store) -> dict[str, int]:
    listed = {
        "silence": len(builtin.silences()),
        "exception": len(builtin.exceptions()),
        "retired_id": len(builtin.retired()),
    }
    return {
        what: builtin.count(f"{what}s") for what in ("source", "record", "statement", "conflict")
    } | listed


@pytest.mark.reads("jsonl", "pandas")
def test_pandas_reads_json_lines(folder: Path, builtin: Store) -> None:
    frame = pandas.read_json(folder / "pack.jsonl", lines=True)
    assert frame[frame.type != "pack"].type.value_counts().to_dict() == counts(builtin)


@pytest.mark.reads("jsonl", "polars")
def test_polars_reads_json_lines(folder: Path, builtin: Store) -> None:
    frame = polars.read_ndjson(folder / "pack.jsonl", infer_schema_length=None)
    by_type = dict(frame.filter(polars.col("type") != "pack").group_by("type").len().iter_rows())
    assert by_type == counts(builtin)


@pytest.mark.reads("jsonl", "pyarrow")
def test_pyarrow_reads_json_lines_in_blocks(folder: Path, builtin: Store) -> None:
    table: Any = pyarrow.json.read_json(folder / "pack.jsonl")
    assert table.num_rows == 1 + sum(counts(builtin).values())


@pytest.mark.reads("jsonl", "duckdb")
def test_duckdb_reads_json_lines(folder: Path, builtin: Store) -> None:
    by_type = dict(
        duckdb.sql(
            f"SELECT type, count(*) FROM read_json('{folder / 'pack.jsonl'}') WHERE type != 'pack' GROUP BY 1"
        ).fetchall()
    )
    assert by_type == counts(builtin)


@pytest.mark.reads("csv", "duckdb")
def test_duckdb_reads_the_tables(folder: Path) -> None:
    attended = duckdb.sql(
        f"SELECT count(*) FROM '{folder / 'tables' / 'statements.csv'}' s "
        f"JOIN '{folder / 'tables' / 'participants.csv'}' p ON p.statement = s.id WHERE s.field = 'attended'"
    ).fetchall()
    assert attended[0][0] > 100


@pytest.mark.reads("json", "duckdb")
def test_duckdb_reads_one_object(folder: Path, builtin: Store) -> None:
    wanted = counts(builtin)
    lengths = ", ".join(f"len({type}s)" for type in wanted)
    [row] = duckdb.sql(f"SELECT {lengths} FROM '{folder / 'pack.json'}'").fetchall()
    assert dict(zip(wanted, row, strict=True)) == wanted


@pytest.mark.reads("csv", "frictionless")
def test_frictionless_finds_no_fault_in_the_tables(folder: Path) -> None:
    report: Any = validate(str(folder / "tables" / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]


@pytest.mark.reads("sqlite", "sqlite-utils")
def test_sqlite_utils_reads_the_database(folder: Path, builtin: Store) -> None:
    database = sqlite_utils.Database(folder / "pack.db")
    assert database["statements"].count == builtin.count("statements")
    assert list(database.query("PRAGMA foreign_key_check")) == []
    row = next(iter(database.query("SELECT * FROM terms_of_office WHERE person = 'lukashenko' LIMIT 1")))
    assert row["office_name"] == "President of Belarus"


@pytest.mark.reads("sqlite", "datasette")
def test_datasette_serves_the_database(folder: Path) -> None:
    async def rows() -> Any:
        served = Datasette([str(folder / "pack.db")])
        answer = await served.client.get("/pack/statement_sources.json?_shape=array&subject=belarus")
        return json.loads(answer.text)

    assert all(row["subject_name"] == "Belarus" for row in asyncio.run(rows()))
