"""What tells one state of the files of packs from another, as cheaply as a look-up needs it."""

from __future__ import annotations

import errno
import os
import sys
from itertools import islice

from cstoref import __version__, paths

from .queries import FORMAT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hashlib import blake2b


COMPILES = (
    "",
    "authoring",
    "authoring/constraints",
    "authoring/toml",
    "store",
    "store/compile",
    "store/search",
    "store/facts",
    "store/world",
)
"""The folders of our code that decide what a compiled pack holds."""
READ = (".py", ".sql", ".toml", ".tsv")
"""How the files in them end that do."""
MANY = 1_000
"""Texts of a pack beyond which they are not looked at one by one."""
NO_PATH = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)
"""Errors of a path that leads to nothing: reading the pack will say so."""


def fingerprint(folders: tuple[str, ...]) -> str:
    """What tells one state of some packs from another: names, sizes and times of their files, our version; in
    a checkout also those of the code that compiles, which changes without a new version. Raises OSError
    where they cannot be read: a fingerprint of a part could be that of another state."""
    real = "\n".join(os.path.realpath(folder) for folder in folders)
    seen = _hash(f"{__version__} {FORMAT} {real}")
    # An installed program changes only with its version; there the stat calls of the code are saved.
    ours = [] if paths.prebuilt() else [os.path.join(paths.package(), part) for part in COMPILES]
    for folder in folders:
        seen.update(_one_file(folder))
    for folder in folders:
        seen.update(_files(folder))
    for part in ours:
        seen.update(_listed(part, READ))
    return seen.hexdigest()


def _hash(text: str) -> blake2b:
    """A hash that has begun with a text."""
    try:
        # The same as in `hashlib`, which loads OpenSSL as well: that takes a tenth of a look-up.
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    # 12 bytes are the 24 hexadecimal letters of `paths.COMPILED_NAME`.
    return blake2b(os.fsencode(text), digest_size=12)


def _files(folder: str) -> bytes:
    """What tells one state of the files of a pack from another. Many texts are not looked at: the data has
    the hash of each, so that other texts could come to an error, which `verify` reports, and never to another
    compiled pack; and looking at all of them would take longer than all the rest of a look-up."""
    return _listed(os.path.join(folder, "data")) + _listed(os.path.join(folder, "corpus"), most=MANY)


def _listed(part: str, endings: tuple[str, ...] = (), most: int = sys.maxsize - 1) -> bytes:
    """Names, sizes and times of the files of a folder; with `endings` only of those that end so. Of more than
    `most` only when the last of them came or went."""
    try:
        with os.scandir(part) as found:
            entries = sorted(islice(found, most + 1), key=lambda entry: entry.name)
        if len(entries) > most:
            return f"{os.path.basename(part)} {os.stat(part).st_mtime_ns}\n".encode()
    except OSError as error:
        if error.errno not in NO_PATH:
            raise
        return b""
    lines = []
    for entry in entries:
        if endings and not entry.name.endswith(endings):
            continue
        try:
            about = entry.stat()
        except OSError as error:
            if error.errno not in NO_PATH:
                raise
            continue
        # Size and time, not the content: in a checkout this runs for every look-up, which must not read the
        # whole pack.
        lines.append(f"{os.path.basename(part)}/{entry.name} {about.st_size} {about.st_mtime_ns}\n")
    return os.fsencode("".join(lines))


def _one_file(pack: str) -> bytes:
    """Size and time of a pack that is one file; nothing for a folder."""
    if not os.path.isfile(pack):
        return b""
    about = os.stat(pack)
    return f"{about.st_size} {about.st_mtime_ns}\n".encode()


def state_below(folder: str) -> str:
    """What tells one state of a pack below others from another."""
    seen = _hash(os.path.realpath(folder))
    ready = paths.prebuilt() if folder == paths.builtin_pack() else None
    if ready:  # one file stands for all of them
        about = os.stat(ready)
        seen.update(f"{about.st_size} {about.st_mtime_ns}".encode())
    else:
        seen.update(_one_file(folder))
        seen.update(_files(folder))
    return seen.hexdigest()
