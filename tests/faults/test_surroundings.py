"""Without a home, a terminal, a locale or somewhere to write to, the answer is the same."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.mini_pack import write_pack

from .conftest import ROOT, Run, command, surroundings

ASKED = ("anna", "--all")
ANSWER = b"Anna Ivanova"


@pytest.fixture
def pack(tmp_path: Path) -> str:
    """The folder of a small pack."""
    return str(write_pack(tmp_path / "pack"))


@pytest.mark.parametrize(
    "home", [None, "", "relative", "/proc/nowhere", "/dev/null", "{file}/\x1b[31m", "{none}/\x1b[31m"]
)
def test_without_a_home_the_answer_is_the_same(
    start: Run, pack: str, tmp_path: Path, home: str | None
) -> None:
    (tmp_path / "file").write_bytes(b"")  # root can make a folder anywhere but in a file
    cache = "/proc/nowhere" if home is None else None  # without HOME the system's own folder would be taken
    named = home and home.format(file=tmp_path / "file", none=tmp_path / "none")
    done = start(*ASKED, "--pack", pack, HOME=named, XDG_CACHE_HOME=cache)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(ANSWER)


@pytest.mark.parametrize(
    "changes",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LANG": "xx_YY.nonsense", "PYTHONUTF8": "0"},
        {"LC_ALL": "ru_RU.KOI8-R", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1251"},
        {"TERM": "dumb"},
        {"TERM": "nonsense", "COLUMNS": "-1"},
        {"COLUMNS": "x", "LINES": ""},
        {"TZ": "nonsense"},
        {"XDG_CACHE_HOME": "/dev/full"},
        {"TMPDIR": "/nonexistent"},
    ],
)
def test_in_odd_surroundings_the_answer_is_the_same(start: Run, pack: str, changes: dict[str, str]) -> None:
    for words in (ASKED, ("anna", "--json"), ("search", "xanadu"), ("export",), ("нет",)):
        done = start(*words, "--pack", pack, **changes)
        assert done.returncode in (0, 1)
        assert done.stdout
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("streams", [(0,), (1,), (2,), (0, 1, 2)])
def test_closed_streams_are_no_error(start: Run, pack: str, streams: tuple[int, ...]) -> None:
    def close() -> None:
        for stream in streams:
            os.close(stream)

    for words in (ASKED, ("anna", "--json"), ("nothing",), ("export",), ("--version",), ("--help",), ()):
        done = start(
            *words,
            *(("--pack", pack) if words[:1] not in (("--version",), ("--help",)) else ()),
            before=close,
        )
        assert done.returncode in (0, 1, 2)
        assert b"Traceback" not in done.stderr
        assert 1 in streams or words == () or done.stdout


@pytest.mark.parametrize("words", [ASKED, ("anna", "--json"), ("export",), ("--help",), ("search", "anna")])
def test_a_full_disk_under_stdout_is_told_in_one_sentence(
    pack: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command(*words, "--pack", pack),
            cwd=ROOT,
            env=surroundings(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 1
    assert done.stderr == b"cstoref: cannot write: No space left on device\n"


@pytest.mark.parametrize("words", [ASKED, ("anna", "--json"), ("export",), ("search", "anna"), ("--help",)])
def test_a_reader_that_has_gone_ends_it_quietly(pack: str, tmp_path: Path, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command(*words, "--pack", pack),
        cwd=ROOT,
        env=surroundings(tmp_path),
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGPIPE])
def test_a_signal_ends_an_export_at_once(tmp_path: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        command("export"),
        cwd=ROOT,
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(number)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode in (-number, 128 + number, 0)


def test_an_unwritable_home_says_nothing_and_keeps_nothing(start: Run, pack: str, tmp_path: Path) -> None:
    os.makedirs(tmp_path / ".cache" / "cstoref", mode=0o500)
    (tmp_path / ".cache" / "cstoref").chmod(0o500)
    done = start(*ASKED, "--pack", pack)
    (tmp_path / ".cache" / "cstoref").chmod(0o700)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(ANSWER)
