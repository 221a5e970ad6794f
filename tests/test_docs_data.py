"""What the documents show of the data: the fields are those of the code, the examples stand in the data, the
questions of the guide get the answers that are shown.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.conftest import Result

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
QUESTIONS = re.findall(
    r"^\*\*(.*?)\*\*\n\n```text\n\$ cstoref (.*?)\n(.*?)^```",
    (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").partition("## Ten questions")[2],
    re.DOTALL | re.MULTILINE,
)
sys.path.insert(0, str(ROOT / "docs"))


def tables(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Every table of a file or an example with what it is of (`event`, `event.statement`), records without
    their statements."""
    found: list[tuple[str, dict[str, Any]]] = []
    content = tomli.loads(text)
    if not any(isinstance(value, (dict, list)) for value in content.values()):
        return [("pack", content)]
    for kind, listed in content.items():
        for table in listed if isinstance(listed, list) else [listed]:
            if isinstance(table, dict):
                statements = table.pop("statement", [])
                found += [(kind, table)] if table else []
                found += [(f"{kind}.statement", statement) for statement in statements]
    return found


@pytest.fixture(scope="module")
def written() -> list[tuple[str, dict[str, Any]]]:
    """Every table of the data, of a small pack about another organization, and of a layer."""
    folders = [
        ROOT / "data",
        *(ROOT / "tests" / "packs" / name / "data" for name in ("sound-pact", "side-notes")),
    ]
    files = (file for folder in folders for file in folder.glob("*.toml"))
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


def test_there_are_ten_questions() -> None:
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize(("question", "command", "shown"), QUESTIONS, ids=[one[0] for one in QUESTIONS])
def test_a_question_gets_the_answer_that_is_shown(
    run: Callable[..., Result], question: str, command: str, shown: str
) -> None:
    answer = iter(run(*shlex.split(command)).out.splitlines())
    for line in shown.splitlines():
        assert line == "…" or line in answer, f"{question} no longer prints: {line}"
