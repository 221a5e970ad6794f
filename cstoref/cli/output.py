"""The door to stdout and stderr: stdout is data, stderr is talk, and both get safe text only."""

from __future__ import annotations

import os
import sys

from cstoref import visible
from cstoref.named import NamedTuple
from cstoref.render.text import ASCII, UNICODE, Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from cstoref.store.queries import Store

NARROWEST, WIDEST = 40, 100


class Common(NamedTuple):
    """The options that every reading command takes."""

    pack: str | None = None
    as_of: str | None = None
    json: bool = False
    color: str = "auto"
    width: int | None = None
    all: bool = False
    quoted_only: bool = False

    def store(self) -> Store:
        """The pack that was asked for, compiled if need be."""
        from cstoref.store.cache import open_store

        return open_store(self.pack, _compiling)

    def style(self) -> Style:
        """How to write on this stdout."""
        terminal = sys.stdout.isatty()
        colour = self.color == "always" or (
            self.color == "auto"
            and terminal
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
        )
        encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
        marks = UNICODE if encoding.startswith(("utf", "cp65001")) else ASCII
        width = self.width or (_terminal_width() if terminal else 80)
        return Style(max(NARROWEST, width), marks, colour)


def _terminal_width() -> int:
    try:
        return min(WIDEST, os.get_terminal_size(1).columns) or 80
    except OSError:
        return 80


def _compiling(folder: str) -> None:
    if sys.stderr.isatty():
        say(f"compiling {folder} …")


def lines(text: Iterable[str]) -> None:
    """Print lines that were made by `render`, which has passed all data through `visible`."""
    _write("".join(f"{line}\n" for line in text))


def say(text: str) -> None:
    """Tell the person something, on stderr, that is not the answer."""
    safe = "\n".join(visible.line(line) for line in text.split("\n"))
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    sys.stderr.write(f"cstoref: {safe}\n".encode(encoding, "backslashreplace").decode(encoding))


def json_value(value: Any) -> None:
    """Print one JSON value. JSON has its own escapes for controls; the rest stays readable."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=1)
    _write("".join(_json_safe(char) for char in text) + "\n")


def _json_safe(char: str) -> str:
    if char.isprintable() or char == "\n" or char in visible.JOINERS:
        return char
    if char.isspace() and char > "\x9f":
        return char
    code = ord(char)
    if code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
    return f"\\u{code:04x}"


def _write(text: str) -> None:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
