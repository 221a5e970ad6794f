"""What docs/architecture.md says to do with a pack that is too large for one file, with a generated pack."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from bench.make_pack import make_pack
from cstoref.store.cache import open_store
from tests.conftest import Result

STATEMENTS = 2_000
DOCUMENT = Path(__file__).parents[2] / "docs" / "architecture.md"


@pytest.mark.reads("csv", "duckdb")
def test_duckdb_runs_the_commands_of_the_document(run: Callable[..., Result], tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "big", STATEMENTS)
    section = DOCUMENT.read_text(encoding="utf-8").partition("### When one file is not enough")[2]
    command = re.search(r"^cstoref (export .*)$", section, re.MULTILINE)
    script = re.search(r"```sql\n(.*?)```", section, re.DOTALL)
    assert command and script
    places = {"big": str(pack), "big-tables": str(tmp_path / "big-tables")}
    assert run(*(places.get(word, word) for word in command[1].split())).code == 0
    database = duckdb.connect(tmp_path / "big.duckdb")
    found = database.execute(script[1].replace("'big-tables", f"'{tmp_path}/big-tables")).fetchall()
    store = open_store(str(pack))
    assert sum(count for _, _, count in found) == STATEMENTS == store.count("statements")
    by_kind = {kind: sum(count for of, _, count in found if of == kind) for kind, _, _ in found}
    stated = store.database.execute(
        "SELECT r.kind, count(*) FROM statement s JOIN record r ON r.id = s.subject GROUP BY r.kind"
    )
    assert by_kind == dict(stated)
    assert database.execute("SELECT count(*) FROM citations").fetchone() == (STATEMENTS,)
