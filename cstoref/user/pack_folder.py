"""Which folder holds the notes, pins and bookmarks of a pack.

They belong to the pack's id and to the folder that the pack is read from, so that two packs with one id do
not share them. The built-in pack has the folder of its own id. The first pack of another id has that too, and
says in a small file which pack it belongs to; what version 0.1.0 saved there has no such file and goes to the
first that is opened. Further packs of the same id get a folder with a suffix. Where a pack was moved, what it
left behind is copied. Reading makes nothing.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import Any, NamedTuple

from cstoref import paths

from . import files
from .files import Form


def _read(content: dict[str, Any]) -> str:
    pack = content.pop("pack", None)
    if content or not isinstance(pack, str):
        raise ValueError("it does not name the folder of a pack")
    return pack


OWNER: Form[str] = Form("pack.json", "", _read, lambda pack: {"pack": pack})
"""The folder of the pack that a folder belongs to; empty if it belongs to none yet."""

TAKEN = "another pack has just taken its folder"


class PackFolder(NamedTuple):
    """Where the files of one pack are, and what has to be done before the first is written there."""

    path: str | None
    """None without a home."""
    pack: str | None = None
    """The folder of the pack, which the first change writes there; None if nothing is to be written."""
    before: str | None = None
    """The folder of a pack with this id that is no longer there: its files are copied at the first change."""


def pack_folder(id: str, pack: str | None) -> PackFolder:
    """The folder for a pack that is read from the folder `pack`; None is the built-in one."""
    data = paths.data_dir()
    if data is None:
        return PackFolder(None)
    plain = os.path.join(data, id)
    if pack is None or _same(pack, paths.builtin_pack()):
        return PackFolder(plain)
    home = os.path.realpath(pack)
    other = f"{plain}-{blake2b(os.fsencode(home), digest_size=4).hexdigest()}"
    for path in (plain, other):
        if _owner(path) == home:
            return PackFolder(path)
    if id == paths.BUILTIN_ID:
        return PackFolder(other, home)
    owner = _owner(plain)
    if not owner:
        return PackFolder(plain, home)
    return PackFolder(other, home, None if _is_pack(owner) else plain)


def claim(place: PackFolder) -> str:
    """Have a folder belong to its pack.

    Empty, or why it could not be done; then nothing may be written there.
    """
    if place.pack is None:
        return ""
    home = place.pack
    claimed = files.change(place.path, OWNER, lambda owner: owner or home)
    if claimed.problem:
        return claimed.problem
    return "" if claimed.value == home else TAKEN


def _owner(path: str) -> str:
    return files.load(path, OWNER).value


def _same(pack: str, other: str) -> bool:
    return os.path.realpath(pack) == os.path.realpath(other)


def _is_pack(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, "data", "pack.toml"))
