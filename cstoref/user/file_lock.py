"""A lock on the files of one folder: several runs that change them at once do so one after the other.

It is the system's own lock on an open file, so it ends with the run that holds it, also when that run is
killed. Nothing has to be cleaned up: the empty file that is locked stays where it is.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module

from . import ownership

NAME = ".cstoref.lock"
LIMIT = 15.0
"""Seconds to wait for another run. Each holds the lock for a few milliseconds."""
SHORTEST, LONGEST = 0.001, 0.05
"""Seconds between two attempts, which grow with each."""
HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system answers while another run holds the lock."""
UNSUPPORTED = "this system cannot lock files"


@contextmanager
def locked(folder: str) -> Iterator[str]:
    """Hold the lock of a folder that exists. Yields an empty text, or why others are not kept out.

    Raises OSError if the file to lock cannot be opened, or TimeoutError after LIMIT seconds.
    """
    lock = _system_lock()
    if lock is None:
        yield UNSUPPORTED
        return
    handle = _open(os.path.join(folder, NAME))
    try:
        yield _waited_for(lock, handle)
    finally:
        # The file stays: removing it would let a third run lock a new file of the same name beside a second.
        os.close(handle)


def _system_lock() -> Callable[[int], None] | None:
    """What locks an open file without waiting, or None where the system has nothing of the kind."""
    try:
        # `flock` and not `lockf`: POSIX locks end when any handle of the process on the file is closed.
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        pass
    else:
        return lambda handle: flock(handle, LOCK_EX | LOCK_NB)
    try:
        msvcrt = import_module("msvcrt")
    except ImportError:
        return None

    def lock_first_byte(handle: int) -> None:
        # Windows locks ranges of bytes; one byte is enough, and may lie beyond the end of an empty file.
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    return lock_first_byte


def _open(path: str) -> int:
    """The file to lock, which is made if need be.

    To lock it, reading is enough: it may be of another user.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except PermissionError:
        return os.open(path, os.O_RDONLY)
    with suppress(OSError):
        ownership.give(handle, os.stat(os.path.dirname(path)))
    return handle


def _waited_for(lock: Callable[[int], None], handle: int) -> str:
    """Take the lock. Empty, or why there is none. Raises TimeoutError."""
    limit, pause = time.monotonic() + LIMIT, SHORTEST
    while True:
        try:
            lock(handle)
        except OSError as error:
            if error.errno not in HELD:  # a network file system without locks
                return UNSUPPORTED
        else:
            return ""
        if time.monotonic() > limit:
            raise TimeoutError(errno.ETIMEDOUT, "another cstoref is writing there and does not end")
        time.sleep(pause)
        # Growing pauses: the first tries catch the usual wait of a few milliseconds, the later ones take no
        # core.
        pause = min(2 * pause, LONGEST)
