"""Hostile packs in a real terminal: of all that is written to it, only what the program itself means is
obeyed."""

from __future__ import annotations

import base64
import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bench.terminal import Terminal
from tests.conftest import SOAK
from tests.tally import count

from .test_every_field import make
from .texts import HOSTILE

STEP = 12 if SOAK else len(HOSTILE)
KEYS = (
    "escape",
    "1",
    "down",
    "enter",
    "down",
    "enter",
    "escape",
    "4",
    "down",
    "enter",
    "t",
    "x",
    "!",
    "7",
    "enter",
)
OBEYED = re.compile(
    rb"\x1b\[[0-9;]*[mHJK]"  # colours, places, clearing
    rb"|\x1b\[\?[0-9;]+(?:[hlu]|\$p)|\x1b\[[<>=][0-9;]*u"  # modes, and what keys send
    rb"|\x1b\]22;[a-z-]*\x07|\x1b\]8;(?:id=[0-9]+)?;(?:https?://[!-~]*)?\x1b\\"  # the pointer's shape, links
    rb"|[\r\n]"
)
COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/]*=*)\x07")
"""What the explorer puts on the clipboard, when a key is pressed on an address."""
CONTROL = re.compile(rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]")


def assert_none_obeyed(written: bytes) -> None:
    """No control is left once what the program means is taken away."""
    left = OBEYED.sub(b"", written)
    found = CONTROL.search(left)
    assert found is None, left[max(0, found.start() - 40) : found.end() + 40]


def assert_harmless(written: bytes) -> None:
    """The same, of a program whose keys copy: what they copy has no control in it either."""
    assert_none_obeyed(COPIED.sub(b"", written))
    for copied in COPIED.findall(written):
        assert CONTROL.search(base64.b64decode(copied, validate=True)) is None, copied


@pytest.mark.parametrize("first", range(0, len(HOSTILE), STEP))
def test_the_explorer_sends_nothing_of_a_text(tmp_path: Path, first: int) -> None:
    folder, _, _ = make(tmp_path, first)
    with Terminal([sys.executable, "-m", "cstoref", "--pack", str(folder)]) as terminal:
        terminal.until("type a name", "Members")
        for key in KEYS:
            terminal.send(key)
            terminal.settle()
            count("keys pressed on hostile packs")
        assert_harmless(bytes(terminal.written))


@pytest.mark.parametrize(
    "words", [("show", "anna", "--all"), ("search", "words"), ("timeline",), ("sources", "book")]
)
def test_a_command_sends_nothing_of_a_text(tmp_path: Path, words: tuple[str, ...]) -> None:
    folder, _, _ = make(tmp_path, 0)
    command = [sys.executable, "-m", "cstoref", *words, "--pack", str(folder), "--color", "always"]
    with Terminal(command) as terminal:
        with suppress(EOFError):
            while terminal.read(30):
                pass
        assert len(terminal.written) > 200
        assert_none_obeyed(bytes(terminal.written))


@pytest.mark.parametrize(
    "text", ["\x1b]52;c;eA==\x07", "\x1b]0;x\x07", "\x1b[6n", "\x9b31m", "\x07", "\x1bc"]
)
def test_what_is_looked_for_would_be_seen(text: str) -> None:
    with pytest.raises(AssertionError):
        assert_none_obeyed(f"words {text}".encode())


def test_a_control_that_is_copied_would_be_seen() -> None:
    assert_harmless(b"\x1b]52;c;" + base64.b64encode(b"https://example.org/a") + b"\x07")
    with pytest.raises(AssertionError):
        assert_harmless(b"\x1b]52;c;" + base64.b64encode(b"words \x1b[6n") + b"\x07")
