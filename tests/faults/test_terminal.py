"""The explorer in a terminal that closes, stops, or changes its size in a storm: it ends when it must, and
leaves the terminal as it was."""

from __future__ import annotations

import os
import random
import re
import select
import signal
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bench.terminal import Terminal
from cstoref.errors import NOT_FOUND, USAGE
from cstoref.store.cache import open_store
from cstoref.user import bookmarks, files
from tests.conftest import SOAK
from tests.mini_pack import write_pack
from tests.patience import PATIENCE
from tests.tally import count

from .conftest import command, surroundings

HOME = "Questions such as"
LEFT = {b"1049": b"l", b"25": b"h", b"1000": b"l", b"1003": b"l", b"1006": b"l", b"1015": b"l", b"2004": b"l"}
"""How a terminal must be left: no other screen, a cursor, no mouse, no marks around what is pasted."""
LIST = "ctrl+q quit"
"""What the last line says at the start, where nothing is searched for."""


class Session(Terminal):
    """The explorer on a small pack."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        home: Path | None = None,
        kind: str = "xterm-256color",
        data: Path | None = None,
    ) -> None:
        caches = str(folder / "caches")
        env = surroundings(home or folder, XDG_CACHE_HOME=caches, XDG_DATA_HOME=str(data) if data else None)
        super().__init__(command(*words, "--pack", str(folder / "pack")), (100, 30), env, kind)
        self.before = termios.tcgetattr(self.handle)

    def wait(self, so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        limit = time.perf_counter() + PATIENCE
        while not so():
            assert time.perf_counter() < limit, self.text
            self.read(0.05)

    def shows(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        self.wait(lambda: text in self.text)

    def shows_marks(self, number: int) -> None:
        """Wait until so many things on the screen are marked."""
        self.wait(lambda: self.text.count("★") == number)

    def leave_find(self) -> None:
        """Press Escape in the search box. What follows too soon would be taken for one key with it."""
        self.send("escape")
        self.shows(LIST)

    def __enter__(self) -> Session:
        return self

    def ended(self) -> int:
        """Wait for the end, and return how it came."""
        with suppress(EOFError):
            self.wait(lambda: False)
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)

    def stopped(self) -> None:
        """Wait until it is stopped, and take what it wrote before. Meanwhile its screen is read: it writes
        the last of it first, and would wait for ever for a terminal that takes nothing."""

        def is_stopped() -> bool:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            assert pid == 0 or os.WIFSTOPPED(status), f"it ended: {status}\n{self.text}"
            return pid != 0

        self.wait(is_stopped)
        while self.read(0.05):
            pass

    def modes(self) -> dict[bytes, bytes]:
        """The last that was said of each mode of the terminal that was switched at all."""
        return dict(re.findall(rb"\x1b\[\?(\d+)([hl])", bytes(self.written)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small pack in it, compiled."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    open_store(str(write_pack(tmp_path / "pack"))).close()
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    """An explorer with its first screen shown, which is killed at last."""
    made = Session(folder)
    with made:
        made.until(HOME)
        yield made


def assert_clean(session: Session) -> None:
    """The terminal is as it was before."""
    modes = session.modes()
    assert {mode: modes[mode] for mode in LEFT if mode in modes} == {
        mode: LEFT[mode] for mode in LEFT if mode in modes
    }
    assert modes[b"1049"] == b"l"
    now = termios.tcgetattr(session.handle)
    assert now[:4] == session.before[:4]


def test_it_leaves_the_terminal_as_it_was(session: Session) -> None:
    session.leave_find()
    session.send("\x11")
    assert session.ended() == 0
    assert_clean(session)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_and_the_terminal_is_as_it_was(session: Session, number: signal.Signals) -> None:
    os.kill(session.pid, number)
    assert session.ended() == 128 + number
    assert_clean(session)
    assert b"Traceback" not in session.written


def test_a_terminal_that_closes_ends_it(session: Session) -> None:
    os.close(session.handle)
    session.handle = os.open(os.devnull, os.O_RDWR)
    limit = time.perf_counter() + PATIENCE
    while time.perf_counter() < limit and os.waitpid(session.pid, os.WNOHANG) == (0, 0):
        select.select([], [], [], 0.05)
    with pytest.raises(ChildProcessError):
        os.waitpid(session.pid, os.WNOHANG)


def test_a_storm_of_sizes_ends_with_the_last_one_drawn(session: Session) -> None:
    chance = random.Random(20261123)
    for _ in range(500 if SOAK else 60):
        session.resize((chance.randint(1, 300), chance.randint(1, 100)))
        session.read(0.001)
        count("sizes in storms")
    session.resize((110, 32))
    session.shows(HOME)
    session.leave_find()
    session.wait(lambda: LIST in session.text.splitlines()[-1])
    os.kill(session.pid, signal.SIGTERM)
    assert session.ended() == 128 + signal.SIGTERM
    assert_clean(session)


def resumed(session: Session) -> None:
    """Let a stopped explorer go on, and wait until it reads keys: the last that it switches on are pastes."""
    before = len(session.written)
    os.kill(session.pid, signal.SIGCONT)
    session.wait(lambda: b"\x1b[?2004h" in session.written[before:])
    session.settle()


def test_stopped_and_resumed_it_goes_on(session: Session) -> None:
    for _ in range(3):
        os.kill(session.pid, signal.SIGTSTP)
        session.stopped()
        assert_clean(session)
        resumed(session)
    session.send("anna")
    session.shows("Anna Ivanova")
    session.leave_find()
    session.send("\x11")
    assert session.ended() == 0
    assert_clean(session)


def test_ctrl_z_suspends_it(session: Session) -> None:
    session.leave_find()
    session.send(b"\x1a")
    session.stopped()
    assert_clean(session)
    resumed(session)
    session.send("\x11")
    assert session.ended() == 0


def test_keys_that_come_faster_than_they_can_be_shown_are_all_taken(session: Session) -> None:
    session.send("anna" * 50)
    session.shows("annaanna")
    for _ in range(300):
        session.send("\x1b[B")
        session.send("\x1b[A")
        session.read(0)
    session.shows("Anna Ivanova")
    os.kill(session.pid, signal.SIGTERM)
    assert session.ended() == 128 + signal.SIGTERM
    assert_clean(session)


@pytest.mark.parametrize(
    "noise",
    [
        b"\x1b[<0;999999;999999M",
        b"\x1b]52;c;eA==\x07",
        b"\x1b[200~\x1b]0;x\x07\n[/\x1b[201~",
        b"\x1b" * 50,
        b"\x00\x1f\x7f",
    ],
)
def test_what_no_keyboard_sends_does_no_harm(session: Session, noise: bytes) -> None:
    session.send(noise)
    session.settle()
    session.leave_find()
    os.kill(session.pid, signal.SIGTERM)
    assert session.ended() == 128 + signal.SIGTERM
    assert b"Traceback" not in session.written
    assert b"\x1b]0;x" not in session.written


@pytest.mark.parametrize("term", ["dumb", "DUMB", "unknown"])
def test_a_terminal_that_only_prints_is_told_so(folder: Path, term: str) -> None:
    with Session(folder, kind=term) as session:
        assert session.ended() == USAGE
    assert bytes(session.written).startswith(b"cstoref: this terminal cannot move its cursor; for text: ")
    assert b"\x1b" not in session.written


def test_where_nothing_can_be_kept_it_says_so_and_goes_on(folder: Path) -> None:
    with Session(folder, "open", "anna", home=Path("/proc/nowhere")) as session:
        session.until("Anna Ivanova was there")
        session.send("m")
        session.shows("not saved")
        for _ in range(2):
            session.send("m")
            session.shows_marks(0)
            session.send("m")
            session.shows_marks(1)
        session.send("\x11")
        assert session.ended() == NOT_FOUND
        assert_clean(session)


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL, None])
def test_a_half_typed_note_outlives_a_terminal_that_closes(folder: Path, end: signal.Signals | None) -> None:
    with Session(folder, "open", "meeting") as session:
        session.until("The meeting")
        session.send("e")
        session.shows("F2 or Ctrl+S saves")
        session.send("half a note")
        session.shows("half a note")
        if end is signal.SIGKILL:
            time.sleep(1.5)  # a draft is kept within a second
        if end is None:
            os.close(session.handle)
            os.waitpid(session.pid, 0)
            session.handle = os.open(os.devnull, os.O_RDONLY)  # leaving the context closes it
        else:
            os.kill(session.pid, end)
            session.ended()
    with Session(folder, "open", "meeting") as session:
        session.until("The meeting")
        session.send("e")
        session.shows("Unsaved draft; F3 shows the saved note.")
        session.shows("half a note")
        session.send("f2")
        session.shows("✎ half a note")


def test_what_was_marked_outlives_a_kill(folder: Path) -> None:
    first, second = (), ("down", "down")  # the first row is a fact, which rests on the statement below it
    for marked, keys in enumerate((first, second)):
        with Session(folder, "open", "meeting") as session:
            session.until("The meeting")
            session.shows_marks(marked)
            for key in (*keys, "m"):
                session.send(key)
            session.shows_marks(marked + 1)
            os.kill(session.pid, signal.SIGKILL)
            assert session.ended() == -signal.SIGKILL
    kept = files.load(str(folder / ".local" / "share" / "cstoref" / "mini"), bookmarks.FORM).value
    assert [one.id for one in kept] == ["meeting/attended/anna", "meeting/attended/boris"]
