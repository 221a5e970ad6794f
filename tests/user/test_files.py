"""Small files are whole at any moment, and what is not understood is set aside, never lost."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cstoref.user import file_lock, files
from cstoref.user.files import FileForm


def _read(content: dict[str, Any]) -> str:
    if set(content) != {"word"} or not isinstance(content["word"], str):
        raise ValueError("it is not a word")
    return content["word"]


WORD: FileForm[str] = FileForm("word.json", "", _read, lambda word: {"word": word})


def save(folder: str | None, form: FileForm[Any], value: object) -> str:
    """Why a value is not saved; empty if it is."""
    return files.change(folder, form, lambda _: value).problem


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.name != file_lock.NAME)


def refuse(code: int) -> Callable[..., Any]:
    def refused(*given: object, **named: object) -> Any:
        raise OSError(code, os.strerror(code))

    return refused


@pytest.mark.parametrize("word", ["Belarus", "Лукашенко", "a\nb\t\0", "\ud800 half a pair", "🜚 \u202e"])
def test_what_is_saved_is_loaded(tmp_path: Path, word: str) -> None:
    assert save(str(tmp_path), WORD, word) == ""
    assert files.load(str(tmp_path), WORD) == files.LoadedFile(word)
    assert names(tmp_path) == ["word.json"]


def test_what_does_not_change_makes_no_folder_and_no_file(tmp_path: Path) -> None:
    assert save(str(tmp_path / "a"), WORD, "") == ""
    assert list(tmp_path.iterdir()) == []
    save(str(tmp_path), WORD, "x")
    before = (tmp_path / "word.json").stat().st_ino
    assert save(str(tmp_path), WORD, "x") == ""
    assert (tmp_path / "word.json").stat().st_ino == before


def test_a_file_is_readable_json_with_a_version(tmp_path: Path) -> None:
    save(str(tmp_path), WORD, "Минск")
    text = (tmp_path / "word.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"version": 1, "word": "Минск"}
    assert "Минск" in text


def test_loading_makes_nothing_and_saving_makes_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert files.load(str(folder), WORD) == files.LoadedFile("")
    assert names(tmp_path) == []
    assert save(str(folder), WORD, "x") == ""
    assert names(folder) == ["word.json"]


def test_without_a_home_nothing_is_kept_and_the_reason_is_said() -> None:
    assert files.load(None, WORD) == files.LoadedFile("")
    assert save(None, WORD, "x") == "there is no home folder"


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
        (b'{"version": 1, "word": 7}', "it is not a word"),
        (b'{"version": 1, "word": "x", "more": 1}', "it is not a word"),
    ],
)
def test_a_damaged_file_is_set_aside_whole_when_something_is_written(
    tmp_path: Path, raw: bytes, why: str
) -> None:
    file, aside = tmp_path / "word.json", tmp_path / "word.json.damaged-1"
    file.write_bytes(raw)
    loaded = files.load(str(tmp_path), WORD)
    assert (loaded.value, loaded.writable, loaded.damaged) == ("", True, True)
    assert why in loaded.problem
    assert save(str(tmp_path), WORD, "") == ""
    assert file.read_bytes() == raw and not aside.exists()
    made = files.change(str(tmp_path), WORD, lambda _: "new")
    assert made.problem == "" and made.news[0].endswith(f"set aside as {aside}")
    assert files.load(str(tmp_path), WORD) == files.LoadedFile("new")
    assert aside.read_bytes() == raw


@pytest.mark.parametrize("raw", [b'{"version": 2, "words": {"a": 1}}', b'{"version": 99, "word": "x"}'])
def test_a_file_of_a_later_version_stays_as_it_is(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "word.json").write_bytes(raw)
    problem = save(str(tmp_path), WORD, "new")
    assert "was written by a later version of cstoref" in problem
    assert files.load(str(tmp_path), WORD) == files.LoadedFile("", problem, writable=False)
    assert (tmp_path / "word.json").read_bytes() == raw
    assert names(tmp_path) == ["word.json"]


def test_damaged_files_do_not_overwrite_one_another(tmp_path: Path) -> None:
    for number in range(1, 4):
        (tmp_path / "word.json").write_text(f"damage {number}")
        save(str(tmp_path), WORD, "new")
    kept = [(tmp_path / f"word.json.damaged-{number}").read_text() for number in range(1, 4)]
    assert kept == ["damage 1", "damage 2", "damage 3"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_write_that_fails_says_why_and_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    save(str(tmp_path), WORD, "before")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse(code))
        problem = save(str(tmp_path), WORD, "after")
    assert problem == f"{tmp_path}/word.json cannot be written: {os.strerror(code)}"
    assert files.load(str(tmp_path), WORD).value == "before"
    assert names(tmp_path) == ["word.json"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = str(tmp_path / "file" / "below")
    assert files.load(folder, WORD) == files.LoadedFile("")
    assert "cannot be written" in save(folder, WORD, "x")
    assert (tmp_path / "file").read_text() == "in the way"


def test_what_cannot_be_set_aside_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "word.json").write_text("foreign")
    monkeypatch.setattr(os, "replace", refuse(errno.EACCES))
    assert "cannot be written: Permission denied" in save(str(tmp_path), WORD, "x")
    assert names(tmp_path) == ["word.json"]
    assert (tmp_path / "word.json").read_text() == "foreign"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO, errno.ELOOP])
def test_a_file_that_may_not_be_read_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    (tmp_path / "word.json").write_text("secret")
    with monkeypatch.context() as patch:
        patch.setattr(files, "contents", refuse(code))
        loaded = files.load(str(tmp_path), WORD)
        assert os.strerror(code) in loaded.problem and not loaded.writable
        assert save(str(tmp_path), WORD, "x") == loaded.problem
    assert (tmp_path / "word.json").read_text() == "secret"
    assert names(tmp_path) == ["word.json"]


def test_permissions_stay_and_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    save(str(tmp_path), WORD, "x")
    file = tmp_path / "word.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o640)
    save(str(tmp_path), WORD, "y")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_what_root_saves_in_a_home_belongs_to_whom_the_home_belongs_to(tmp_path: Path) -> None:
    os.chown(tmp_path, 4711, 4712)
    folder = tmp_path / "data" / "cstoref"
    assert save(str(folder), WORD, "x") == ""
    made = [tmp_path / "data", folder, folder / "word.json", folder / file_lock.NAME]
    assert [(path.stat().st_uid, path.stat().st_gid) for path in made] == [(4711, 4712)] * 4
    os.chown(folder / "word.json", 815, 816)
    assert save(str(folder), WORD, "y") == ""
    assert (folder / "word.json").stat().st_uid == 815


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
    assert save(str(tmp_path), WORD, "x") == loaded.problem
    assert names(tmp_path) == ["word.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "word.json").symlink_to(tmp_path / "elsewhere" / "mine.json")
    assert save(str(tmp_path), WORD, "x") == ""
    assert (tmp_path / "word.json").is_symlink()
    assert names(tmp_path / "elsewhere") == ["mine.json"]
    assert files.load(str(tmp_path), WORD).value == "x"


def test_a_link_to_a_disk_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "word.json").symlink_to(tmp_path / "disk" / "mine.json")
    problem = save(str(tmp_path), WORD, "x")
    assert problem.endswith("cannot be written: No such file or directory")
    assert not (tmp_path / "disk").exists()
    (tmp_path / "disk").mkdir()
    assert save(str(tmp_path), WORD, "x") == ""
    assert names(tmp_path / "disk") == ["mine.json"]


def test_what_killed_runs_left_is_cleared_and_what_others_write_now_is_not(tmp_path: Path) -> None:
    for name, age in ((".word.json.new-old", 3600), (".word.json.new-now", 0), (".other.json.new-old", 3600)):
        (tmp_path / name).write_text("{")
        then = os.stat(tmp_path).st_mtime - age
        os.utime(tmp_path / name, (then, then))
    save(str(tmp_path), WORD, "x")
    assert names(tmp_path) == [".other.json.new-old", ".word.json.new-now", "word.json"]


def test_without_memory_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*given: object, **named: object) -> Any:
        raise MemoryError

    save(str(tmp_path), WORD, "before")
    for place, name in ((json, "dumps"), (json, "loads"), (os, "fsync")):
        with monkeypatch.context() as patch:
            patch.setattr(place, name, exhausted)
            assert "there is not enough memory" in save(str(tmp_path), WORD, "after")
    assert files.load(str(tmp_path), WORD) == files.LoadedFile("before")
    assert names(tmp_path) == ["word.json"]


def test_a_sentence_carries_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    folder = tmp_path / "\x1b]0;x\x07"
    folder.mkdir()
    (folder / "word.json").write_text("foreign")
    problem = files.load(str(folder), WORD).problem
    assert problem.isprintable()
