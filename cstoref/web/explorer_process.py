"""The process of one explorer: it begins with the connection of a page, and ends with it."""

from __future__ import annotations

import asyncio
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from .packets import drawn, message

PATIENCE = 5.0
"""Seconds that an explorer has to save and leave, and then once more before it is killed."""
SAID = 4_096
"""Bytes that are kept of what it says beside drawing."""
_OF_THE_TERMINAL = ("TERM_PROGRAM", "COLORFGBG", "COLUMNS", "LINES")
"""What says something of the terminal that the server runs in, and nothing of the page."""


class Opening(NamedTuple):
    """How a page asks for an explorer."""

    columns: int
    rows: int
    is_light: bool
    """Whether the browser prefers light pages."""


Command = Callable[[int, int], Sequence[str]]
"""The words that start an explorer of some columns and rows."""
Show = Callable[[bytes], Awaitable[None]]
"""Sends to the page what is drawn. Raises ConnectionError."""


class ExplorerProcess:
    """An explorer that draws for a page. What it says beside is told when it has ended."""

    def __init__(self, process: Process, show: Show, tell: Callable[[str], None]) -> None:
        """See `start`."""
        assert process.stdin and process.stdout and process.stderr
        self._process, self._tell = process, tell
        self._stdin, self._stdout = process.stdin, process.stdout
        self._said = asyncio.create_task(_last_words(process.stderr))
        self.drawing = asyncio.create_task(self._draw(show))
        """Done when there is nothing more to show."""

    @classmethod
    async def start(
        cls, command: Command, opening: Opening, show: Show, tell: Callable[[str], None]
    ) -> ExplorerProcess:
        """Start one. Raises OSError."""
        process = await asyncio.create_subprocess_exec(
            *command(opening.columns, opening.rows),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=environment(opening),
            # Ctrl+C is for the server, which has every explorer leave in order.
            start_new_session=True,
        )
        return cls(process, show, tell)

    async def send(self, data: bytes) -> None:
        """Send a packet; to nobody, if it has ended."""
        with suppress(ConnectionError, RuntimeError):
            self._stdin.write(data)
            await self._stdin.drain()

    async def end(self) -> None:
        """Have it leave, and tell what it says; returns when the process is no more."""
        self.drawing.cancel()
        await asyncio.wait([self.drawing])
        # A full pipe would keep it from ending: what it still draws is read, and shown to nobody.
        rest = asyncio.create_task(_drained(self._stdout))
        with suppress(ConnectionError, RuntimeError):
            self._stdin.write(message(type="quit"))
        for stop in (self._stdin.close, self._process.terminate, self._process.kill):
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._process.wait(), PATIENCE)
                break
            with suppress(ProcessLookupError):
                stop()
        await self._process.wait()
        await rest
        if words := await self._said:
            self._tell(words)

    async def _draw(self, show: Show) -> None:
        with suppress(ConnectionError, RuntimeError):  # the page is gone
            async for data in drawn(self._stdout):
                await show(data)


def environment(opening: Opening) -> dict[str, str]:
    """The environment of an explorer: that of the server, with what the page is in place of its terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_TERMINAL}
    ground = "0;15" if opening.is_light else "15;0"
    return {
        **kept,
        "TERM": "xterm-256color",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLORFGBG": ground,
        "PYTHONUTF8": "1",
    }


async def _last_words(stderr: asyncio.StreamReader) -> str:
    kept = b""
    while more := await stderr.read(SAID):
        kept = (kept + more)[-SAID:]
    return kept.decode("utf-8", "replace").strip()


async def _drained(stdout: asyncio.StreamReader) -> None:
    while await stdout.read(65_536):
        pass
