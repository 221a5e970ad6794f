"""Writes a file or folder that a user named, whole or not at all: exports, memos and citations.

What is written goes to a temporary name in the same folder, which is then renamed. A file that exists is
replaced only on request, a folder never. Names are taken byte for byte, whatever the locale. Pipes and
devices are written to directly.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress

from .errors import UsageError, UserError, reason
from .paths import real, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    Fill = Callable[[TextIO], object]
    Make = Callable[[str], object]


class FileExists(UsageError):
    """There is a file of this name already, and it was not asked for to replace it."""


def write(path: str, fill: Fill, force: bool = False) -> None:
    """Have `fill` write the text of a file, in UTF-8 with plain line feeds.

    Raises FileExists unless `force`, UsageError if the path cannot be that of a file, and UserError if it
    could not be written: then nothing is there that was not there before.
    """
    with reported(path):
        _write(path, fill, force)


def write_binary(path: str, make: Make, force: bool = False) -> None:
    """Have `make` write a file of the name that it is given, which is then renamed. Raises as `write`."""
    with reported(path):
        there = _mode(path)
        if there is not None and not stat.S_ISREG(there):
            raise UsageError(f"{shown(path)} is not a file that can be replaced; name a new file")
        if os.path.lexists(path) and not force:
            raise FileExistsError
        target = real(path) if force else path
        new = beside(target)
        try:
            # Made here, so that it has the permissions that the shell's `>` would give it.
            os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            make(new)
            _rename(new, target, force)
        except BaseException:
            _remove(new)
            raise


def write_folder(path: str, make: Make) -> None:
    """Have `make` fill a new folder of the name that it is given, which is then renamed.

    Raises FileExists if there is anything of this name already (but for an empty folder), and UserError if it
    could not be written: then nothing is there that was not there before.
    """
    path = path.rstrip(os.sep) or path
    with reported(path):
        if os.path.lexists(path) and not _is_empty_folder(path):
            raise FileExistsError
        new = beside(path)
        os.mkdir(new)
        try:
            make(new)
            os.rename(new, path)  # an empty folder is replaced, one that has been filled meanwhile is not
        except BaseException:
            _remove_folder(new)
            raise


def _remove_folder(path: str) -> None:
    """Remove a folder that was being filled, with all that is in it."""
    for folder, _, files in os.walk(path, topdown=False):  # which follows no links
        for name in files:
            _remove(os.path.join(folder, name))
        with suppress(OSError):
            os.rmdir(folder)


def _is_empty_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path) and not os.listdir(path)


@contextmanager
def reported(path: str) -> Iterator[None]:
    """Turn what goes wrong into errors that a user reads."""
    if not os.path.basename(path):
        raise UsageError(f"“{shown(path)}” is not the name of a file")
    try:
        yield
    except FileExistsError:
        raise FileExists(f"{shown(path)} exists already") from None
    except (OSError, MemoryError, ValueError) as error:  # ValueError: a null character in the path
        raise UserError(f"{shown(path)} was not written: {reason(error)}") from None


def beside(path: str) -> str:
    """A new name beside a path, because a rename is atomic only within one file system; `tempfile` would be
    an import for a name."""
    return os.path.join(os.path.dirname(path), f".cstoref-{os.urandom(6).hex()}.new")


def _write(path: str, fill: Fill, force: bool) -> None:
    there = _mode(path)
    if there is not None and stat.S_ISDIR(there):
        raise UsageError(f"{shown(path)} is a folder; name a file")
    # A pipe, or /dev/stdout: it cannot be replaced by a file, and there is nothing in it to protect.
    if there is not None and not stat.S_ISREG(there):
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            fill(out)
        return
    if os.path.lexists(path) and not force:
        raise FileExistsError
    target = real(path) if force else path  # a link stays one
    new = beside(target)
    try:
        _fill_new(new, fill, there)
        _rename(new, target, force)
    except BaseException:
        _remove(new)
        raise


def _mode(path: str) -> int | None:
    """What a path leads to, or None if to nothing."""
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _fill_new(new: str, fill: Fill, mode: int | None) -> None:
    """Write a temporary file, with the permissions of the file whose place it takes."""
    # 0o666 less the umask: a new file gets the permissions that the shell's `>` would give it.
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
        fill(out)
        out.flush()
        os.fsync(out.fileno())
    if mode is not None:
        os.chmod(new, stat.S_IMODE(mode))


def _rename(new: str, path: str, force: bool) -> None:
    """Give a file its name. Without `force` one that has come there meanwhile is not replaced either."""
    if force:
        os.replace(new, path)
        return
    if os.name == "nt":
        os.rename(new, path)  # refuses by itself
        return
    try:
        # Unlike `rename`, `link` fails if the name exists: checking before would leave a moment for another
        # process.
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        # The name is taken with an empty file of our own, which is then replaced.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        os.replace(new, path)
    else:
        _remove(new)


def _remove(path: str) -> None:
    with suppress(OSError, MemoryError):  # it was never made, or was renamed
        os.unlink(path)
