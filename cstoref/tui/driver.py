"""The terminal below the explorer: whatever bytes it sends and however small it says that it is, the explorer
goes on; whatever its encoding, columns stay aligned.

Textual decodes its input as strict UTF-8, and an error of its parser ends the program. `TerminalDriver`
starts the input again after such an error. The decoder is not part of the public interface: `patch_decoder`
is the one place that touches it, and a test fails when a new Textual no longer has the name.

Windows lacks what is imported here: only `app` imports this module, in a function.
"""

from __future__ import annotations

import codecs
import os
import sys
import time
from typing import TYPE_CHECKING, Any

from textual import events
from textual.drivers import linux_driver

from cstoref.render.text import width

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from textual.app import App
    from textual.message import Message

    from .mouse import Mouse

ERRORS = "cstoref-terminal"
"""The name under which `readable` is known to codecs."""
EIGHT_BIT = {0x8F: "\x1bO", 0x9B: "\x1b["}
"""Control characters of one byte that begin a key, and the two characters that mean the same."""
REPLACEMENT = "\ufffd"
PAUSE = 0.02
"""Seconds before the input is read again after an error, so that a flood of errors takes no whole core."""
LARGEST = 10_000
"""Columns and rows beyond which a size that the terminal reports is not believed."""
ASCII = {
    **dict(zip("«»“”„‘’‹›´", '"""""\'\'<>\'', strict=True)),
    **dict(zip("–—…·×±≈≤≥", "--.-x~~<>", strict=True)),
    **dict(zip("←→↑↓↔⇧⌫⏎", "<>^v-^<<", strict=True)),
    **dict(zip("─│┬╷╭╮╰╯┌┐└┘├┤┴┼", "-|+|++++++++++++", strict=True)),
    **dict(zip("█▉▊▋▌▍▎▏▐▒░▪", "#####||||::-", strict=True)),
    **dict(zip("▸▾◇○●◐★✎✓✗", ">v^o*%*eyn", strict=True)),
}
"""What stands for our own marks where the terminal has none, each in one column."""


def readable(error: UnicodeError) -> tuple[str, int]:
    """For codecs: eight-bit controls as keys, any other byte that is no text as one replacement character.
    Raises the error itself if it is not about decoding."""
    # The handler is known to all codecs of the process; encoding with it would be a mistake elsewhere.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data = error.object[error.start : error.end]
    return "".join(EIGHT_BIT.get(byte, REPLACEMENT) for byte in data), error.end


def decoder(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    """A maker of decoders that take every byte."""
    codecs.register_error(ERRORS, readable)
    return lambda: codecs.getincrementaldecoder(encoding)(errors=ERRORS)


def patch_decoder(encoding: str) -> None:
    """Give Textual's input a decoder that takes every byte, in the encoding of the terminal."""
    # The one place where a private part of Textual is changed: its own decoder is strict, thus one stray byte
    # ends the thread that reads the keyboard. Its own test holds the name.
    vars(linux_driver)["getincrementaldecoder"] = lambda _: decoder(encoding)


def encoding_of(stream: TextIO | None) -> str:
    """The encoding of a terminal's stream; UTF-8 where it is unknown, or only ASCII, which UTF-8 contains."""
    try:
        name = codecs.lookup(getattr(stream, "encoding", None) or "utf-8").name
    except LookupError:
        return "utf-8"
    return "utf-8" if name == "ascii" else name


def encodable(text: str, encoding: str) -> str:
    """The text with what the encoding lacks replaced by ASCII in as many columns."""
    if encoding.startswith("utf"):
        return text
    try:
        text.encode(encoding)
        return text
    except UnicodeEncodeError:
        return "".join(_encodable(char, encoding) for char in text)


def _encodable(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
        return char
    except UnicodeEncodeError:
        return ASCII.get(char) or "?" * width(char)


def terminal_output() -> TextIO:
    """A stream to the terminal: stderr, or stdout where stderr leads elsewhere."""
    number = 2 if os.isatty(2) else 1
    encoding = encoding_of(sys.__stdout__)
    return open(number, "w", encoding=encoding, errors="replace", newline="\n", closefd=False)


def read_keyboard(read: Callable[[], None], is_over: Callable[[], bool]) -> None:
    """Read the keyboard; again after an error of the parser. A terminal that has closed is an OSError."""
    while not is_over():
        try:
            read()
        except (OSError, MemoryError):
            raise
        except Exception:
            # The parser of escape sequences may raise for hostile input; the keyboard must go on working.
            time.sleep(PAUSE)
        else:
            return


class TerminalDriver(linux_driver.LinuxDriver):
    """Textual's driver, which no input ends and no encoding misaligns."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        """Takes what Textual gives a driver."""
        self._encoding = encoding_of(sys.__stdout__)
        patch_decoder(encoding_of(sys.__stdin__))
        # Textual draws to `sys.__stderr__`; it is replaced only while the driver is made.
        before = sys.__stderr__
        setattr(sys, "__stderr__", terminal_output())  # where Textual draws  # noqa: B010
        try:
            super().__init__(app, **options)
        finally:
            setattr(sys, "__stderr__", before)  # noqa: B010
        self._switch: Mouse | None = getattr(app, "mouse", None)
        if self._switch is not None:
            self._switch.attach(self._write_at_once)

    def _write_at_once(self, data: str) -> None:
        self.write(data)
        self.flush()

    def start_application_mode(self) -> None:
        """Take the terminal, at the start and after it was suspended; the mouse as it was switched."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._switch is not None and not self._switch.captured:
            self._switch.apply()

    def run_input_thread(self) -> None:
        """Read the keyboard, whatever it sends."""
        read_keyboard(super().run_input_thread, self.exit_event.is_set)

    def write(self, data: str) -> None:
        """Write to the terminal what its encoding has, else ASCII."""
        super().write(encodable(data, self._encoding))

    def process_message(self, message: Message) -> None:
        """Pass a message on, unless it is a size that no terminal has."""
        if isinstance(message, events.Resize) and not _is_size(message.size.width, message.size.height):
            return
        super().process_message(message)


def _is_size(columns: int, rows: int) -> bool:
    return 0 < columns <= LARGEST and 0 < rows <= LARGEST
