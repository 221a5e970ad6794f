"""Every place that is read or written, and nothing else: importing or asking makes no folder.

The folders are those of platformdirs, worked out here because importing it costs a look-up more than the
look-up itself; a test holds the two to the same answers.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

APP = "cstoref"
BUILTIN_ID = "csto"
"""The id of the built-in pack: what a user writes on it is in the folder of this name."""
_HERE = os.path.dirname(os.path.abspath(__file__))


COMPILED_NAME = 24
"""Letters of a compiled pack's name, before `.db`: its fingerprint in hexadecimal."""
BEGUN = ".new-"
"""What the name of a compiled pack begins with while it is being made."""


def package() -> str:
    """The folder of the program itself."""
    return _HERE


def packaged() -> str:
    """The folder of the built-in pack inside an installed wheel."""
    return os.path.join(_HERE, "_pack")


def builtin_pack() -> str:
    """The folder with `data/` and `corpus/` of the built-in pack: in the wheel, else in the checkout."""
    inside = packaged()
    # Asked on each call: tests and the build put a pack there while the process runs.
    return inside if os.path.isdir(os.path.join(inside, "data")) else os.path.dirname(_HERE)


def prebuilt() -> str | None:
    """The compiled built-in pack that a wheel carries, or None in a checkout."""
    path = os.path.join(packaged(), "pack.db")
    return path if os.path.isfile(path) else None


def cache_dir() -> str | None:
    """Where compiled packs are kept, or None without a home."""
    if sys.platform == "win32":
        return _below(os.environ.get("LOCALAPPDATA"), APP, "Cache")
    if sys.platform == "darwin":
        return _below(_home(), "Library", "Caches", APP)
    return _below(_xdg("XDG_CACHE_HOME", ".cache"), APP)


def is_compiled(name: str) -> bool:
    """Whether a file of this name in the cache folder was made by the program: a compiled pack, whole or
    begun.

    The folder may hold other files too: nothing keeps a user from having it and `data_dir` be the same.
    """
    # The suffixes are those of files that SQLite may leave beside a database when a run is killed.
    stem, _, suffix = name.partition(".db")
    if suffix not in ("", "-journal", "-wal", "-shm") or ".db" not in name:
        return False
    if stem.startswith(BEGUN):
        return True
    return len(stem) == COMPILED_NAME and not stem.strip("0123456789abcdef")


def data_dir() -> str | None:
    """Where bookmarks, notes and user packs are kept, or None without a home."""
    if sys.platform == "win32":
        return _below(os.environ.get("LOCALAPPDATA"), APP)
    if sys.platform == "darwin":
        return _below(_home(), "Library", "Application Support", APP)
    return _below(_xdg("XDG_DATA_HOME", ".local/share"), APP)


def active_file() -> str | None:
    """The file with the folders of the active packs, a line each, or None without a home. Its name has a dot,
    which no id of a pack has: the folders beside it are named by ids."""
    return _below(data_dir(), "active.packs")


def active_packs() -> tuple[str, ...]:
    """The folders of the active packs, the lowest first; mostly none. Raises OSError where that is not known:
    answers without a layer that is in use would look whole."""
    file = active_file()
    try:
        # Plain lines, read here and at once: every look-up needs them, and JSON would cost it an import.
        handle = os.open(file, os.O_RDONLY) if file else -1
    except (FileNotFoundError, NotADirectoryError):
        return ()
    if handle < 0:
        return ()
    with open(handle, "rb") as lines:
        return tuple(os.fsdecode(line) for line in lines.read().split(b"\n") if line)


def named_packs(packs: Iterable[str]) -> tuple[str, ...]:
    """The folders that are meant by what was typed for packs. The id of the built-in pack means no other: it
    is below all that extend it."""
    return tuple(pack for pack in packs if pack != BUILTIN_ID or os.path.lexists(pack))


def config_dir() -> str | None:
    """Where the config file is looked for, or None without a home."""
    if sys.platform in ("win32", "darwin"):
        return data_dir()
    return _below(_xdg("XDG_CONFIG_HOME", ".config"), APP)


def real(path: str) -> str:
    """Where a path leads by links, also if nothing is there. Raises OSError where that is not known: a
    link would be taken for a file, and replaced by one."""
    try:
        return os.path.realpath(path, strict=True)
    except (FileNotFoundError, NotADirectoryError):
        return os.path.realpath(path)


def shown(path: str) -> str:
    """A path as it can stand in a sentence on a terminal."""
    from . import sanitize

    # A name on disk is bytes and need not be UTF-8; Python holds such bytes as lone surrogates, which no
    # terminal takes.
    return sanitize.line(os.fsencode(path).decode("utf-8", "replace"))


def _home() -> str | None:
    home = os.path.expanduser("~") if os.environ.get("HOME") != "" else ""  # which would be taken for /
    # `expanduser` gives back "~" where there is no home (a service, a container).
    return home if os.path.isabs(home) else None


def _xdg(variable: str, default: str) -> str | None:
    given = os.environ.get(variable, "")
    # The XDG specification says that a relative path in these variables is to be ignored.
    if os.path.isabs(given):
        return given
    return _below(_home(), *default.split("/"))


def _below(folder: str | None, *parts: str) -> str | None:
    return os.path.join(folder, *parts) if folder else None
