"""A compiled pack that is cut off, raced for, or on a disk that is full: the answer is still right."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cstoref import paths
from cstoref.cli import record_card
from cstoref.errors import INTERNAL
from cstoref.store.cache import cached_path, open_store
from cstoref.user import file_lock, files, notes
from tests.conftest import SOAK, Result
from tests.mini_pack import write_pack
from tests.tally import count

from .conftest import ROOT, Run, command, surroundings

PAGE = 4096
CUTS = 2_000 if SOAK else 60
KILLS = 500 if SOAK else 12
AT_ONCE = 10
COMPILER = """
import os, sys
from cstoref.errors import INTERNAL
from cstoref.store.cache import cached_path, open_store
pack, cache = sys.argv[1:]
while True:
    assert open_store(pack).count("statements") == 3
    for name in os.listdir(cache):
        if not name.startswith("."):
            os.unlink(os.path.join(cache, name))
    os.write(1, b".")
"""


class Compiles(Exception):
    """What is in the cache was not taken for a whole compiled pack."""


def noticed(folder: str) -> None:
    raise Compiles


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return Path(paths.cache_dir() or "")


@pytest.fixture
def pack(tmp_path: Path) -> str:
    """The folder of a small pack."""
    return str(write_pack(tmp_path / "pack"))


def the_compiled(cache: Path) -> Path:
    (only,) = cache.glob("*.db")
    return only


def cuts(size: int) -> Iterator[int]:
    """Every edge of a page, and lengths at random; never the whole."""
    chance = random.Random(size)
    yield from range(0, size, PAGE)
    yield from (chance.randrange(size) for _ in range(CUTS))


def test_wherever_it_is_cut_off_it_is_compiled_anew(cache: Path, pack: str) -> None:
    open_store(pack).close()
    file = the_compiled(cache)
    whole = file.read_bytes()
    for length in cuts(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(Compiles):
            open_store(pack, noticed)
        count("compiled packs cut off")
    assert open_store(pack).count("statements") == 3
    assert file.read_bytes() == whole


def test_the_built_in_pack_is_compiled_anew_at_whatever_page_it_is_cut_off(cache: Path) -> None:
    open_store().close()
    file = the_compiled(cache)
    size = file.stat().st_size
    for length in range(size - size % PAGE - PAGE, 0, -PAGE if SOAK else -40 * PAGE):
        os.truncate(file, length)
        with pytest.raises(Compiles):
            open_store(None, noticed)
        count("compiled packs cut off")


def spoilt(whole: bytes, chance: random.Random) -> bytes:
    """A compiled pack with one page of zeros or of noise, or a single bit that is another."""
    page = chance.randrange(len(whole) // PAGE) * PAGE
    put = chance.choice((bytes(PAGE), chance.randbytes(PAGE), b""))
    if put:
        return whole[:page] + put + whole[page + PAGE :]
    at = page + chance.randrange(PAGE)
    return whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]


def test_what_cannot_be_read_is_made_anew_and_the_answer_is_right(
    cache: Path, pack: str, run: Callable[..., Result]
) -> None:
    chance = random.Random(20261123)
    right = run("anna", "--all", "--pack", pack)
    file = the_compiled(cache)
    whole = file.read_bytes()
    made_anew = 0
    for _ in range(CUTS):
        damaged = spoilt(whole, chance)
        file.write_bytes(damaged)
        answer = run("anna", "--all", "--pack", pack)
        if the_compiled(cache).read_bytes() != damaged:
            made_anew += 1
            assert answer == right
        assert answer.err == ""
        count("compiled packs spoilt")
    assert made_anew


def test_an_error_that_comes_again_with_a_pack_made_anew_is_ours_and_is_seen(
    cache: Path, pack: str, tmp_path: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the compiled packs that had nothing to do with it stay."""

    def mistaken(*_: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(record_card, "card_page", mistaken)
    other = cached_path(str(write_pack(tmp_path / "other")))
    open_store(str(tmp_path / "other")).close()
    result = run("anna", "--pack", pack)
    assert (result.code, result.out) == (INTERNAL, "")
    assert "KeyError: 'ours'" in result.err
    assert {str(file) for file in cache.glob("*.db")} == {cached_path(pack), other}


def test_many_processes_that_compile_at_once_all_have_the_answer(tmp_path: Path, pack: str) -> None:
    running = [
        subprocess.Popen(
            command("anna", "--pack", pack), cwd=ROOT, env=surroundings(tmp_path), stdout=subprocess.PIPE
        )
        for _ in range(AT_ONCE)
    ]
    answers = {process.communicate()[0] for process in running}
    assert len(answers) == 1
    assert answers.pop().startswith(b"Anna Ivanova")
    assert {process.returncode for process in running} == {0}
    assert len(list((tmp_path / ".cache" / "cstoref").iterdir())) == 1


def killed(process: subprocess.Popen[bytes], chance: random.Random) -> None:
    """Kill a process at any moment of its work, once it has begun."""
    assert process.stdout is not None
    process.stdout.read(1)
    end = time.perf_counter() + chance.uniform(0, 0.1)
    while time.perf_counter() < end:
        pass
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_kill_at_any_moment_of_compiling_leaves_the_answer_right(cache: Path, pack: str) -> None:
    chance = random.Random(20261123)
    cache.mkdir(parents=True)
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", COMPILER, pack, str(cache)], stdout=subprocess.PIPE, cwd=ROOT
        ) as process:
            killed(process, chance)
        count("kills while compiling")
        for file in cache.glob("[!.]*.db"):
            open_store(pack, lambda _: pytest.fail("it is there, and not whole")).close()
            file.unlink()
        assert open_store(pack).count("statements") == 3


def test_what_a_killed_run_had_begun_is_forgotten_in_time(cache: Path, pack: str) -> None:
    cache.mkdir(parents=True)
    for age in (0, 10, 100_000):
        (cache / f".new-{age}.db").touch()
        os.utime(cache / f".new-{age}.db", (time.time() - age,) * 2)
    open_store(pack)
    assert {file.name for file in cache.glob(".new-*")} == {".new-0.db", ".new-10.db"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that is smaller than a compiled pack."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mounted(disk, "size=96k"):
        pytest.skip("no disk can be made here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def mounted(disk: Path, options: str) -> bool:
    """Whether a disk in memory could be put at a folder, or be given other options there."""
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    return not subprocess.run(mount, capture_output=True, check=False).returncode


@pytest.mark.parametrize("compiled", [True, False])
def test_on_a_disk_that_can_only_be_read_the_answer_is_right(
    start: Run, pack: str, tmp_path: Path, compiled: bool
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mounted(disk, "size=4m"):
        pytest.skip("no disk can be made here")
    try:
        if compiled:
            assert start("anna", "--pack", pack, XDG_CACHE_HOME=str(disk)).returncode == 0
        assert mounted(disk, "remount,ro")
        before = sorted(disk.rglob("*"))
        done = start("anna", "--pack", pack, XDG_CACHE_HOME=str(disk))
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"Anna Ivanova")
        assert sorted(disk.rglob("*")) == before
        assert "cannot be written: Read-only file system" in noted(disk, "x")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_where_a_file_may_not_grow_the_answer_is_right_and_nothing_is_left(start: Run, pack: str) -> None:
    def no_more_than_a_page() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (PAGE, PAGE))

    done = start("anna", "--pack", pack, before=no_more_than_a_page)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Anna Ivanova")
    assert not list(Path(pack).parent.rglob("*.db"))


def noted(disk: Path, text: str) -> str:
    """Why a note is not saved on a disk; empty if it is."""
    return files.change(str(disk), notes.FORM, lambda kept: notes.put(kept, "anna", text)).problem


def fill(disk: Path) -> None:
    """Leave a disk no room."""
    with open(disk / "full", "wb", buffering=0) as file, pytest.raises(OSError):
        while True:
            file.write(bytes(PAGE))


@pytest.mark.parametrize("first", [lambda disk: None, fill], ids=["nearly", "quite"])
def test_a_full_disk_leaves_the_answer_right_and_nothing_half_done(
    start: Run, pack: str, small_disk: Path, first: Callable[[Path], None]
) -> None:
    first(small_disk)
    before = sorted(small_disk.rglob("*.db"))
    for _ in range(2):
        done = start("anna", "--pack", pack, XDG_CACHE_HOME=str(small_disk))
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"Anna Ivanova")
    assert sorted(small_disk.rglob("*.db")) == before


def test_a_full_disk_loses_no_note(small_disk: Path) -> None:
    assert noted(small_disk, "kept") == ""
    fill(small_disk)
    assert "cannot be written: No space left on device" in noted(small_disk, "x" * 9_000)
    assert files.load(str(small_disk), notes.FORM).value == {"anna": "kept"}
    assert {path.name for path in small_disk.iterdir()} == {"full", notes.FORM.name, file_lock.NAME}
