"""Reads the files of a pack, and only those: a regular file below the pack's folder, UTF-8, of sane size."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli

from .problems import Problems, Spot

MAX_TOML = 256 * 1024 * 1024
MAX_TEXT = 256 * 1024 * 1024


def read_toml(root: Path, name: str, problems: Problems) -> Mapping[str, Any] | None:
    """The tables of `data/NAME`, or None with a problem noted."""
    spot = Spot(f"data/{name}")
    raw = _read(root, root / "data" / name, MAX_TOML, spot, problems)
    if raw is None:
        return None
    try:
        return tomli.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        problems.add(spot, f"not UTF-8 (byte {error.start}); save the file as UTF-8")
    except tomli.TOMLDecodeError as error:
        problems.add(spot, f"not TOML: {error}")
    except RecursionError:
        problems.add(spot, "nested too deeply to be read")
    return None


def read_text(root: Path, source: str, sha256: str, spot: Spot, problems: Problems) -> str | None:
    """The text of a source, verified against its hash, or None with a problem noted."""
    name = f"corpus/{source}.txt"
    raw = _read(root, root / "corpus" / f"{source}.txt", MAX_TEXT, spot.at("sha256"), problems)
    if raw is None:
        return None
    found = hashlib.sha256(raw).hexdigest()
    if found != sha256:
        problems.add(spot.at("sha256"), f"{name} has the hash {found}; the text or the hash was changed")
        return None
    return _checked_text(raw, name, spot, problems)


def _checked_text(raw: bytes, name: str, spot: Spot, problems: Problems) -> str | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.add(spot, f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8")
        return None
    if text.startswith("\ufeff"):
        problems.add(spot, f"{name} begins with a byte order mark; save it without")
    elif "\r" in text:
        problems.add(spot, f"{name} has carriage returns; save it with plain line feeds")
    elif "\0" in text:
        problems.add(spot, f"{name} has null characters; it is not a text")
    elif not unicodedata.is_normalized("NFC", text):
        problems.add(spot, f"{name} is not in Unicode form NFC; normalise it")
    else:
        return text
    return None


def _read(root: Path, path: Path, limit: int, spot: Spot, problems: Problems) -> bytes | None:
    shown = path.relative_to(root).as_posix()
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            problems.add(spot, f"{shown} leads out of the pack; put the file itself there")
            return None
        # Without O_NONBLOCK, opening a FIFO would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        problems.add(spot, f"{shown} is missing")
        return None
    except (OSError, RuntimeError) as error:
        problems.add(spot, f"{shown} cannot be read: {getattr(error, 'strerror', None) or error}")
        return None
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        problems.add(spot, f"{shown} is not a regular file")
        return None
    with os.fdopen(handle, "rb") as file:
        if about.st_size > limit:
            problems.add(spot, f"{shown} is larger than {limit // 2**20} MiB")
            return None
        return file.read()
