"""A terminal with a person before it: a program on a pseudo-terminal, timed by what stands on the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from types import TracebackType

import pyte

KEYS = {
    "enter": "\r", "tab": "\t", "escape": "\x1b", "space": " ", "backspace": "\x7f",
    "f2": "\x1bOQ", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "pagedown": "\x1b[6~",
}  # fmt: skip
ANSWERS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a terminal says when it is asked what it is, and where the cursor is."""
QUIET = 0.12
"""Seconds without output after which a screen is taken to be complete."""
LIMIT = 30.0


class Terminal:
    """Runs a command; leaving the context kills it."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 36),
        env: Mapping[str, str] | None = None,
        kind: str = "xterm-256color",
    ) -> None:
        """`size` is columns and rows; `kind` is what the program is told of the terminal."""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.written = bytearray()
        """All that the program has written."""
        self._unread: list[tuple[float, bytes]] = []
        self.started = self.read_at = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            kept = {**(os.environ if env is None else env), "TERM": kind, "COLORTERM": "truecolor"}
            os.execvpe(command[0], list(command), kept)
        self.resize(size)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.handle)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        for _ in self._drawn():
            pass
        return "\n".join(self.screen.display)

    @property
    def drawing(self) -> list[list[pyte.screens.Char]]:
        """What stands on the screen with its colours, cell by cell."""
        for _ in self._drawn():
            pass
        columns, lines = range(self.screen.columns), range(self.screen.lines)
        return [[self.screen.buffer[line][column] for column in columns] for line in lines]

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size, columns and rows; the program is told by a signal."""
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.screen.resize(size[1], size[0])

    def send(self, keys: str | bytes) -> None:
        """Press a key by its name, or type what has no such name; bytes go as they are."""
        os.write(self.handle, keys if isinstance(keys, bytes) else KEYS.get(keys, keys).encode())

    def read(self, seconds: float) -> bool:
        """Take what the program writes within some seconds. Raises EOFError once it has ended."""
        if not select.select([self.handle], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.handle, 1 << 16)
        except OSError:
            data = b""
        if not data:
            raise EOFError(f"the program ended:\n{self.text}")
        self.read_at = time.perf_counter()
        self.written += data
        self._unread.append((self.read_at, data))
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self.handle, answer)
        return True

    def until(self, *texts: str) -> float:
        """Milliseconds from the start until all the texts stand on the screen. Raises TimeoutError."""
        asked = time.perf_counter()
        while time.perf_counter() - asked < LIMIT:
            for at in self._drawn():
                if all(text in "\n".join(self.screen.display) for text in texts):
                    return (at - self.started) * 1000
            self._wait(texts)
            self.settle()
        raise TimeoutError(f"waited for {texts}:\n{self.text}")

    def settle(self) -> None:
        """Wait until the screen is complete. Raises TimeoutError if the program never stops writing."""
        asked = time.perf_counter()
        while self.read(QUIET):
            if time.perf_counter() - asked > LIMIT:
                raise TimeoutError(f"it writes without end:\n{self.text}")

    def _drawn(self) -> Iterator[float]:
        """Draw what was read, piece by piece, and tell when each had come. Drawing is slow: not done while a
        program is timed."""
        while self._unread:
            at, data = self._unread.pop(0)
            with suppress(Exception):  # an escape the emulator does not know: the rest still counts
                self._stream.feed(data)
            yield at

    def press(self, key: str) -> float:
        """Milliseconds from a key press to the complete screen that it led to."""
        self.settle()
        pressed = time.perf_counter()
        self.send(key)
        while self.read_at < pressed:
            self._wait((f"something after {key!r}",))
        self.settle()
        return (self.read_at - pressed) * 1000

    def _wait(self, wanted: Sequence[str]) -> None:
        if time.perf_counter() - self.read_at > LIMIT:
            raise TimeoutError(f"waited for {wanted}:\n{self.text}")
        self.read(0.05)
