"""A file that a user named is written whole or not at all, and never over another unless asked."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import pytest

from cstoref.errors import UsageError, UserError
from cstoref.output_file import FileExists, write


def text(out: TextIO) -> None:
    out.write("первая\n")
    out.write("second\n")


TEXT = "первая\nsecond\n".encode()


def refuse(error: BaseException) -> Callable[..., Any]:
    def refused(*given: object, **named: object) -> Any:
        raise error

    return refused


def test_a_new_file_has_the_text_and_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    mask = os.umask(0o027)
    try:
        write(str(path), text)
    finally:
        os.umask(mask)
    assert path.read_bytes() == TEXT
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_exists_stays_unless_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"mine")
    path.chmod(0o604)
    with pytest.raises(FileExists, match=r"a\.md exists already$"):
        write(str(path), text)
    assert path.read_bytes() == b"mine"
    write(str(path), text, force=True)
    assert path.read_bytes() == TEXT
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link, nowhere = tmp_path / "target", tmp_path / "link", tmp_path / "nowhere"
    target.write_bytes(b"mine")
    link.symlink_to(target)
    nowhere.symlink_to(tmp_path / "new")
    for path in (link, nowhere):
        with pytest.raises(FileExists):
            write(str(path), text)
        write(str(path), text, force=True)
        assert path.is_symlink() and path.read_bytes() == TEXT
    assert target.read_bytes() == (tmp_path / "new").read_bytes() == TEXT


NAMES = (b"a\xe9b", "Памятка".encode("koi8-r"), b"a\nb \x1b[31m", "é".encode() * 120)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_taken_byte_for_byte(tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    write(os.fsdecode(path), text)
    assert os.listdir(os.fsencode(tmp_path)) == [name]
    with pytest.raises(FileExists) as raised:
        write(os.fsdecode(path), text)
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("path", ["", "folder/", "{folder}", "{folder}/"])
def test_what_is_not_the_name_of_a_file_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageError):
        write(path.format(folder=tmp_path), text)


@pytest.mark.parametrize("path", ["{folder}/none/a.md", "{folder}/a\0b", "{folder}/" + 300 * "x"])
def test_what_cannot_be_written_is_one_sentence(tmp_path: Path, path: str) -> None:
    with pytest.raises(UserError, match=" was not written: ") as raised:
        write(path.format(folder=tmp_path), text)
    assert not isinstance(raised.value, UsageError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("step", ["open", "fsync", "link", "replace", "chmod"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), MemoryError(), KeyboardInterrupt()])
def test_whatever_fails_nothing_is_there_that_was_not_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException, force: bool
) -> None:
    path = tmp_path / "a.md"
    if force:
        path.write_bytes(b"mine")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse(error))
        try:
            write(str(path), text, force)
        except (UserError, KeyboardInterrupt):
            assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.md", b"mine")] * force
        else:
            assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.md", TEXT)]


BREAKS = (OSError(errno.EIO, "broken"), MemoryError(), UserError("no"), ValueError("x"))


@pytest.mark.parametrize("error", BREAKS)
def test_a_text_that_fails_in_its_middle_leaves_nothing(tmp_path: Path, error: Exception) -> None:
    def broken(out: TextIO) -> None:
        out.write("x" * 100_000)
        raise error

    with pytest.raises(UserError):
        write(str(tmp_path / "a.md"), broken)
    assert list(tmp_path.iterdir()) == []


def test_without_hard_links_it_is_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse(OSError(errno.EPERM, "no links here")))
    write(str(tmp_path / "a.md"), text)
    assert (tmp_path / "a.md").read_bytes() == TEXT
    with pytest.raises(FileExists):
        write(str(tmp_path / "a.md"), text)
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_there_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "a.md"
    if not links:
        monkeypatch.setattr(os, "link", refuse(OSError(errno.EPERM, "no links here")))
    with pytest.raises(FileExists):
        write(str(path), lambda out: path.write_bytes(b"theirs"))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.md", b"theirs")]


def test_a_pipe_and_a_device_are_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write(str(tmp_path / "pipe"), text)
    reader.join()
    assert read == [TEXT]
    write(os.devnull, text)
    assert (tmp_path / "pipe").is_fifo()


def test_half_of_a_pair_does_not_stop_it(tmp_path: Path) -> None:
    write(str(tmp_path / "a.md"), lambda out: out.write("\ud800\n"))
    assert (tmp_path / "a.md").read_bytes() == b"\\ud800\n"
