"""Reads the files of a pack, and only those: regular files below its folder, UTF-8, within the limits."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import tomli

from cstoref.sentences import sentences

from . import limits
from .limits import Limit
from .problems import Problems, Spot, did_you_mean

BYTE_ORDER_MARK = "\ufeff"
STACKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f"
    f"\u20d0-\u20ff\u2060-\u206f\ufe00-\ufe0f\ufe20-\ufe2f\U000e0000-\U000e01ef]{{{limits.STACKED.most + 1}}}"
)
"""More characters without a width on top of each other than any script needs."""


class Files:
    """The files of one pack, counted as they are read."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self._root = root
        self._problems = problems
        self._left = {
            limit: limit.most for limit in (limits.DATA, limits.CORPUS, limits.KEYS, limits.SENTENCES)
        }

    def check_names(self, known: Collection[str]) -> None:
        """Note every TOML file of `data/` that nothing reads: its name is a slip of the pen."""
        try:
            names = sorted(entry.name for entry in os.scandir(self._root / "data"))
        except OSError:
            return
        for name in names:
            if name.lower().endswith(".toml") and not name.startswith(".") and name not in known:
                self._problems.add(
                    Spot(f"data/{name}"), f"no file of this name is read{did_you_mean(name, known)}"
                )

    def has(self, name: str) -> bool:
        """Whether there is `data/NAME`; also where that cannot be told, so that reading it says why."""
        try:
            os.lstat(self._root / "data" / name)
        except FileNotFoundError:
            return False
        except OSError:
            pass
        return True

    def toml(self, name: str) -> Mapping[str, Any] | None:
        """The tables of `data/NAME`, or None with a problem noted."""
        spot = Spot(f"data/{name}")
        raw = self._read(f"data/{name}", limits.DATA, spot)
        if raw is None or not self._is_within(raw, spot):
            return None
        try:
            text = raw.decode("utf-8")
            if text.startswith(BYTE_ORDER_MARK):
                self._problems.add(spot, "begins with a byte order mark; save it without")
                return None
            if not unicodedata.is_normalized("NFC", text):
                self._problems.add(spot, f"line {_first_odd(text)} is not in Unicode form NFC; normalise it")
                return None
            return tomli.loads(text)
        except UnicodeDecodeError as error:
            self._problems.add(spot, f"not UTF-8 (byte {error.start}); save the file as UTF-8")
        except ValueError as error:  # TOML's own, and a number of more digits than Python reads
            self._problems.add(spot, f"not TOML: {error}")
        except RecursionError:
            self._problems.add(spot, f"has {limits.NESTING}")
        return None

    def text(self, source: str, sha256: str, spot: Spot) -> str | None:
        """The text of a source, verified against its hash, or None with a problem noted."""
        name = f"corpus/{source}.txt"
        raw = self._read(name, limits.CORPUS, spot.at("sha256"), limits.TEXT)
        if raw is None:
            return None
        found = hashlib.sha256(raw).hexdigest()
        if found != sha256:
            self._problems.add(
                spot.at("sha256"), f"{name} has the hash {found}; the text or the hash was changed"
            )
            return None
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            self._problems.add(spot, f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8")
            return None
        wrong = _wrong_with(text) or self._too_many(limits.SENTENCES, _most_sentences(text))
        if wrong:
            self._problems.add(spot, f"{name} {wrong}")
        return None if wrong else text

    def _is_within(self, raw: bytes, spot: Spot) -> bool:
        """Whether a file of `data/` is not too much for the parser, told before it is parsed."""
        keys = sum(map(raw.count, (b"=", b"[", b"{")))
        wrong = f"has {limits.LINE}" if _has_long_line(raw) else self._too_many(limits.KEYS, keys)
        if wrong:
            self._problems.add(spot, wrong)
        return not wrong

    def _too_many(self, limit: Limit, more: int) -> str:
        """Count some more of what is limited over the whole pack; a complaint once the limit is passed."""
        self._left[limit] -= more
        return f"makes {limit}" if self._left[limit] < 0 else ""

    def _read(self, name: str, together: Limit, spot: Spot, alone: Limit | None = None) -> bytes | None:
        try:
            place = (self._root / name).resolve()
            if not place.is_relative_to(self._root.resolve()):
                self._problems.add(spot, f"{name} leads out of the pack; put the file itself there")
                return None
            # Without O_NONBLOCK, opening a FIFO would wait for ever.
            handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            self._problems.add(spot, f"{name} is missing")
            return None
        except (OSError, RuntimeError) as error:
            self._problems.add(spot, f"{name} cannot be read: {getattr(error, 'strerror', None) or error}")
            return None
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            os.close(handle)
            self._problems.add(spot, f"{name} is not a regular file")
            return None
        with os.fdopen(handle, "rb") as file:
            if alone is not None and about.st_size > alone.most:
                self._problems.add(spot, f"{name} has {alone}")
                return None
            wrong = self._too_many(together, about.st_size)
            if wrong:
                self._problems.add(spot, f"{name} {wrong}")
            return None if wrong else file.read(about.st_size)


def _first_odd(text: str) -> int:
    """The number of the first line that is not in form NFC."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", line)), 1)


def _has_long_line(raw: bytes) -> bool:
    start = 0
    while len(raw) - start > limits.LINE.most:
        start = raw.rfind(b"\n", start, start + limits.LINE.most + 1) + 1
        if start == 0:
            return True
    return False


def _wrong_with(text: str) -> str:
    """What is wrong with a text, or nothing."""
    if text.startswith(BYTE_ORDER_MARK):
        return "begins with a byte order mark; save it without"
    if "\r" in text:
        return "has carriage returns; save it with plain line feeds"
    if "\0" in text:
        return "has null characters; it is not a text"
    if not unicodedata.is_normalized("NFC", text):
        return "is not in Unicode form NFC; normalise it"
    if max(map(len, text.split("\n"))) > limits.PARAGRAPH.most:
        return f"has {limits.PARAGRAPH}"
    return f"has {limits.STACKED}" if STACKED.search(text) else ""


def _most_sentences(text: str) -> int:
    """How many sentences a text has: at most, where that is little enough, else counted."""
    ends = sum(map(text.count, ".?!…\n"))
    return ends if ends < limits.SENTENCES.most // 100 else len(sentences(text))
