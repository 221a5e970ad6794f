"""Reads the files of a pack, and only those: regular files below its folder, UTF-8, within the limits."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli

from cstoref.authoring.toml.toml_parts import cuts
from cstoref.sentences import sentences

from . import limits
from .faulty import Faulty
from .limits import Limit
from .pack_tree import Unreadable, tree_of
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
        self._tree = tree_of(root)
        self._problems = problems
        self._left = {
            limit: limit.most for limit in (limits.DATA, limits.CORPUS, limits.KEYS, limits.SENTENCES)
        }

    def check_names(self, known: Collection[str]) -> None:
        """Note every TOML file of `data/` that nothing reads: its name is a slip of the pen."""
        for name in self._tree.names("data"):
            if name.lower().endswith(".toml") and name not in known:
                hint = did_you_mean(name, known) or f"; the files are {', '.join(known)}"
                self._problems.add(Spot(f"data/{name}"), f"no file of this name is read{hint}")

    def names(self) -> list[str]:
        """The TOML files of `data/`."""
        return [name for name in self._tree.names("data") if name.endswith(".toml")]

    def check_texts(self, sources: Collection[str], faulty: Faulty) -> None:
        """Note every text of `corpus/` that no source names."""
        for name in self._tree.names("corpus"):
            id = name.removesuffix(".txt")
            if not name.lower().endswith(".txt") or id in sources or faulty.source(id):
                continue
            hint = did_you_mean(id, sources)
            self._problems.add(
                Spot(f"corpus/{name}"),
                "no source names this text; write a [[source]] with its id into data/sources.toml, or remove "
                f"the file{hint}",
            )

    def has(self, name: str) -> bool:
        """Whether there is `data/NAME`; also where that cannot be told, so that reading it says why."""
        return f"data/{name}" in self._problems.overlay or self._tree.has(f"data/{name}")

    def toml(self, name: str) -> Mapping[str, Any] | None:
        """The tables of `data/NAME`, or None with a problem noted."""
        spot = Spot(f"data/{name}")
        raw = self._read(f"data/{name}", limits.DATA, spot)
        return None if raw is None or not self._is_within(raw, spot) else self._parsed(raw, spot)

    def toml_parts(self, name: str, key: str) -> Iterator[Mapping[str, Any] | None]:
        """The same for a file of tables `[[key]]`, some of them at a time; None ends it with a problem
        noted."""
        spot = Spot(f"data/{name}")
        raw = self._read(f"data/{name}", limits.DATA, spot)
        if raw is None or not self._is_within(raw, spot):
            yield None
            return
        at, lines = 0, 0
        for cut in cuts(raw, key):
            try:
                part = tomli.loads(raw[at:cut].decode("utf-8"))
            except (ValueError, RecursionError):
                break  # the whole rest shows whether it is wrong, or was cut within a text
            if not _is_nfc(raw[at:cut]):
                break
            yield part
            lines += raw.count(b"\n", at, cut)
            at = cut
        yield self._parsed(raw[at:] if at else raw, spot, at, lines)

    def _parsed(self, raw: bytes, spot: Spot, begin: int = 0, lines: int = 0) -> Mapping[str, Any] | None:
        """The tables of a file, or None with a problem noted. `begin` is its first byte and `lines` how many
        lines come before it, where it is the rest of a file."""
        try:
            text = raw.decode("utf-8")
            if text.startswith(BYTE_ORDER_MARK):
                self._problems.add(spot, "begins with a byte order mark; save it without")
                return None
            if not _is_nfc(raw):
                odd = spot._replace(line=lines + _first_odd(text))
                self._problems.add(odd, "the line is not in Unicode form NFC; normalise it")
                return None
            return tomli.loads(text)
        except UnicodeDecodeError as error:
            spot = spot._replace(line=lines + raw.count(b"\n", 0, error.start) + 1)
            self._problems.add(spot, f"not UTF-8 (byte {begin + error.start}); save the file as UTF-8")
        except tomli.TOMLDecodeError as error:
            at, message = _toml_problem(spot, str(error), text)
            self._problems.add(at._replace(line=at.line and at.line + lines), message)
        except ValueError as error:  # a number of more digits than Python reads
            self._problems.add(spot, f"not TOML: {error}")
        except RecursionError:
            self._problems.beyond(spot, limits.NESTING)
        return None

    def text(self, source: str, sha256: str | None, spot: Spot) -> str | None:
        """The text of a source, verified against its hash; None where it has neither a text nor a hash, or
        with a problem noted. A text without a hash is a problem too, but is read all the same."""
        name = f"corpus/{source}.txt"
        if sha256 is None and not self.has_text(source):
            return None
        here = spot.at("sha256")
        raw = self._read(name, limits.CORPUS, here, limits.TEXT)
        if raw is None:
            return None
        wrong = document(raw) or _hash_wrong(raw, sha256)
        if wrong:
            self._problems.add(here, f"{name} {wrong}")
            return None
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            self._problems.add(spot, f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8")
            return None
        if not self._is_plain(text, name, spot):
            return None
        if sha256 is None:
            self._problems.add(here, f"{name} has no hash; {ACCEPT} adds it")
        return text

    def text_again(self, source: str, sha256: str | None) -> str:
        """A text that was read before and was right. Raises PackError where it has changed since then."""
        name = f"corpus/{source}.txt"
        try:
            raw = self._tree.read(name, lambda _: True) or b""
            if not _hash_wrong(raw, sha256):
                return raw.decode("utf-8")
        except (FileNotFoundError, Unreadable, UnicodeDecodeError):
            pass
        self._problems.add(Spot(name), "was changed while the pack was read; try again")
        self._problems.raise_if_any()
        raise AssertionError

    def has_text(self, source: str) -> bool:
        """Whether there is a file for the text of a source, right or not."""
        name = f"corpus/{source}.txt"
        return name in self._problems.overlay or self._tree.has(name)

    def _is_plain(self, text: str, name: str, spot: Spot) -> bool:
        """Whether nothing is wrong with a text; else with a problem noted."""
        wrong = _wrong_with(text)
        limit = _limit_of(text) or self._beyond(limits.SENTENCES, _most_sentences(text))
        if wrong:
            self._problems.add(spot, f"{name} {wrong}")
        elif limit:
            self._problems.beyond(spot, limit, f"{name} {'has' if limit in _OF_A_TEXT else 'makes'}")
        return not wrong and not limit

    def _is_within(self, raw: bytes, spot: Spot) -> bool:
        """Whether a file of `data/` is not too much for the parser, told before it is parsed."""
        keys = sum(map(raw.count, (b"=", b"[", b"{")))
        limit = limits.LINE if _has_long_line(raw) else self._beyond(limits.KEYS, keys)
        if limit:
            self._problems.beyond(spot, limit, "has" if limit == limits.LINE else "makes")
        return not limit

    def _beyond(self, limit: Limit, more: int) -> Limit | None:
        """Count some more of what is limited over the whole pack; the limit once it is passed."""
        self._left[limit] -= more
        return limit if self._left[limit] < 0 else None

    def _read(self, name: str, together: Limit, spot: Spot, alone: Limit | None = None) -> bytes | None:
        if name in self._problems.overlay:
            return self._problems.overlay[name].encode()

        def fits(size: int) -> bool:
            if alone is not None and size > alone.most:
                self._problems.beyond(spot, alone, f"{name} has")
                return False
            limit = self._beyond(together, size)
            if limit:
                self._problems.beyond(spot, limit, f"{name} makes")
            return not limit

        try:
            return self._tree.read(name, fits)
        except FileNotFoundError:
            self._problems.add(spot, f"{name} is missing{self._instead_of(name)}")
        except Unreadable as error:
            self._problems.add(spot, f"{name} {error}")
        return None

    def _instead_of(self, name: str) -> str:
        """What to do with a file of the same name and another ending, which is not read; else nothing."""
        folder, _, file = name.rpartition("/")
        stem = file.rpartition(".")[0]
        others = [other for other in self._tree.names(folder) if other.rpartition(".")[0] == stem]
        return f"; {folder}/{others[0]} is not read: save its words as plain text" if others else ""


ACCEPT = "`cstoref verify --accept-texts`"
DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
)
"""Names that no file may have on Windows, whatever its ending."""
_OF_A_TEXT = (limits.PARAGRAPH, limits.STACKED)
_DOCUMENTS = (
    (b"%PDF-", "is a PDF document"),
    (b"PK\x03\x04", "is a ZIP archive, such as DOCX, ODT or EPUB"),
    (b"\xd0\xcf\x11\xe0", "is a document of an office program"),
    (b"{\\rtf", "is an RTF document"),
)
_HTML = re.compile(
    rb"(<\?xml[^>]*>|<!--.*?-->|\s)*<(!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I | re.S
)


def check_file_name(id: str, spot: Spot, problems: Problems) -> None:
    """Note an id from which a file is named and cannot be on Windows."""
    if id in DEVICES:
        problems.add(
            spot, f'"{id}" is the name of a device on Windows, where no file can have it; choose another'
        )


def document(raw: bytes) -> str:
    """What a file is that was saved as a text and is none, and what to do; empty for a text."""
    begin = raw[:2000].removeprefix(BYTE_ORDER_MARK.encode())
    kind = next((kind for start, kind in _DOCUMENTS if begin.startswith(start)), "")
    if not kind and _HTML.match(begin):
        kind = "is an HTML page"
    return (
        f"{kind}, not a text; bring it in with `cstoref pack add`, or save its words as plain text"
        if kind
        else ""
    )


def _hash_wrong(raw: bytes, sha256: str | None) -> str:
    """Why a text does not have its hash; empty if it has it, or has none to have."""
    actual = hashlib.sha256(raw).hexdigest()
    if sha256 is None or actual == sha256:
        return ""
    if hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest() == sha256:
        return (
            "has the line endings of Windows, nothing else was changed: git or an editor rewrote them. Write "
            "`corpus/* -text` into .gitattributes in the folder of the pack, so that git leaves texts alone, "
            f"and run {ACCEPT}, which restores them"
        )
    return f'was changed, or its hash was; restore it, or accept it as it is with sha256 = "{actual}"'


def _toml_problem(spot: Spot, message: str, text: str) -> tuple[Spot, str]:
    """A complaint of the parser with its line, which it says at the end."""
    match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if match is None:
        return spot, f"not TOML: {message}"
    line = int(match[1]) if match[1] else text.rstrip().count("\n") + 1
    where = f" (column {match[2]})" if match[2] else " (at the end of the file)"
    return spot._replace(line=line), f"not TOML: {message[: match.start()]}{where}"


def _first_odd(text: str) -> int:
    """The number of the first line that is not in form NFC."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", line)), 1)


def _is_nfc(raw: bytes) -> bool:
    # `isascii` is told from the bytes alone, and what is ASCII is in every form.
    return raw.isascii() or unicodedata.is_normalized("NFC", raw.decode("utf-8"))


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
        return f"has carriage returns; {ACCEPT} replaces them with plain line feeds"
    if "\0" in text:
        return "has null characters; it is not a text"
    if not unicodedata.is_normalized("NFC", text):
        return "is not in Unicode form NFC; normalise it"
    return ""


def _limit_of(text: str) -> Limit | None:
    """The limit on a single text that it exceeds, if any."""
    if max(map(len, text.split("\n"))) > limits.PARAGRAPH.most:
        return limits.PARAGRAPH
    return limits.STACKED if STACKED.search(text) else None


def _most_sentences(text: str) -> int:
    """How many sentences a text has: at most, where that is little enough, else counted."""
    ends = sum(map(text.count, ".?!…\n"))
    return ends if ends < limits.SENTENCES.most // 100 else len(sentences(text))
