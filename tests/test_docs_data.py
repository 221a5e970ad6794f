"""The page for data authors: its fields are those of the code, its examples stand in the data."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import tomli

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
sys.path.insert(0, str(ROOT / "docs"))


def tables(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Every table of a file or an example with what it is of (`event`, `event.statement`), records without
    their statements."""
    found: list[tuple[str, dict[str, Any]]] = []
    for kind, listed in tomli.loads(text).items():
        for table in listed if isinstance(listed, list) else [listed]:
            if isinstance(table, dict):
                statements = table.pop("statement", [])
                found += [(kind, table)] if table else []
                found += [(f"{kind}.statement", statement) for statement in statements]
    return found


@pytest.fixture(scope="module")
def written() -> list[tuple[str, dict[str, Any]]]:
    """Every table of the data."""
    files = (ROOT / "data").glob("*.toml")
    return [table for file in files for table in tables(file.read_text(encoding="utf-8"))]


def test_the_fields_are_those_of_the_code() -> None:
    from vocabulary import with_vocabulary  # type: ignore[import-not-found]

    assert with_vocabulary(PAGE) == PAGE, "stale: run `make reference`"


def test_ten_sentences_are_read() -> None:
    part = PAGE.partition("## Ten sentences, read")[2].partition("\n## ")[0]
    assert len(re.findall(r"^\*\*A[n]? [a-z ]+\.\*\*", part, re.MULTILINE)) == 10


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split("\n")[1])
def test_an_example_stands_in_the_data(example: str, written: list[tuple[str, dict[str, Any]]]) -> None:
    shown = tables(example)
    assert shown
    for table in shown:
        assert table in written
