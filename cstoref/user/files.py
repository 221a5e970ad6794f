"""Reads and writes small JSON files so that nothing a person made is ever lost.

A file is written aside in its own folder and renamed: a kill at any moment loses at most the last change.
What cannot be understood is set aside under another name, never overwritten. Must not raise for anything
found or missing on the disk, and must not make a folder before the first write.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from cstoref import sanitize

T = TypeVar("T")

VERSION = 1
ABANDONED = 60.0
"""Seconds after which a file written aside belongs to a run that was killed."""


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """How one sort of value stands in a file. To keep one thing more is to declare one of these."""

    name: str
    """Of the file."""
    empty: T
    """What is so while there is no file."""
    read: Callable[[dict[str, Any]], T]
    """From the object in the file, without its version. Raises ValueError for anything it did not write."""
    write: Callable[[T], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What was read, and a sentence if something was wrong."""

    value: T
    problem: str = ""
    writable: bool = True
    """False where something stands in the file's place that could neither be read nor be set aside."""


class _Foreign(Exception):
    """What stands in the file is not ours or not whole. Says why."""


def load(folder: str | None, form: Form[T]) -> Loaded[T]:
    """The value kept in a folder, or the empty one; without a folder (no home) the empty one."""
    if folder is None:
        return Loaded(form.empty)
    path = _path(folder, form)
    try:
        raw = contents(path)
        return Loaded(form.empty if raw is None else _parsed(raw, form))
    except (_Foreign, PermissionError) as error:
        why = str(error) if isinstance(error, _Foreign) else reason(error)
    except OSError as error:
        return Loaded(form.empty, f"{shown(path)} cannot be read: {reason(error)}", writable=False)
    try:
        aside = _set_aside(path)
    except OSError as error:
        problem = f"{shown(path)} cannot be read ({why}) nor set aside: {reason(error)}"
        return Loaded(form.empty, problem, writable=False)
    return Loaded(form.empty, f"{shown(path)} cannot be read ({why}); it was set aside as {shown(aside)}")


def save(folder: str | None, form: Form[T], value: T) -> str:
    """Keep a value in a folder, which is made if need be. Empty, or why it could not be kept.

    What is in the file already and is not ours is set aside first; where that fails nothing is written.
    """
    if folder is None:
        return "there is no home folder"
    found = load(folder, form)
    if not found.writable:
        return found.problem
    path = _path(folder, form)
    try:
        _replace(path, _text({"version": VERSION, **form.write(value)}))
    except OSError as error:
        return f"{shown(path)} cannot be written: {reason(error)}"
    return ""


def contents(path: str) -> bytes | None:
    """What is in a file; None if there is none. Raises OSError, also for what is no plain file."""
    try:
        about = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(about.st_mode):  # opening a pipe or a device could wait for ever
        raise OSError(errno.EINVAL, "it is not a file")
    with open(path, "rb") as file:
        return file.read()


def reason(error: OSError) -> str:
    """Why the system refused, in its words."""
    return error.strerror or str(error) or type(error).__name__


def shown(path: str) -> str:
    """A path as it can stand in a sentence on a terminal."""
    return sanitize.line(os.fsencode(path).decode("utf-8", "replace"))


def _path(folder: str, form: Form[T]) -> str:
    """The file itself where its name is a link: people keep such files elsewhere and link them here."""
    return os.path.realpath(os.path.join(folder, form.name))


def _parsed(raw: bytes, form: Form[T]) -> T:
    import json

    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _Foreign("it is not UTF-8") from None
    except (ValueError, RecursionError):
        raise _Foreign("it is not JSON") from None
    if not isinstance(content, dict):
        raise _Foreign("it is not one JSON object")
    version = content.pop("version", None)
    if type(version) is int and version > VERSION:
        raise _Foreign("a later version wrote it")
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


def _replace(path: str, data: bytes) -> None:
    """Put `data` at `path` in one step. Raises OSError, and then what was there is still there."""
    folder, name = os.path.split(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    prefix = f".{name}.new-"
    handle, aside = tempfile.mkstemp(prefix=prefix, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(aside)
        raise
    with suppress(OSError):
        _forget_abandoned(folder, prefix)


def _forget_abandoned(folder: str, prefix: str) -> None:
    """Remove what killed runs had begun to write."""
    for entry in os.scandir(folder):
        if entry.name.startswith(prefix) and time.time() - entry.stat().st_mtime > ABANDONED:
            os.unlink(entry.path)


def _set_aside(path: str) -> str:
    """Rename a file to the first free NAME.damaged-N and return that path. Raises OSError."""
    number = 1
    while True:
        aside = f"{path}.damaged-{number}"
        try:
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
