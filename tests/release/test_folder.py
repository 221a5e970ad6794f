"""The folder that needs no Python: what it says of itself, and what its program does."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import pytest

from cstoref.own_process import MARK
from release.folder import package

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "release" / "folder" / "program.py"


def test_the_program_runs_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []
    monkeypatch.setattr("cstoref.cli.main.command", lambda: called.append(sys.argv[1:]))
    monkeypatch.setattr(sys, "argv", ["cstoref", "belarus"])
    runpy.run_path(str(PROGRAM))
    assert called == [["belarus"]]


def test_the_program_runs_a_module_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "noted.py").write_text(
        "said = []\ndef main(*words):\n    said.append(words)\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "argv", ["cstoref", MARK, "noted", "a", "b"])
    runpy.run_path(str(PROGRAM))
    assert sys.modules.pop("noted").said == [("a", "b")]


def test_the_newest_glibc_that_a_file_asks_for_is_named(tmp_path: Path) -> None:
    assert package.needed_glibc(tmp_path) == ""
    (tmp_path / "a.so").write_bytes(b"\x7fELF..GLIBC_2.4\0GLIBC_2.17\0GLIBC_2.9\0")
    (tmp_path / "note.txt").write_bytes(b"GLIBC_2.99")
    assert package.needed_glibc(tmp_path) == "2.17"


def test_without_the_environment_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(package, "ENVIRONMENT", tmp_path / ".venv-folder")
    monkeypatch.setattr(package, "build", lambda *_, **__: [tmp_path / "cstoref-1-py3-none-any.whl"])
    monkeypatch.setattr(package, "fetch", lambda *_: [])
    assert package.main(["--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "folder: .venv-folder is not here: make folder sets it up\n"


def test_what_makes_it_is_locked() -> None:
    group = (
        (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\nfolder = [")[2].partition("]")[0]
    )
    locked = (ROOT / "requirements-folder.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"[\w-]+==[\d.]+", group)
    assert pinned and all(pin in locked for pin in pinned)
