"""Writes the files of a site into a folder, so that nothing of anybody else is lost.

A new folder appears whole. In a folder that is a site, files are replaced one by one after all were made; a
list of its files with their hashes tells which are ours and unchanged.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from cstoref import output_file
from cstoref.errors import UsageError, UserError
from cstoref.paths import real, shown

LIST = "site-files.txt"
"""Every file of the site with its hash, as `sha256sum --check` reads it."""
_LINE = re.compile(r"([0-9a-f]{64})  ([a-z0-9_][\w.-]*(?:/[a-z0-9_][\w.-]*)?)")
"""One line of it: a name lies within the folder, at most one folder deep."""


def write_site(path: str, files: Iterable[tuple[str, str]], force: bool = False) -> int:
    """Write the files, each a name and a text, and the list of them; returns how many bytes they have.

    Raises UsageError if there is something else of this name, a folder that holds anything but a site, or a
    site of which a file was changed by somebody, unless `force`; UserError if it could not be written.
    """
    with output_file.reported(path):
        folder = Path(real(path))
        listed = _check(folder, path, force)
        new = Path(output_file.beside(str(folder)))
        try:
            size, names = _fill(new, files)
            if listed is None:
                _give_name(new, folder)
            else:
                _replace(new, folder, names, listed)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return size


def _check(folder: Path, path: str, force: bool) -> dict[str, str] | None:
    """The files of the site that is there, by name; None where there is nothing yet, or an empty folder."""
    if not folder.exists():
        return None
    if not folder.is_dir():
        raise UsageError(f"{shown(path)} is a file; name a folder")
    if not any(folder.iterdir()):
        return None
    listed = _listed(folder)
    if listed is None:
        if not force:
            raise UsageError(
                f"{shown(path)} is not empty and holds no site; name another folder, or --force writes into "
                "it and replaces files of the same names"
            )
        return {}
    changed = next((name for name, digest in listed.items() if _differs(folder / name, digest)), None)
    if changed and not force:
        raise UsageError(f"{shown(path)}/{changed} was changed after it was made; --force replaces it")
    return listed


def _listed(folder: Path) -> dict[str, str] | None:
    """Name and hash of every file of the site in a folder; None if there is none."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    found = [_LINE.fullmatch(line) for line in lines]
    return {match[2]: match[1] for match in found if match} if all(found) else None


def _differs(file: Path, digest: str) -> bool:
    """Whether a file is there and has another content."""
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != digest


def _fill(new: Path, files: Iterable[tuple[str, str]]) -> tuple[int, list[str]]:
    """Write all files into a folder of ours: how many bytes they have, and their names."""
    new.mkdir()
    size, lines, names = 0, [], []
    for name, text in files:
        raw = text.encode("utf-8", "replace")
        file = new / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
        size += len(raw)
        lines.append(f"{hashlib.sha256(raw).hexdigest()}  {name}\n")
        names.append(name)
    (new / LIST).write_text("".join(lines), encoding="utf-8", newline="\n")
    return size, [*names, LIST]


def _give_name(new: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()  # empty; refused if it has been filled meanwhile
    new.rename(folder)


def _replace(new: Path, folder: Path, names: list[str], listed: dict[str, str]) -> None:
    """Move the new files over the old ones, and remove what the site no longer has."""
    for parent in sorted({Path(name).parent for name in names}):
        within = folder / parent
        # A link could lead anywhere.
        if within != folder and within.is_symlink():
            raise UserError(f"{shown(str(within))} is a link; remove it, or name another folder")
        within.mkdir(exist_ok=True)
    for name in names:
        os.replace(new / name, folder / name)
    for name, digest in listed.items():
        if name not in names and not _differs(folder / name, digest):
            (folder / name).unlink(missing_ok=True)
