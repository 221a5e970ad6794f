"""The explorer on a terminal that sends bytes that are no text, has another encoding, no size, or hides: it
goes on, and a fault of its own is no success."""

from __future__ import annotations

import fcntl
import os
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from textual.drivers import linux_driver

from bench.terminal import Terminal
from cstoref.errors import HUNG_UP, INTERNAL, TERMINATED
from cstoref.render.text import width
from cstoref.store.cache import open_store
from cstoref.tui import driver
from tests.conftest import SOAK
from tests.mini_pack import FILES, write_pack
from tests.tally import count

from .conftest import command, surroundings
from .test_terminal import HOME, Session, assert_clean

NO_TEXT = (
    b"\xff", b"caf\xe9 na\xefve", b"\x9bA", b"\x9b1;5C", b"\x1b[M \xf0\xf0", b"\x1b[M\x80\x81\x82", b"\xc3",
    b"\xe2\x82", b"\xf0\x9f\x98", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xfe\xfe\xff\xff" * 64,
)  # fmt: skip
"""Thirteen byte strings that are not UTF-8: Latin-1, eight-bit controls, mouse reports, cut characters."""
ABSURD = (
    b"\x1b[1114112u", b"\x1b[99999999999999999999u", b"\x1b[97;99999999999;1114112u", b"\x1b[48;0;0;0;0t",
)  # fmt: skip
"""Key sequences with numbers that no terminal sends."""
NOISES = [*NO_TEXT, *ABSURD, b"".join((*NO_TEXT, *ABSURD))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small pack in it, compiled."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    members = FILES["members.toml"] + '\n[[member]]\nid = "quito"\nname = "Кито – “Quito”"\ntype = "state"\n'
    open_store(str(write_pack(tmp_path / "pack", members=members))).close()
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    """An explorer with its first screen shown, which is killed at last."""
    with Session(folder) as made:
        made.until(HOME)
        yield made


def goes_on(session: Session) -> None:
    """The explorer takes words, finds, and leaves in order."""
    session.settle()
    session.leave_find()
    session.send("/")
    session.settle()
    session.send("\x15")  # what was typed before is cleared, before the next letter is taken
    session.settle()
    session.send("anna")
    session.shows("Find › “anna”")
    session.settle()
    session.leave_find()
    session.send("\x11")
    assert session.ended() == 0
    assert_clean(session)
    assert b"Traceback" not in session.written


@pytest.mark.parametrize("noises", [[noise] for noise in NOISES] if SOAK else [NOISES], ids=str)
def test_bytes_that_are_no_text_do_not_end_it(session: Session, noises: list[bytes]) -> None:
    """All of them in one explorer; in the long form each in one of its own."""
    for noise in noises:
        count("byte strings that are no text")
        session.send(noise)
        session.settle()
        assert os.waitpid(session.pid, os.WNOHANG) == (0, 0)
    goes_on(session)


def test_a_paste_that_is_no_text_is_searched_for(session: Session) -> None:
    session.send(b"\x1b[200~anna \xff\xfe\x1b[201~")
    session.shows("anna \ufffd\ufffd")
    goes_on(session)


def test_an_eight_bit_control_is_the_key_that_it_means(session: Session) -> None:
    session.leave_find()
    session.send("/")
    session.settle()
    session.send("anna")
    session.shows("Anna Ivanova")
    session.send(b"\x9b200~ ivanova\x9b201~")
    session.shows("anna ivanova")


def test_textual_still_takes_its_decoder_from_where_it_is_replaced() -> None:
    """If this fails after an upgrade of Textual, `patch_decoder` has to be written anew."""
    assert callable(vars(linux_driver)["getincrementaldecoder"])
    assert "getincrementaldecoder" in linux_driver.LinuxDriver.run_input_thread.__code__.co_names
    for name in ("run_input_thread", "process_message", "write"):
        assert name in vars(linux_driver.LinuxDriver)


@pytest.mark.parametrize("encoding", ["utf-8", "koi8-r", "cp1251", "latin-1"])
def test_the_decoder_takes_every_byte(encoding: str) -> None:
    decode = driver.decoder(encoding)().decode
    for number in range(256):
        assert isinstance(decode(bytes([number])), str)
    assert isinstance(decode(b"", final=True), str)


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "latin-1"])
def test_what_an_encoding_lacks_takes_as_many_columns(encoding: str) -> None:
    for char in ("“", "◇", "≈", "▌", "漢", "é", "Ж", "🙂", "\u0301", *driver.ASCII):
        shown = driver.encodable(f"a{char}b", encoding)
        assert width(shown) == width(f"a{char}b")
        assert shown.encode(encoding)


def koi8(folder: Path) -> dict[str, str]:
    """An environment in which the terminal's encoding is KOI8-R: by the locale where one can be made."""
    made = folder / "locales"
    made.mkdir()
    compiled = subprocess.run(
        ["localedef", "-i", "ru_RU", "-f", "KOI8-R", str(made / "ru_RU.KOI8-R")],
        capture_output=True,
        check=False,
    )
    if compiled.returncode == 0:
        return {"LOCPATH": str(made), "LC_ALL": "ru_RU.KOI8-R", "PYTHONUTF8": "0"}
    return {"PYTHONIOENCODING": "koi8-r"}


class Koi8Stream(pyte.ByteStream):
    """What the terminal makes of the bytes."""

    def feed(self, data: bytes) -> None:  # type: ignore[override]
        """Draw them."""
        pyte.Stream.feed(self, data.decode("koi8-r"))


class Koi8Session(Session):
    """The explorer on a terminal that shows KOI8-R."""

    def __init__(self, folder: Path) -> None:
        env = surroundings(folder, XDG_CACHE_HOME=str(folder / "caches"), **koi8(folder))
        Terminal.__init__(self, command("--pack", str(folder / "pack")), (100, 30), env)
        self.before = termios.tcgetattr(self.handle)
        self._stream = Koi8Stream(self.screen)


def test_where_the_locale_is_not_utf_8_names_are_found_and_columns_stay_aligned(folder: Path) -> None:
    with Koi8Session(folder) as session:
        session.until(HOME)
        lines = session.text.splitlines()
        assert "?" not in "".join(lines).replace("? ", "")
        assert '"' in session.text  # the mark of what is quoted
        edges = {line.find("│") for line in lines if "│" in line}
        assert len(edges) <= 2
        session.send("Анна".encode("koi8-r"))
        session.shows("Анна")
        session.shows("Anna Ivanova")
        session.send(b"\x15" + "Кито".encode("koi8-r"))
        session.shows('Кито - "Quito"')
        session.leave_find()
        session.send("\x11")
        assert session.ended() == 0
        assert_clean(session)


def shape(session: Terminal, columns: int, rows: int) -> None:
    """Tell the program another size, which the emulator need not have."""
    fcntl.ioctl(session.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def written_in_a_second(session: Terminal) -> int:
    """How many bytes the program writes."""
    before = len(session.written)
    end = time.perf_counter() + 1.0
    while time.perf_counter() < end:
        session.read(0.05)
    return len(session.written) - before


SIZELESS = [(0, 0), (80, 0), (0, 24), (1, 1)]
MUCH = 60_000
"""Bytes: a few screens. Redrawing without end writes two million a second."""


@pytest.mark.parametrize(("columns", "rows"), SIZELESS)
def test_a_terminal_that_loses_its_size_is_drawn_once(session: Session, columns: int, rows: int) -> None:
    session.settle()
    shape(session, columns, rows)
    assert written_in_a_second(session) < MUCH
    session.resize((100, 30))
    session.shows(HOME)
    goes_on(session)


def in_shell(folder: Path, script: str, **changes: str) -> Session:
    """An explorer started by a line of shell, in which `$EXPLORER` is its command line."""
    words = " ".join(command("--pack", str(folder / "pack")))
    env = surroundings(folder, XDG_CACHE_HOME=str(folder / "caches"), EXPLORER=words, **changes)
    session = Session.__new__(Session)
    Terminal.__init__(session, ["sh", "-c", script], (100, 30), env)
    session.before = termios.tcgetattr(session.handle)
    return session


@pytest.mark.parametrize(("columns", "rows"), SIZELESS)
def test_a_terminal_that_never_had_a_size_is_drawn_once(folder: Path, columns: int, rows: int) -> None:
    with in_shell(folder, f"sleep 0.2; stty cols {columns} rows {rows}; exec $EXPLORER") as session:
        session.wait(lambda: b"1049h" in session.written)
        written_in_a_second(session)
        assert written_in_a_second(session) < MUCH
        session.resize((100, 30))
        session.shows(HOME)
        goes_on(session)


def test_exported_columns_and_lines_do_not_freeze_the_size(folder: Path) -> None:
    with in_shell(folder, "exec $EXPLORER", COLUMNS="50", LINES="12") as session:
        session.until(HOME)
        session.wait(lambda: "F1 help" in session.text.splitlines()[29])
        session.resize((110, 34))
        session.wait(lambda: "F1 help" in session.text.splitlines()[33])
        goes_on(session)


def test_with_stderr_redirected_it_draws_on_the_terminal(folder: Path) -> None:
    with in_shell(folder, f"exec $EXPLORER 2>{folder}/errors") as session:
        session.until(HOME)
        goes_on(session)
    assert (folder / "errors").read_bytes() == b""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, TERMINATED), (signal.SIGHUP, HUNG_UP)])
def test_a_signal_in_a_burst_of_keys_is_not_lost(folder: Path, number: signal.Signals, code: int) -> None:
    for _ in range(3):
        with Session(folder, "open", "meeting") as session:
            session.until("The meeting")
            for _ in range(20):
                session.send(b"\x1b[B\x1b[A" * 100)
                session.read(0)
            os.kill(session.pid, number)
            assert session.ended() == code
            assert_clean(session)
        count("signals in bursts of keys")


BROKEN = """
import sys
from cstoref.tui.screens.explorer import Explorer
async def broken(self, event):
    raise KeyError("ours")
Explorer.take = broken
sys.argv = ["cstoref", *sys.argv[1:]]
from cstoref.cli.main import command
command()
"""


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_the_explorer_exits_with_70(folder: Path, debug: bool) -> None:
    env = surroundings(folder, XDG_CACHE_HOME=str(folder / "caches"))
    words = [command()[0], "-c", BROKEN, "open", "anna", "--pack", str(folder / "pack"), *["--debug"] * debug]
    session = Session.__new__(Session)
    Terminal.__init__(session, words, (100, 30), env)
    session.before = termios.tcgetattr(session.handle)
    with session:
        session.until("Anna Ivanova")
        session.send("j")
        assert session.ended() == INTERNAL
        assert_clean(session)
        assert b"cstoref: internal error: KeyError: 'ours'" in session.written
        assert (b"Traceback" in session.written) is debug
