"""Reads and writes small JSON files so that nothing a user made is ever lost.

A change is read, made and written under a lock, to a temporary file that is renamed: a kill at any moment
loses at most the last change, and nobody's change undoes another's. A damaged file is set aside under another
name before a new one takes its place; one of a later version, or one that may not be read, stays as it is.
Must not raise for anything on the disk, and must not make a folder before the first write.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Generic, TypeVar

from cstoref import paths, sanitize
from cstoref.errors import reason
from cstoref.namedtuples import NamedTuple
from cstoref.paths import shown

from . import ownership
from .file_lock import locked

T = TypeVar("T")

VERSION = 1
ABANDONED = 60.0
"""Seconds after which a temporary file belongs to a run that was killed."""
NO_HOME = "there is no home folder"
FAILURES = (OSError, MemoryError)
"""What a system may answer to any read and write."""


class FileForm(NamedTuple, Generic[T]):
    """How one sort of value stands in a file. To keep one thing more is to declare one of these."""

    name: str
    """Of the file."""
    empty: T
    """The value while there is no file."""
    read: Callable[[dict[str, Any]], T]
    """From the object in the file, without its version. Raises ValueError for anything it did not write."""
    write: Callable[[T], Mapping[str, object]]


class LoadedFile(NamedTuple, Generic[T]):
    """What was read, and a sentence if something was wrong."""

    value: T
    problem: str = ""
    writable: bool = True
    """False where nothing may take the place of what is there."""
    damaged: bool = False
    """Whether what is there must be set aside before anything is written."""


class FileChange(NamedTuple, Generic[T]):
    """What came of a change: the value as it is now in the file, or why nothing was written."""

    value: T
    """As it was changed, also where it could not be written."""
    problem: str = ""
    """Why it is not saved; empty if it is."""
    news: tuple[str, ...] = ()
    """What a user should know though it was saved."""


class _Foreign(Exception):
    """What stands in the file is not ours or not whole. Says why."""


class _Later(Exception):
    """A later version wrote the file."""


def load(folder: str | None, form: FileForm[T]) -> LoadedFile[T]:
    """The value in a folder's file, or the empty one; without a folder (no home) the empty one."""
    if folder is None:
        return LoadedFile(form.empty)
    path = os.path.join(folder, form.name)
    stays = "it stays as it is, and nothing is saved there"
    try:
        raw = contents(path)
        return LoadedFile(form.empty if raw is None else _parsed(raw, form))
    except _Foreign as error:
        problem = f"{shown(path)} cannot be read ({error}); the next change sets it aside"
        return LoadedFile(form.empty, problem, damaged=True)
    except _Later:
        problem = f"{shown(path)} was written by a later version of cstoref; {stays}"
    except FAILURES as error:
        problem = f"{shown(path)} cannot be read: {reason(error)}; {stays}"
    return LoadedFile(form.empty, problem, writable=False)


def change(folder: str | None, form: FileForm[T], changed: Callable[[T], T]) -> FileChange[T]:
    """Read a value, change it and write it, with no other run in between; the folder is made if need be.

    `changed` must be pure: it may be called twice. What does not change is not written.
    """
    if folder is None:
        return FileChange(changed(form.empty), NO_HOME)
    before = load(folder, form)
    value = changed(before.value)
    if (settled := _unwritten(before, value)) is not None:
        return settled
    path = os.path.join(folder, form.name)
    try:
        path = _real(path)
        # The lock is of the folder that really holds the file: behind a link, other runs lock there too.
        with locked(os.path.dirname(path)) as unguarded:
            made = _change_locked(folder, path, form, changed)
    except FAILURES as error:
        return FileChange(value, f"{shown(path)} cannot be written: {reason(error)}")
    if unguarded and not made.problem:
        warning = f"Another cstoref that saves at the same moment may undo this: {unguarded}"
        return FileChange(made.value, news=(*made.news, warning))
    return made


def _unwritten(before: LoadedFile[T], value: T) -> FileChange[T] | None:
    """What comes of a change that needs no writing, or cannot be written; else None."""
    if not before.writable:
        return FileChange(value, before.problem)
    return FileChange(value) if value == before.value else None


def _real(path: str) -> str:
    """Where to write: people keep such files elsewhere, and link them. Raises OSError, also where a link
    leads into a folder that is not there, on a disk that is not mounted for instance.

    The folder of any other file is made.
    """
    real = paths.real(path)
    if os.path.islink(path):
        os.stat(os.path.dirname(real))
    else:
        make_folder(os.path.dirname(real))
    return real


def _change_locked(folder: str, path: str, form: FileForm[T], changed: Callable[[T], T]) -> FileChange[T]:
    """Read again, now that nobody else writes, and write. Raises one of FAILURES."""
    # Once more, under the lock: what another run has saved since the first reading must not be lost.
    before = load(folder, form)
    value = changed(before.value)
    if (settled := _unwritten(before, value)) is not None:
        return settled
    aside = replace(path, _text({"version": VERSION, **form.write(value)}), before.damaged)
    said = f"{shown(path)} could not be read; it was set aside as {shown(aside)}"
    return FileChange(value, news=(said,) if aside else ())


def contents(path: str) -> bytes | None:
    """The bytes of a file; None if there is no such file. Raises OSError, also for a pipe or device."""
    try:
        about = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(about.st_mode):  # opening a pipe or a device could wait for ever
        raise OSError(errno.EINVAL, "it is not a file")
    with open(path, "rb") as file:
        return file.read()


def make_folder(folder: str) -> None:
    """Make a folder and those above it, for its owner only. Raises OSError.

    Made by root in somebody's home (`sudo cstoref`), it belongs to whom the home belongs to.
    """
    if os.path.isdir(folder):
        return
    above = os.path.dirname(folder)
    if above != folder:
        make_folder(above)
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
        ownership.give(folder, os.stat(above))


def _parsed(raw: bytes, form: FileForm[T]) -> T:
    import json

    try:
        # `utf-8-sig` takes the byte order mark that editors on Windows write.
        content = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _Foreign("it is not UTF-8") from None
    except (ValueError, RecursionError):
        # A file of a hundred thousand brackets ends in a RecursionError; it is damaged like any other.
        raise _Foreign("it is not JSON") from None
    if not isinstance(content, dict):
        raise _Foreign("it is not one JSON object")
    version = content.pop("version", None)
    # `type` and not `isinstance`: `true` is an int for Python, but no version.
    if type(version) is int and version > VERSION:
        raise _Later
    if type(version) is not int or version != VERSION:
        raise _Foreign("it names no version")
    try:
        return form.read(content)
    except ValueError as error:
        raise _Foreign(sanitize.line(str(error))) from None


def _text(content: Mapping[str, object]) -> bytes:
    import json

    try:
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair, pasted from somewhere
        return (json.dumps(content, indent=1) + "\n").encode("ascii")


def replace(path: str, data: bytes, damaged: bool) -> str:
    """Put `data` at `path` in one step; a damaged file is set aside before, and its new path returned.

    Raises one of FAILURES, and then what was there is still there.
    """
    folder, name = os.path.split(path)
    prefix = f".{name}.new-"
    handle, new = tempfile.mkstemp(prefix=prefix, dir=folder)
    aside = ""
    try:
        with os.fdopen(handle, "wb") as file:
            _look_like(handle, path)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # Only once the new file is whole on the disk: until then the damaged one is all that the user has.
        aside = _set_aside(path) if damaged else ""
        os.replace(new, path)
    except BaseException:
        with suppress(*FAILURES):
            os.unlink(new)
        with suppress(*FAILURES):
            if aside:
                os.replace(aside, path)
        raise
    with suppress(*FAILURES):
        _forget_abandoned(folder, prefix)
    return aside


def _look_like(handle: int, path: str) -> None:
    """Give a new file owner and permissions of the one whose place it takes, else the owner of the folder."""
    try:
        like = os.stat(path)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, stat.S_IMODE(like.st_mode))
    except OSError:
        like = os.stat(os.path.dirname(path))
    ownership.give(handle, like)


def _forget_abandoned(folder: str, prefix: str) -> None:
    """Remove what killed runs had begun to write."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and time.time() - entry.stat().st_mtime > ABANDONED:
                os.unlink(entry.path)


def _set_aside(path: str) -> str:
    """Rename a file to the first free NAME.damaged-N and return that path. Raises OSError."""
    number = 1
    while True:
        aside = f"{path}.damaged-{number}"
        try:
            # Taking the name with an empty file keeps two runs from setting aside to the same one.
            os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            number += 1
            continue
        try:
            os.replace(path, aside)  # onto the empty file just made: the name is ours alone
        except OSError:
            with suppress(OSError):
                os.unlink(aside)
            raise
        return aside
