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
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bench.terminal import Terminal
from cstoref.store.cache import open_store
from tests.conftest import SOAK, write_pack

from .conftest import command, surroundings

HOME = "Where to begin"
LEFT = {b"1049": b"l", b"25": b"h", b"1000": b"l", b"1003": b"l", b"1006": b"l", b"1015": b"l", b"2004": b"l"}
"""How a terminal must be left: no other screen, a cursor, no mouse, no marks around what is pasted."""
SECONDS = 10.0


class Session(Terminal):
    """The explorer on a small pack, its first screen shown."""

    def __init__(self, folder: Path) -> None:
        pack = str(write_pack(folder / "pack"))
        open_store(pack).close()
        env = surroundings(folder, TERM="xterm-256color", XDG_CACHE_HOME=os.environ.get("XDG_CACHE_HOME"))
        super().__init__(command("--pack", pack), (100, 30), env)
        self.before = termios.tcgetattr(self.handle)
        self.until(HOME)

    def ended(self) -> int:
        """Wait for the end, and return how it came."""
        limit = time.perf_counter() + SECONDS
        with suppress(EOFError):
            while time.perf_counter() < limit:
                self.read(0.05)
            pytest.fail(f"it goes on:\n{self.text}")
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)

    def modes(self) -> dict[bytes, bytes]:
        """The last that was said of each mode of the terminal that was switched at all."""
        return dict(re.findall(rb"\x1b\[\?(\d+)([hl])", bytes(self.written)))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An explorer that is killed at last."""
    made = Session(tmp_path)
    with made:
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
    session.send("escape")
    session.settle()
    session.send("q")
    assert session.ended() == 0
    assert_clean(session)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_and_the_terminal_is_as_it_was(session: Session, number: signal.Signals) -> None:
    os.kill(session.pid, number)
    assert session.ended() in (0, 128 + number)
    assert_clean(session)
    assert b"Traceback" not in session.written


def test_a_terminal_that_closes_ends_it(session: Session) -> None:
    os.close(session.handle)
    session.handle = os.open(os.devnull, os.O_RDWR)
    limit = time.perf_counter() + SECONDS
    while time.perf_counter() < limit and os.waitpid(session.pid, os.WNOHANG) == (0, 0):
        select.select([], [], [], 0.05)
    with pytest.raises(ChildProcessError):
        os.waitpid(session.pid, os.WNOHANG)


def test_a_storm_of_sizes_ends_with_the_last_one_drawn(session: Session) -> None:
    chance = random.Random(20261123)
    for _ in range(500 if SOAK else 60):
        session.resize((chance.randint(1, 300), chance.randint(1, 100)))
        session.read(0.001)
    session.resize((110, 32))
    session.settle()
    session.until(HOME)
    assert len(session.text.splitlines()) == 32


def test_stopped_and_resumed_it_goes_on(session: Session) -> None:
    for _ in range(3):
        os.kill(session.pid, signal.SIGTSTP)
        _, status = os.waitpid(session.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        while session.read(0.05):
            pass
        assert session.modes()[b"1049"] == b"l"
        os.kill(session.pid, signal.SIGCONT)
        session.settle()
        session.until(HOME)
    session.send("anna")
    session.until("Anna Ivanova")


def test_keys_that_come_faster_than_they_can_be_shown_are_all_taken(session: Session) -> None:
    session.send("anna" * 50)
    session.until("annaanna")
    for _ in range(300):
        session.send("\x1b[B")
        session.send("\x1b[A")
        session.read(0)
    session.settle()
    session.until("Anna Ivanova")
    os.kill(session.pid, signal.SIGTERM)
    assert session.ended() in (0, 128 + signal.SIGTERM)
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
    session.send("escape")
    session.settle()
    os.kill(session.pid, signal.SIGTERM)
    assert session.ended() in (0, 128 + signal.SIGTERM)
    assert b"Traceback" not in session.written
    assert b"\x1b]0;x" not in session.written
