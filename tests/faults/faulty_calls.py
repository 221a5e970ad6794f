"""Makes the calls by which the program reads and writes fail, one at a time.

Every call of the system that a program could make for its files is counted: opening, reading, writing,
asking, renaming, removing, locking, and every statement that SQLite is given. The call of a chosen number
fails, once or with all that come after it.
"""

from __future__ import annotations

import builtins
import errno
import fcntl
import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

OS_CALLS = (
    "open", "read", "write", "stat", "lstat", "scandir", "listdir", "mkdir", "replace", "rename", "link",
    "unlink", "fsync", "chmod", "chown", "fchmod", "readlink", "rmdir",
)  # fmt: skip
FILE_CALLS = ("read", "readline", "readlines", "write", "flush")
SQL_CALLS = ("execute", "executemany", "executescript")
FAULTS: dict[str, Callable[[], Exception]] = {
    "disk full": lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "permission": lambda: PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
    "interrupted": lambda: InterruptedError(errno.EINTR, os.strerror(errno.EINTR)),
    "memory": MemoryError,
}
"""What a call may fail with."""


class Calls:
    """Counts calls, and makes one of them fail."""

    def __init__(self, number: int = -1, fault: str = "memory", once: bool = True) -> None:
        """The call of this number fails, counted from 0; `once`, or with all after it."""
        self.names: list[str] = []
        """The calls so far."""
        self.failed: list[str] = []
        """Those of them that failed."""
        self.number, self.fault, self.once = number, fault, once

    def __str__(self) -> str:
        return f"{self.fault} {'once' if self.once else 'from'} call {self.number}, {self.failed[:3]}"

    def made(self, name: str) -> None:
        """A call is being made. Raises the fault if it is its turn."""
        at = len(self.names)
        self.names.append(name)
        if self.number >= 0 and (at == self.number or (at > self.number and not self.once)):
            self.failed.append(name)
            error = FAULTS[self.fault]()
            if name.startswith("sqlite3.") and isinstance(error, OSError):
                raise sqlite3.OperationalError("disk I/O error")
            raise error

    def wrapped(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function of which every call is counted."""

        def call(*given: Any, **named: Any) -> Any:
            self.made(name)
            return function(*given, **named)

        return call


def _opening(calls: Calls, opened: Callable[..., Any]) -> Callable[..., Any]:
    """`open`, and the files that it opens."""

    def call(*given: Any, **named: Any) -> Any:
        calls.made("open()")
        return FaultyFile(calls, opened(*given, **named))

    return call


class FaultyFile:
    """A file of which every reading and writing is counted."""

    def __init__(self, calls: Calls, file: Any) -> None:
        self._calls, self._file = calls, file

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._file, name)
        return self._calls.wrapped(f"file.{name}", found) if name in FILE_CALLS else found

    def __iter__(self) -> Iterator[Any]:
        self._calls.made("file.readline")
        return iter(self._file)

    def __enter__(self) -> FaultyFile:
        self._file.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._file.__exit__(*error)


def _connecting(calls: Calls, connect: Callable[..., Any]) -> Callable[..., Any]:
    """`sqlite3.connect`, and the connections that it makes."""

    class FaultyConnection(sqlite3.Connection):
        pass

    for name in SQL_CALLS:
        method = getattr(sqlite3.Connection, name)

        def call(self: Any, *given: Any, _method: Any = method, _name: str = name) -> Any:
            calls.made(f"sqlite3.{_name}")
            return _method(self, *given)

        setattr(FaultyConnection, name, call)

    def connected(*given: Any, **named: Any) -> Any:
        calls.made("sqlite3.connect")
        return connect(*given, **{**named, "factory": FaultyConnection})

    return connected


@contextmanager
def faulty(calls: Calls) -> Iterator[Calls]:
    """Within this context the calls are counted, and the chosen one fails."""
    with pytest.MonkeyPatch.context() as patch:
        for name in OS_CALLS:
            patch.setattr(os, name, calls.wrapped(f"os.{name}", getattr(os, name)))
        patch.setattr(fcntl, "flock", calls.wrapped("flock", fcntl.flock))
        for module in (builtins, io):
            patch.setattr(module, "open", _opening(calls, module.open))
        patch.setattr(sqlite3, "connect", _connecting(calls, sqlite3.connect))
        yield calls
