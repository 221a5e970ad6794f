"""SIGTERM, SIGHUP and SIGINT: the explorer is left in order, and no signal is ever lost.

asyncio's own handlers write a byte for each signal into a pipe that also carries a byte for each key; in a
burst of keys it is full, and the signal is lost. Here the request is put into the queue of the loop itself,
and the pipe only has to wake it: if it is full, the loop is awake.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from cstoref.errors import HUNG_UP, INTERRUPTED, TERMINATED

EXIT_CODES = {"SIGTERM": TERMINATED, "SIGHUP": HUNG_UP, "SIGINT": INTERRUPTED}


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with an exit code on the running loop when a signal comes.

    Only the main thread may set handlers; elsewhere nothing happens.
    """
    loop = asyncio.get_running_loop()
    for name, exit_code in EXIT_CODES.items():
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None:
            with suppress(ValueError):
                signal.signal(number, _handler(loop, leave, exit_code))


def _handler(
    loop: asyncio.AbstractEventLoop, leave: Callable[[int], None], exit_code: int
) -> Callable[[int, FrameType | None], None]:
    def handle(number: int, frame: FrameType | None) -> None:
        with suppress(RuntimeError):  # the loop has ended, and with it the explorer
            loop.call_soon_threadsafe(leave, exit_code)

    return handle
