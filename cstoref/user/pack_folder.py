"""Which folder holds the notes, pins and bookmarks of a pack.

They belong to the pack's id and to the folder that the pack is read from, so that two packs with one id do
not share them. The built-in pack has the folder of its own id. The first pack of another id has that too, and
says in a small file which pack it belongs to; what version 0.1.0 saved there has no such file and goes to the
first that is opened. Further packs of the same id get a folder with a suffix. Where a pack was moved, what it
left behind is copied. Reading makes nothing.
"""

from __future__ import annotations

import os
from typing import Any

from cstoref import paths
from cstoref.errors import reason
from cstoref.namedtuples import NamedTuple
from cstoref.paths import shown

from . import files
from .files import FileForm


def _read(content: dict[str, Any]) -> str:
    pack = content.pop("pack", None)
    if content or not isinstance(pack, str):
        raise ValueError("it does not name the folder of a pack")
    return pack


OWNER: FileForm[str] = FileForm("pack.json", "", _read, lambda pack: {"pack": pack})
"""The folder of the pack that a folder belongs to; empty if it belongs to none yet."""

TAKEN = "another pack has just taken its folder"


class PackFolder(NamedTuple):
    """Where the files of one pack are, and what has to be done before the first is written there."""

    path: str | None
    """None without a home, and where the folder cannot be determined."""
    pack: str | None = None
    """The folder of the pack, which the first change writes there; None if nothing is to be written."""
    before: str | None = None
    """The folder of a pack with this id that is no longer there: its files are copied at the first change."""
    problem: str = ""
    """Why nothing can be read or saved, if `path` is None."""


def pack_folder(id: str, pack: str | None) -> PackFolder:
    """The folder for a pack that is read from the folder `pack`; None is the built-in one. A stack of layers
    is read from several, with `os.pathsep` between them."""
    data = paths.data_dir()
    if data is None:
        return PackFolder(None, problem=files.NO_HOME)
    plain = os.path.join(data, id)
    try:
        if pack is None or os.path.realpath(pack) == os.path.realpath(paths.builtin_pack()):
            return PackFolder(plain)
        return _of_own_pack(plain, id, _real(pack))
    except files.FAILURES as error:
        return PackFolder(None, problem=f"{shown(plain)} cannot be read: {reason(error)}")


def _real(pack: str) -> str:
    """Where a pack really is, or each of a stack. Raises OSError."""
    if os.path.lexists(pack):  # also where the path of one folder has the separator in it
        return os.path.realpath(pack, strict=True)
    return os.pathsep.join(os.path.realpath(one, strict=True) for one in pack.split(os.pathsep))


def _of_own_pack(plain: str, id: str, home: str) -> PackFolder:
    """The folder for a pack of the user's own, of those that it may be. Raises one of FAILURES."""
    # The real path decides, so that a link to a pack shares the notes of the pack. 4 bytes keep the name
    # readable.
    from hashlib import blake2b  # only for a pack of one's own

    other = f"{plain}-{blake2b(os.fsencode(home), digest_size=4).hexdigest()}"
    owners = [files.load(path, OWNER) for path in (plain, other)]
    for path, owner in zip((plain, other), owners, strict=True):
        if not owner.writable:
            return PackFolder(None, problem=owner.problem)
        if owner.value == home:
            return PackFolder(path)
    # A user's pack with the built-in id never gets the built-in folder, even if that one is still empty.
    if id == paths.BUILTIN_ID:
        return PackFolder(other, home)
    first = owners[0].value
    if not first:
        return PackFolder(plain, home)
    # The owner is gone from its folder: this is probably the same pack, moved.
    return PackFolder(other, home, None if _is_pack(first) else plain)


def claim(place: PackFolder) -> str:
    """Have a folder belong to its pack.

    Empty, or why it could not be done; then nothing may be written there.
    """
    if place.pack is None:
        return ""
    home = place.pack
    claimed: files.FileChange[str] = files.change(place.path, OWNER, lambda owner: owner or home)
    if claimed.problem:
        return claimed.problem
    return "" if claimed.value == home else TAKEN


def _is_pack(folder: str) -> bool:
    """Whether a folder has a pack. Raises OSError where that cannot be determined."""
    try:
        for one in [folder] if os.path.lexists(folder) else folder.split(os.pathsep):
            if not os.path.isfile(one):  # a pack may be one file
                os.stat(os.path.join(one, "data", "pack.toml"))
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
