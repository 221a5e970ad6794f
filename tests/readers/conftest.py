"""Tests with the readers of other people: `make readers` installs them, `make test` needs none of them.

A test says by `@pytest.mark.reads(format, reader)` what it opens with what, with `round_trip=True` if it
also writes it again. At the end stands a table of
formats and readers; `--table FILE` also writes it into the part of a page that is kept for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from cstoref.cli.main import main
from cstoref.export import FORMATS
from cstoref.store.queries import Store

from . import results

NEEDED = (
    "mcp", "pandas", "polars", "pyarrow", "duckdb", "frictionless", "sqlite_utils", "datasette", "pyld",
    "rdflib", "followthemoney", "jsonschema", "popolo_data", "pypandoc",
)  # fmt: skip
collect_ignore_glob = [] if all(map(find_spec, NEEDED)) else ["test_*.py"]
FILES = {
    "jsonl": "pack.jsonl",
    "json": "pack.json",
    "csv": "tables",
    "sqlite": "pack.db",
    "parquet": "parquet",
    "jsonld": "pack.jsonld",
    "popolo": "popolo.json",
    "ftm": "entities.ftm.json",
    "ftm-statements": "statements.json",
}
"""The name of the file or folder of each format."""
RESULTS = pytest.StashKey[list[results.Read]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--table", metavar="FILE", help="a page whose table of formats and readers is written")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "reads(format, reader, round_trip=False): opens an export with a reader of others"
    )
    config.stash[RESULTS] = []


@pytest.fixture(scope="session")
def folder(home: Path, builtin: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in pack in every format."""
    made = tmp_path_factory.mktemp("exports")
    for format in FORMATS:
        assert main(["export", "--format", format, "-o", str(made / FILES[format])]) == 0
    return made


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report: pytest.TestReport = yield  # type: ignore[assignment]
    mark = item.get_closest_marker("reads")
    if mark and (call.when == "call" or report.failed):
        format, reader = mark.args
        made = getattr(item, "funcargs", {}).get("folder")
        size = results.size(made / FILES[format]) if made else 0
        read = results.Read(format, reader, size, report.passed, **mark.kwargs)
        item.config.stash[RESULTS].append(read)
    return report  # type: ignore[return-value]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    table = results.table(config.stash[RESULTS])
    terminalreporter.write_line("\n" + table)
    page = config.getoption("--table")
    if page:
        results.write_table(table, Path(page))
