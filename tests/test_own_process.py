"""A module of the program runs in a process of its own, installed or in a folder without Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cstoref import own_process

MODULE = "import sys\ndef main(*words):\n    print(words, len(sys.path))\n"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module that says which words it was called with."""
    (tmp_path / "said.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "said"


def test_the_process_has_the_modules_and_the_words(module: str) -> None:
    words = ("a b", "", "-c", "ü")
    done = subprocess.run(own_process.command(module, *words), capture_output=True, text=True, check=True)
    assert done.stdout == f"{words} {len([part for part in sys.path if part])}\n"


def test_a_folder_without_python_is_told_by_a_mark(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_process.command(module, "a") == [sys.executable, own_process.MARK, module, "a"]


@pytest.mark.parametrize("writes", [True, False])
def test_a_process_writes_bytecode_only_where_this_one_does(
    writes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", not writes)
    assert ("-B" not in own_process.command("cstoref.session.compile_process")) is writes
