"""A look-up loads what it needs and nothing more, and nothing is written before something must be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cstoref

ROOT = Path(__file__).parent.parent
HEAVY = {
    *("textual", "pydantic", "rich", "tomli", "typing", "re", "argparse"),
    *("dataclasses", "pathlib", "json", "logging", "asyncio", "platformdirs", "datetime", "sqlite3"),
}
"""What a look-up must not load: each costs as much as a good part of a bare interpreter, or far more."""

Python = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def python(tmp_path: Path, home: Path) -> Python:
    """Run the interpreter on some arguments, in the tests' home or in an empty one."""

    def call(*words: str, empty_home: bool = False) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG", "COV"))
        }
        environment = {
            **kept,
            "HOME": str(tmp_path if empty_home else home),
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )

    return call


def loaded(python: Python, *words: str) -> set[str]:
    """The top modules that a run loads beyond those of a bare interpreter."""

    def modules(*arguments: str) -> set[str]:
        table = python("-X", "importtime", *arguments).stderr
        lines = [line for line in table.splitlines() if line.startswith("import time:")]
        return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}

    return modules(*words) - modules("-c", "pass")


@pytest.mark.parametrize(
    "words",
    [["belarus"], ["secretary", "general", "of", "nato"], ["BY"], ["belarus", "--as-of", "2009-06-14"]],
)
def test_a_look_up_loads_nothing_heavy(python: Python, words: list[str]) -> None:
    python("-m", "cstoref", *words)  # compiles the pack where that was not done yet
    found = loaded(python, "-m", "cstoref", *words)
    assert {"cstoref", "_sqlite3"} <= found
    assert found & HEAVY == set()


def test_what_is_heavy_would_be_seen(python: Python) -> None:
    assert {"argparse", "re"} <= loaded(python, "-m", "cstoref", "--help")


def test_the_version_of_a_checkout_compiles_nothing(python: Python) -> None:
    found = loaded(python, "-m", "cstoref", "--version")
    assert found & {"sqlite3", "_sqlite3", "textual", "rich"} == set()


@pytest.mark.slow
def test_importing_everything_makes_no_file(python: Python, tmp_path: Path) -> None:
    modules = sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in Path(cstoref.__file__).parent.rglob("*.py")
        if path.stem not in ("__init__", "__main__")
    )
    assert len(modules) > 50
    assert python("-c", f"import {', '.join(modules)}", empty_home=True).stdout == ""
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["paths"], ["keys"]])
def test_what_needs_no_pack_makes_no_file(python: Python, tmp_path: Path, words: list[str]) -> None:
    assert python("-m", "cstoref", *words, empty_home=True).stdout
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.slow
def test_a_look_up_writes_only_the_compiled_pack(python: Python, tmp_path: Path) -> None:
    python("-m", "cstoref", "belarus", empty_home=True)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.relative_to(tmp_path).parent.as_posix() for path in files] == [".cache/cstoref"]
