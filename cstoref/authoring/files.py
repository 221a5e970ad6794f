"""Reads the files of a pack, and only those: regular files below its folder, UTF-8, within the limits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli

from cstoref.authoring.toml.toml_faults import first_odd_line, has_long_line, is_nfc, syntax_problem
from cstoref.authoring.toml.toml_parts import cuts

from . import limits
from .faulty import Faulty
from .limits import Limit
from .pack_tree import Unreadable, tree_of
from .problems import Problems, Spot, did_you_mean
from .text_faults import (
    ACCEPT,
    BYTE_ORDER_MARK,
    OF_A_TEXT,
    document,
    limit_of,
    most_sentences,
    wrong_characters,
    wrong_hash,
)


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
            if not is_nfc(raw[at:cut]):
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
            if not is_nfc(raw):
                odd = spot._replace(line=lines + first_odd_line(text))
                self._problems.add(odd, "the line is not in Unicode form NFC; normalise it")
                return None
            return tomli.loads(text)
        except UnicodeDecodeError as error:
            spot = spot._replace(line=lines + raw.count(b"\n", 0, error.start) + 1)
            self._problems.add(spot, f"not UTF-8 (byte {begin + error.start}); save the file as UTF-8")
        except tomli.TOMLDecodeError as error:
            at, message = syntax_problem(spot, str(error), text)
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
        wrong = document(raw) or wrong_hash(raw, sha256)
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
            if not wrong_hash(raw, sha256):
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
        wrong = wrong_characters(text)
        limit = limit_of(text) or self._beyond(limits.SENTENCES, most_sentences(text))
        if wrong:
            self._problems.add(spot, f"{name} {wrong}")
        elif limit:
            self._problems.beyond(spot, limit, f"{name} {'has' if limit in OF_A_TEXT else 'makes'}")
        return not wrong and not limit

    def _is_within(self, raw: bytes, spot: Spot) -> bool:
        """Whether a file of `data/` is not too much for the parser, told before it is parsed."""
        keys = sum(map(raw.count, (b"=", b"[", b"{")))
        limit = limits.LINE if has_long_line(raw) else self._beyond(limits.KEYS, keys)
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
