"""The tables: the same rows in CSV and SQLite, every reference met, dates as EDTF and as days."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.export import csv as csv_tables
from cstoref.export import sqlite
from cstoref.export.table_rows import days_of
from cstoref.export.tables import TABLES
from cstoref.store.queries import Store
from tests.conftest import Result

Run = Callable[..., Result]


def test_every_key_is_unique_and_every_reference_is_met(builtin: Store) -> None:
    rows = {table.name: list(table.rows(builtin)) for table in TABLES}
    columns = {table.name: [column.name for column in table.columns] for table in TABLES}
    values = {
        f"{name}.{column}": {row[place] for row in rows[name]}
        for name in rows
        for place, column in enumerate(columns[name])
    }
    for table in TABLES:
        places = [columns[table.name].index(name) for name in table.key]
        keys = [tuple(row[place] for place in places) for row in rows[table.name]]
        assert not places or len(set(keys)) == len(keys), table.name
        for column in table.columns:
            if column.of:
                assert values[f"{table.name}.{column.name}"] - {None} <= values[column.of], column
    assert len(rows["statements"]) == builtin.count("statements")
    assert len(rows["citations"]) == sum(len(one.citations) for one in builtin.all_statements())


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2005-06-22", ("2005-06-22", "2005-06-22")),
        ("2005-06", ("2005-06-01", "2005-06-30")),
        ("1994/..", ("1994-01-01", None)),
        ("../2009-10", (None, "2009-10-31")),
        (None, (None, None)),
    ],
)
def test_a_date_has_its_first_and_last_day(when: str | None, days: tuple[str | None, str | None]) -> None:
    assert days_of(when) == days


def test_csv_and_sqlite_have_the_same_rows(small: Store, tmp_path: Path) -> None:
    folder, file = tmp_path / "tables", tmp_path / "pack.db"
    folder.mkdir()
    csv_tables.write(small, str(folder))
    sqlite.write(small, str(file))
    database = sqlite3.connect(file)
    for table in TABLES:
        with open(folder / f"{table.name}.csv", encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        assert header == [column.name for column in table.columns]
        stored = database.execute(f'SELECT * FROM "{table.name}"').fetchall()
        assert len(rows) == len(stored) == len(list(table.rows(small)))
    for view in sqlite.VIEWS:
        database.execute(f'SELECT * FROM "{view}"').fetchone()
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in described["resources"]] == [f"{t.name}.csv" for t in TABLES]
    assert described["licenses"] == [{"name": "CC0", "title": "CC0"}]


def test_a_cell_that_a_spreadsheet_would_run_is_text(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    table = TABLES[1]
    row = ("=1+1", "-2", "@x", "plain", "a\x1bb", None, None, None, "+1")
    with open(path, "w", encoding="utf-8", newline="") as out:
        csv_tables.write_table(table.columns, [row], out)
    assert path.read_text(encoding="utf-8").splitlines()[1] == "'=1+1,'-2,'@x,plain,a␛b,,,,'+1"


def test_a_folder_or_file_that_exists_is_left_as_it_is(run: Run, make_pack: Callable[..., Path]) -> None:
    pack = make_pack()
    out = pack.parent / "out"
    of = ("--pack", str(pack), "-o", str(out))
    assert run("export", "--format", "csv", *of).code == 0
    before = sorted(path.name for path in out.iterdir())
    assert "datapackage.json" in before
    assert run("export", "--format", "csv", *of) == (
        2,
        "",
        f"cstoref: {out} exists already; name a folder that does not exist\n",
    )
    assert run("export", "--format", "csv", *of, "--force").code == 2
    assert sorted(path.name for path in out.iterdir()) == before
    file = ("--pack", str(pack), "-o", str(pack.parent / "pack.db"))
    assert run("export", "--format", "sqlite", *file).code == 0
    assert run("export", "--format", "sqlite", *file).code == 2
    assert run("export", "--format", "sqlite", *file, "--force").code == 0
    assert sorted(path.name for path in pack.parent.iterdir()) == ["out", "pack", "pack.db"]


@pytest.mark.parametrize(("format", "form"), [("csv", "folder"), ("sqlite", "file")])
def test_what_is_no_text_needs_a_name(run: Run, format: str, form: str) -> None:
    result = run("export", "--format", format)
    assert result.code == 2 and f"--format {format} writes a {form}; name it with -o" in result.err


def test_a_folder_that_cannot_be_filled_leaves_nothing(
    mini: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cstoref.errors import UserError
    from cstoref.output_file import write_folder

    def fails(path: str) -> None:
        (Path(path) / "first.csv").write_text("x")
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left on device"):
        write_folder(str(tmp_path / "new"), fails)
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]
