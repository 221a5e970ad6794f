"""Archives that are the same bytes wherever they are made: sorted, dated alike, owned by nobody."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import time
import zipfile
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import BinaryIO

RUN_PIPX = b"""\
import sys

from pipx.main import cli

if __name__ == "__main__":
    sys.exit(cli())
"""
FIRST_DAY_OF_ZIP = 315532800  # 1 January 1980: the format knows none before


def pack(folder: Path, archive: Path, seconds: int, executable: Collection[str] = ()) -> None:
    """Pack a folder, by its name, into a `.zip`, a `.tar.gz` or a `.tar.xz`; `executable` are names of files
    that are programs, as those that end in `.py` are."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path: f"{folder.name}/{path.relative_to(folder).as_posix()}" for path in files}
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive, "w") as zipped:
            for path, name in names.items():
                _add(zipped, name, path.read_bytes(), seconds)
        return
    with (
        archive.open("wb") as raw,
        _squeezed(archive, raw, seconds) as squeezed,
        tarfile.open(mode="w", fileobj=squeezed, format=tarfile.USTAR_FORMAT) as tar,
    ):
        for path, name in names.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = path.stat().st_size, seconds
            entry.mode = 0o755 if path.suffix == ".py" or path.name in executable else 0o644
            with path.open("rb") as file:
                tar.addfile(entry, file)


def _squeezed(archive: Path, raw: BinaryIO, seconds: int) -> gzip.GzipFile | lzma.LZMAFile:
    if archive.suffix == ".xz":
        return lzma.LZMAFile(raw, "wb", preset=6)
    return gzip.GzipFile("", "wb", 9, raw, seconds)


def unpack(archive: Path, into: Path) -> None:
    """Unpack an archive of our own making."""
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(into)
        return
    with tarfile.open(archive) as tar:
        if hasattr(tarfile, "data_filter"):
            tar.extraction_filter = tarfile.data_filter
        tar.extractall(into)


def zipapp(wheels: Iterable[Path], path: Path, seconds: int) -> None:
    """Make the one file that runs pipx, out of its wheel and those it needs."""
    content: dict[str, bytes] = {"__main__.py": RUN_PIPX}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as file:
            content.update((name, file.read(name)) for name in file.namelist() if not name.endswith("/"))
    with path.open("wb") as raw:
        raw.write(b"#!/usr/bin/env python3\n")
        with zipfile.ZipFile(raw, "w") as zipped:
            for name in sorted(content):
                _add(zipped, name, content[name], seconds)


def _add(zipped: zipfile.ZipFile, name: str, data: bytes, seconds: int) -> None:
    entry = zipfile.ZipInfo(name, time.gmtime(max(seconds, FIRST_DAY_OF_ZIP))[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # Unix, wherever it is made
    zipped.writestr(entry, data, compresslevel=9)
