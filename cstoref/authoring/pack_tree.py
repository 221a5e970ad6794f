"""Where the files of a pack are: in a folder, or in one file that `cstoref pack build` made.

Reads and nothing else: regular files below the folder, or what the one file says that it holds, each with the
hash that it had when it was built.
"""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from cstoref import paths
from cstoref.errors import StoreError

SUFFIX = ".cstopack"
SUMS = "SHA256SUMS"
"""The file of an archive with the hash of each other one, a line each, as `sha256sum` writes them."""
MOST_SUMS = 10_000_000
"""Bytes of it that are read."""
Fits = Callable[[int], bool]
"""Whether a file of so many bytes may be read."""
BROKEN = (OSError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error, ValueError)
"""What reading a damaged or foreign archive may raise."""


class Unreadable(Exception):
    """A file is there and cannot be read. Says why, so that it goes on from the name of the file."""


class Folder:
    """The files of a pack in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self, folder: str) -> list[str]:
        """The names of what is in a folder of the pack, without hidden files."""
        try:
            return sorted(e.name for e in os.scandir(self._root / folder) if not e.name.startswith("."))
        except OSError:
            return []

    def has(self, name: str) -> bool:
        """Whether there is a file; also where that cannot be told, so that reading it says why."""
        try:
            os.lstat(self._root / name)
        except FileNotFoundError:
            return False
        except OSError:
            pass
        return True

    def read(self, name: str, fits: Fits) -> bytes | None:
        """The bytes of a file; None where its size does not fit. Raises FileNotFoundError and Unreadable."""
        try:
            place = (self._root / name).resolve()
            if not place.is_relative_to(self._root.resolve()):
                raise Unreadable("leads out of the pack; put the file itself there")
            # Without O_NONBLOCK, opening a FIFO would wait for ever.
            handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            raise
        except (OSError, RuntimeError) as error:
            raise Unreadable(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            os.close(handle)
            raise Unreadable("is not a regular file")
        with os.fdopen(handle, "rb") as file:
            return file.read(about.st_size) if fits(about.st_size) else None


class Archive:
    """The files of a pack in one file, which is read in its place."""

    def __init__(self, root: Path) -> None:
        self._shown = paths.shown(root.name)
        self._zip: zipfile.ZipFile | None = None
        self._sums: dict[str, str] = {}
        try:
            self._zip = zipfile.ZipFile(root)
            with self._zip.open(SUMS) as file:
                lines = file.read(MOST_SUMS).decode("utf-8").splitlines()
        except (*BROKEN, KeyError):
            return
        parted = (line.partition("  ") for line in lines)
        self._sums = {name: sha256 for sha256, _, name in parted}

    @property
    def is_built(self) -> bool:
        """Whether the file says what it holds, as each that is built does."""
        return self._zip is not None and bool(self._sums)

    def names(self, folder: str) -> list[str]:
        """The names of what is in a folder of the pack."""
        inside = (name.removeprefix(f"{folder}/") for name in self._sums if name.startswith(f"{folder}/"))
        return sorted(name for name in inside if name and "/" not in name)

    def has(self, name: str) -> bool:
        """Whether there is a file; also where the archive cannot be read, so that reading it says why."""
        return name in self._sums or not self._sums

    def read(self, name: str, fits: Fits) -> bytes | None:
        """The bytes of a file; None where its size does not fit. Raises FileNotFoundError and Unreadable."""
        if self._zip is None or not self.is_built:
            raise Unreadable(f"cannot be read: {self._shown} is not a pack that `cstoref pack build` made")
        if name not in self._sums:
            raise FileNotFoundError(name)
        try:
            info = self._zip.getinfo(name)
            if not fits(info.file_size):
                return None
            with self._zip.open(info) as file:
                # What it unpacks to may be more than it says: no more than that is read.
                raw = file.read(info.file_size)
        except (*BROKEN, KeyError) as error:
            raise Unreadable(f"cannot be read: {self._shown} is damaged ({error}); get it again") from None
        if hashlib.sha256(raw).hexdigest() != self._sums[name]:
            raise Unreadable(f"is not as it was when {self._shown} was built; get it again")
        return raw


Tree = Folder | Archive


def tree_of(root: Path) -> Tree:
    """The files of the pack in a folder or a file."""
    return Archive(root) if os.path.isfile(root) else Folder(root)


def text_in(root: Path, name: str) -> str:
    """A file of a pack as text, for showing where something stands in it; empty if it cannot be read."""
    if not os.path.isfile(root):
        try:
            return (root / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
    try:
        raw = Archive(root).read(name, lambda size: size <= MOST_SUMS)
    except (FileNotFoundError, Unreadable):
        return ""
    return (raw or b"").decode("utf-8", "replace")


def check_pack(root: Path) -> None:
    """Raise StoreError where there is no pack, neither in a folder nor in one file."""
    # Not `Path.is_dir`: it raises for a name that is too long for the system.
    if os.path.isfile(root):
        if not Archive(root).is_built:
            raise StoreError(f"{paths.shown(str(root))} is not a pack that `cstoref pack build` made")
    elif not os.path.isdir(root / "data"):
        raise StoreError(f"{paths.shown(str(root))} is not a pack: it has no data folder")


def is_pack(root: Path) -> bool:
    """Whether there is a pack in a folder, or a file that may be one."""
    return os.path.isfile(root) or (root / "data" / "pack.toml").is_file()
