"""Files that are no files, lead elsewhere or have no end: named and refused at once; nothing is written."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SOAK, Result
from tests.tally import count

from . import packs
from .conftest import assert_harmless
from .texts import HOSTILE

Make = Callable[..., Path]
Spoil = Callable[[Path], object]
NEWS, EVENTS = "corpus/news.txt", "data/events.toml"


def device(path: Path) -> None:
    """A file that never ends."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except (OSError, AttributeError):
        pytest.skip("no devices can be made here")


def listening(path: Path) -> None:
    """A socket in the place of a file."""
    before = os.getcwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


def endless(path: Path) -> None:
    """A file of a terabyte that takes no room."""
    path.touch()
    os.truncate(path, 2**40)


SPOILS: dict[str, Spoil] = {
    "device": device,
    "socket": listening,
    "pipe": os.mkfifo,
    "folder": os.mkdir,
    "endless": endless,
    "link to a device": lambda path: path.symlink_to("/dev/zero"),
    "link to a secret": lambda path: path.symlink_to("/etc/passwd"),
    "link up and down": lambda path: path.symlink_to(f"../../pack/../../{path.name}"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to nothing": lambda path: path.symlink_to("nothing"),
}


def seen(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below a folder, with its size and time."""
    found = {}
    for path in sorted(folder.rglob("*")):
        about = path.lstat()
        found[str(path)] = (about.st_size, about.st_mtime_ns)
    return found


@pytest.mark.parametrize("name", [NEWS, EVENTS])
@pytest.mark.parametrize("sort", SPOILS)
def test_what_is_no_file_of_the_pack_is_named_and_refused(
    make_pack: Make, run: Callable[..., Result], sort: str, name: str
) -> None:
    count("files that are none")
    folder = make_pack()
    (folder / name).unlink()
    SPOILS[sort](folder / name)
    before = seen(folder.parent)
    for command in ("verify", "anna", "export"):
        result = run(command, "--pack", str(folder))
        assert (result.code, result.out) == (4, "")
        assert name in result.err
        assert "root:" not in result.err
    assert seen(folder.parent) == before


@pytest.mark.parametrize("name", ["data", "corpus"])
def test_a_folder_that_leads_out_is_not_read(make_pack: Make, run: Callable[..., Result], name: str) -> None:
    folder = make_pack()
    (folder / name).rename(folder.parent / "elsewhere")
    (folder / name).symlink_to("../elsewhere")
    result = run("verify", "--pack", str(folder))
    assert result.code == 4
    assert "leads out of the pack" in result.err


@pytest.mark.parametrize("place", ["/dev/null", "/etc/passwd", "\x1b]0;x\x07", "x" * 5000, "data"])
def test_what_is_no_folder_of_a_pack_is_named(run: Callable[..., Result], place: str) -> None:
    for command in ("anna", "verify"):
        result = run(command, "--pack", place)
        assert (result.code, result.out) == (4, "")
        assert "\x1b" not in result.err


def test_a_folder_without_a_name_is_none(run: Callable[..., Result]) -> None:
    for command in ("anna", "verify"):
        assert run(command, "--pack", "") == (2, "", "cstoref: --pack: name a folder\n")


def test_a_pack_in_any_folder_is_only_read(
    tmp_path: Path, ask_everything: Callable[[Path], list[Result]]
) -> None:
    tables = packs.tables(lambda: "some words", "some words")
    folder = packs.write(tmp_path / "..[red] \x1b]0;x\x07 \u202e %41 ?#", tables, packs.corpus("some words"))
    before = seen(tmp_path)
    assert {result.code for result in ask_everything(folder)} <= {0, 1, 4}
    assert seen(tmp_path) == before


def test_names_that_differ_in_case_alone_are_two(make_pack: Make, run: Callable[..., Result]) -> None:
    folder = make_pack()
    (folder / "data" / "Events.toml").write_text("[[event]]\n")
    if (folder / "data" / "events.toml").read_text() == "[[event]]\n":
        pytest.skip("they are one here")
    result = run("verify", "--pack", str(folder))
    assert "data/Events.toml: no file of this name is read" in result.err


@pytest.mark.parametrize("text", HOSTILE[:: 1 if SOAK else 5])
def test_a_file_of_any_name_is_refused_by_its_name_or_left_alone(
    make_pack: Make, run: Callable[..., Result], text: str
) -> None:
    folder = make_pack()
    name = text.replace("/", "-").replace("\0", "")[:40]
    for part in ("data", "corpus"):
        (folder / part / f"{name}.toml").write_text("x = 1\n")
    result = run("verify", "--pack", str(folder))
    assert_harmless(result)
    hidden = name.startswith(".")  # as editors and file managers leave them
    assert result.code == (0 if hidden else 4)
    assert result.err.count("no file of this name is read") == (0 if hidden else 1)
    count("hostile names of files")
