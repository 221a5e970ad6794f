"""Small files are whole at any moment, and what is not understood is set aside, never lost."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cstoref.user import files
from cstoref.user.files import Form


def _read(content: dict[str, Any]) -> str:
    if set(content) != {"word"} or not isinstance(content["word"], str):
        raise ValueError("it is not a word")
    return content["word"]


WORD: Form[str] = Form("word.json", "", _read, lambda word: {"word": word})


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def refuse(code: int) -> Callable[..., Any]:
    def refused(*given: object, **named: object) -> Any:
        raise OSError(code, os.strerror(code))

    return refused


@pytest.mark.parametrize("word", ["", "Belarus", "Лукашенко", "a\nb\t\0", "\ud800 half a pair", "🜚 \u202e"])
def test_what_is_saved_is_loaded(tmp_path: Path, word: str) -> None:
    assert files.save(str(tmp_path), WORD, word) == ""
    assert files.load(str(tmp_path), WORD) == files.Loaded(word)
    assert names(tmp_path) == ["word.json"]


def test_a_file_is_readable_json_with_a_version(tmp_path: Path) -> None:
    files.save(str(tmp_path), WORD, "Минск")
    text = (tmp_path / "word.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"version": 1, "word": "Минск"}
    assert "Минск" in text


def test_loading_makes_nothing_and_saving_makes_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert files.load(str(folder), WORD) == files.Loaded("")
    assert names(tmp_path) == []
    assert files.save(str(folder), WORD, "x") == ""
    assert names(folder) == ["word.json"]


def test_without_a_home_nothing_is_kept_and_the_reason_is_said() -> None:
    assert files.load(None, WORD) == files.Loaded("")
    assert files.save(None, WORD, "x") == "there is no home folder"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "it is not JSON"),
        (b'{"version": 1, "word": "cut of', "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"\xff\xfe{}", "it is not UTF-8"),
        (b'["version", 1]', "it is not one JSON object"),
        (b"{}", "it names no version"),
        (b'{"version": true, "word": "x"}', "it names no version"),
        (b'{"version": 0, "word": "x"}', "it names no version"),
        (b'{"version": 2, "word": "x"}', "a later version wrote it"),
        (b'{"version": 1, "word": 7}', "it is not a word"),
        (b'{"version": 1, "word": "x", "more": 1}', "it is not a word"),
    ],
)
@pytest.mark.parametrize("act", ["load", "save"])
def test_what_is_not_ours_is_set_aside_whole(tmp_path: Path, raw: bytes, why: str, act: str) -> None:
    (tmp_path / "word.json").write_bytes(raw)
    if act == "load":
        loaded = files.load(str(tmp_path), WORD)
        assert (loaded.value, loaded.writable) == ("", True)
        assert why in loaded.problem
        assert "word.json.damaged-1" in loaded.problem
    else:
        assert files.save(str(tmp_path), WORD, "new") == ""
        assert files.load(str(tmp_path), WORD).value == "new"
    assert (tmp_path / "word.json.damaged-1").read_bytes() == raw


def test_damaged_files_do_not_overwrite_one_another(tmp_path: Path) -> None:
    for number in range(1, 4):
        (tmp_path / "word.json").write_text(f"damage {number}")
        files.load(str(tmp_path), WORD)
    kept = [(tmp_path / f"word.json.damaged-{number}").read_text() for number in range(1, 4)]
    assert kept == ["damage 1", "damage 2", "damage 3"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_write_that_fails_says_why_and_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    files.save(str(tmp_path), WORD, "before")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse(code))
        problem = files.save(str(tmp_path), WORD, "after")
    assert problem == f"{tmp_path}/word.json cannot be written: {os.strerror(code)}"
    assert files.load(str(tmp_path), WORD).value == "before"
    assert names(tmp_path) == ["word.json"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = str(tmp_path / "file" / "below")
    assert files.load(folder, WORD) == files.Loaded("")
    assert "cannot be written" in files.save(folder, WORD, "x")
    assert (tmp_path / "file").read_text() == "in the way"


def test_what_cannot_be_set_aside_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "word.json").write_text("foreign")
    monkeypatch.setattr(os, "replace", refuse(errno.EACCES))
    loaded = files.load(str(tmp_path), WORD)
    assert not loaded.writable
    assert "nor set aside" in loaded.problem
    assert files.save(str(tmp_path), WORD, "x") == loaded.problem
    assert names(tmp_path) == ["word.json"]
    assert (tmp_path / "word.json").read_text() == "foreign"


def test_a_file_that_may_not_be_read_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "word.json").write_text("secret")
    with monkeypatch.context() as patch:
        patch.setattr(files, "contents", refuse(errno.EACCES))
        assert "Permission denied" in files.load(str(tmp_path), WORD).problem
    assert (tmp_path / "word.json.damaged-1").read_text() == "secret"


def _folder(path: Path) -> None:
    (path / "inside").mkdir(parents=True)


def _circle(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("make", [_folder, _circle, lambda path: os.mkfifo(path)])
def test_what_is_no_file_is_left_alone(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "word.json")
    loaded = files.load(str(tmp_path), WORD)
    assert (loaded.value, loaded.writable) == ("", False)
    assert "cannot be read" in loaded.problem
    assert files.save(str(tmp_path), WORD, "x") == loaded.problem
    assert names(tmp_path) == ["word.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "word.json").symlink_to(tmp_path / "elsewhere" / "mine.json")
    assert files.save(str(tmp_path), WORD, "x") == ""
    assert (tmp_path / "word.json").is_symlink()
    assert names(tmp_path / "elsewhere") == ["mine.json"]
    assert files.load(str(tmp_path), WORD).value == "x"


def test_what_killed_runs_left_is_cleared_and_what_others_write_now_is_not(tmp_path: Path) -> None:
    for name, age in ((".word.json.new-old", 3600), (".word.json.new-now", 0), (".other.json.new-old", 3600)):
        (tmp_path / name).write_text("{")
        then = os.stat(tmp_path).st_mtime - age
        os.utime(tmp_path / name, (then, then))
    files.save(str(tmp_path), WORD, "x")
    assert names(tmp_path) == [".other.json.new-old", ".word.json.new-now", "word.json"]


def test_a_sentence_carries_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    folder = tmp_path / "\x1b]0;x\x07"
    folder.mkdir()
    (folder / "word.json").write_text("foreign")
    problem = files.load(str(folder), WORD).problem
    assert problem.isprintable()
