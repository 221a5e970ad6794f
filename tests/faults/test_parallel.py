"""Many commands and two explorers at once: nothing is lost, and nothing is reported as saved that is not.

Short: eight processes make 400 changes through the command line. Long (`SOAK`): every change is a process.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from cstoref.store.cache import open_store
from cstoref.user import bookmarks, files, notes, pins
from cstoref.user.user_data import UserData
from tests.conftest import SOAK
from tests.mini_pack import write_pack
from tests.patience import PATIENCE
from tests.tally import count

from .conftest import ROOT, command, surroundings
from .test_terminal import Session

T = TypeVar("T")
WRITERS = 8
EACH, PINNED = 50, 34
KILLS = 40 if SOAK else 6
STATEMENT = """
[[event.statement]]
field = "attended"
key = "{number}"
who = "anna"
text = "Anna was there for the time {number}."
cite = {{ source = "news", quote = "Anna met Boris" }}
"""
WRITER = """
import os, sys
from cstoref.cli.main import main
for line in sys.argv[1:]:
    os.write(1, b"%d %s\\n" % (main(line.split()), line.encode().strip()))
"""
"""Runs a command a line; tells its exit code."""
NOTER = """
import os, sys
from cstoref.user.user_data import UserData
name, pack, times = sys.argv[1:]
explorer = UserData("mini", "1", pack)
for number in range(int(times)):
    begun = explorer.begin_note("anna")
    explorer.put_note("anna", f"{begun.text}\\n{name}{number}.", begun.seen)
    explorer.put_note(f"{name}-{number}", "mine alone")
    explorer.toggle_bookmark(f"{name}-{number}")
    os.write(1, b"%d\\n" % explorer.has_unsaved)
"""
"""Does what an explorer does to notes and bookmarks, over and over."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack of many statements in it, compiled."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    event = '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\nwhen = "2001-05-03"\n'
    events = event + "".join(STATEMENT.format(number=number) for number in range(WRITERS * EACH))
    open_store(str(write_pack(tmp_path / "pack", events=events))).close()
    return tmp_path


def id_of(number: int) -> str:
    return f"meeting/attended/anna-{number}"


def changes(writer: int) -> list[str]:
    """What one writer does: it pins statements of its own, and unpins every second of them."""
    first = writer * EACH
    words = []
    for at in range(first, first + PINNED):
        words.append(f"pin {id_of(at)}")
        if at % 2:
            words.append(f"unpin {id_of(at)}")
    return words


def left() -> set[str]:
    """What must be pinned at last."""
    return {
        id_of(at) for one in range(WRITERS) for at in range(one * EACH, one * EACH + PINNED) if at % 2 == 0
    }


def kept(folder: Path, form: files.FileForm[T]) -> T:
    loaded = files.load(str(folder / "data" / "cstoref" / "mini"), form)
    assert loaded.problem == ""
    return loaded.value


def env(folder: Path) -> dict[str, str]:
    return surroundings(folder, XDG_CACHE_HOME=str(folder / "caches"), XDG_DATA_HOME=str(folder / "data"))


def start(folder: Path, words: Sequence[str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        words, cwd=ROOT, env=env(folder), stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe
    )


def writer(folder: Path, lines: Iterable[str]) -> subprocess.Popen[bytes]:
    """A process that runs a command a line."""
    pack = f"--pack {folder / 'pack'}"
    return start(folder, [sys.executable, "-c", WRITER, *(f"{line} {pack}" for line in lines)])


def in_eight_processes(folder: Path) -> list[int]:
    """All changes by eight processes at once; the exit codes."""
    running = [writer(folder, changes(number)) for number in range(WRITERS)]
    codes = []
    for process in running:
        out, errors = process.communicate(timeout=PATIENCE)
        assert errors == b""
        codes += [int(line.split()[0]) for line in out.splitlines()]
    return codes


def in_as_many_processes(folder: Path) -> list[int]:
    """Every change by a process, sixteen at once; the exit codes."""
    codes, pack = [], str(folder / "pack")
    for at in range(2 * EACH):
        running = [
            start(folder, command(*changes(one)[at].split(), "--pack", pack))
            for one in range(WRITERS)
            if at < len(changes(one))
        ]
        for process in running:
            process.communicate(timeout=PATIENCE)
            codes.append(process.returncode)
    return codes


@pytest.mark.parametrize("run", [in_eight_processes, *([in_as_many_processes] if SOAK else [])])
def test_400_pins_and_unpins_at_once_lose_nothing(folder: Path, run: Callable[[Path], list[int]]) -> None:
    expected = sum(len(changes(one)) for one in range(WRITERS))
    assert run(folder) == [0] * expected
    found = kept(folder, pins.FORM)
    assert set(found) == left() and len(found) == len(left())
    count("changes by parallel commands", expected)


def test_two_explorers_at_once_lose_no_line_of_a_note(folder: Path) -> None:
    times = 100 if SOAK else 25
    pack = str(folder / "pack")
    running = [start(folder, [sys.executable, "-c", NOTER, name, pack, str(times)]) for name in "ab"]
    for process in running:
        out, errors = process.communicate(timeout=PATIENCE)
        assert errors == b"" and out.split() == [b"0"] * times
    noted = kept(folder, notes.FORM)
    lines = noted["anna"].split("\n")
    assert {f"{name}{number}." for name in "ab" for number in range(times)} <= set(lines)
    assert {f"{name}-{number}" for name in "ab" for number in range(times)} <= set(noted)
    marked = kept(folder, bookmarks.FORM)
    assert len(marked) == 2 * times
    count("notes and bookmarks by parallel explorers", 3 * 2 * times)


def test_two_explorers_and_commands_on_real_terminals(folder: Path) -> None:
    data = folder / "data"
    first, second = (Session(folder, "open", id_of(at), data=data) for at in (1, 2))
    with first as one, second as two:
        one.until("The meeting")
        two.until("The meeting")
        pack = str(folder / "pack")
        running = [start(folder, command("pin", id_of(at), "--pack", pack)) for at in range(100, 110)]
        for session in (one, two):
            session.send("m")
            session.shows("Bookmark added")
        for session, note in ((one, "by the first"), (two, "by the second")):
            session.send("e")
            session.shows("F2 or Ctrl+S saves")
            session.send(note)
            session.shows(note)
            session.send("f2")
            session.shows(f"✎ {note}")
        for process in running:
            process.communicate(timeout=PATIENCE)
            assert process.returncode == 0
        for session in (one, two):
            session.send("\x11")
            assert session.ended() == 0
    noted, pinned = kept(folder, notes.FORM), kept(folder, pins.FORM)
    assert {id_of(at) for at in range(100, 110)} == set(pinned)
    assert sorted(noted.values()) == ["by the first", "by the second"]
    assert len(kept(folder, bookmarks.FORM)) == 2


def test_what_was_reported_as_saved_outlives_a_kill(folder: Path) -> None:
    """Writers are killed while others go on: whatever was reported is there, and no lock stays."""
    for round_ in range(KILLS):
        first, *others = [
            writer(folder, (f"pin {id_of(at)}" for at in range(number * 60, number * 60 + 60)))
            for number in range(3)
        ]
        assert first.stdout is not None
        reported = [first.stdout.readline() for _ in range(3 + round_ % 5)]
        first.send_signal(signal.SIGKILL)
        reported += first.communicate(timeout=PATIENCE)[0].splitlines()
        for process in others:
            out, errors = process.communicate(timeout=PATIENCE)
            assert errors == b""
            reported += out.splitlines()
        found = kept(folder, pins.FORM)
        for line in reported:
            code, _, id, *_ = line.decode().split()
            assert code == "0" and id in found
        count("kills among parallel writers")


def test_a_lock_that_is_held_for_too_long_is_told_and_nothing_is_reported_as_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cstoref.user import file_lock

    UserData("mini", "1", str(folder / "pack")).pin(id_of(0))
    monkeypatch.setattr(file_lock, "LIMIT", 0.05)
    with file_lock.locked(str(folder / "data" / "cstoref" / "mini")) as unguarded:
        assert unguarded == ""
        data = UserData("mini", "1", str(folder / "pack"))
        data.pin(id_of(1))
        assert data.has_unsaved
        (news,) = data.take_news()
        assert "another cstoref is writing there and does not end" in news
    data.pin(id_of(2))
    assert not data.has_unsaved
    assert UserData("mini", "1", str(folder / "pack")).pins == (id_of(0), id_of(1), id_of(2))
