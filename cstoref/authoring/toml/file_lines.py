"""In which line of a TOML text a table, a key or an entry of a list stands.

A problem says where it is, and the parser does not tell. This reads the text once more, only as far as its
structure, and only when there is something to report. It must be given a text that parses; of any other it
finds what it can.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

Path = tuple[str | int, ...]
"""Names of tables and keys, and places in lists from 0: `("event", 3, "statement", 0, "who")`."""
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|\n|[ \t\r]+|[\[\]{},=]|[^\s\[\]{},=#\"']+|.",
    re.DOTALL,
)
_OPEN, _CLOSE = ("[", "{"), ("]", "}")


def lines_of(text: str, wanted: Collection[Path]) -> dict[Path, int]:
    """The line, from 1, of each wanted path; of one that the text does not have, that of the longest part it
    begins with. 0 where the text has no part of it. An entry 0 may be written without its list."""
    forms = {path: list(_forms(path)) for path in wanted}
    kept = {form[:length] for path in wanted for form in forms[path] for length in range(1, len(form) + 1)}
    places: dict[Path, int] = {}
    for path, line in _Scanner(text).places():
        if path in kept:
            places.setdefault(path, line)
    return {path: max((_nearest(form, places) for form in forms[path]), default=(0, 0))[1] for path in wanted}


def _forms(path: Path) -> Iterator[Path]:
    """The path, and what it is where a list of one entry is written as that entry alone."""
    yield path
    for place in range(len(path) - 1, 2, -1):
        if path[place] == 0:
            yield path[:place] + path[place + 1 :]


def _nearest(path: Path, places: dict[Path, int]) -> tuple[int, int]:
    """How many parts of a path the text has, and in which line the last of them is."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return length, places[path[:length]]
    return 0, 0


class _Scanner:
    """Walks over the tokens of a text and yields each path with its line, outer ones before inner ones."""

    def __init__(self, text: str) -> None:
        self._tokens = self._read(text)
        self._token = ""
        self._line = 1
        self._table: Path = ()
        self._entries: Counter[Path] = Counter()
        """How many tables each list of tables has so far, by its path with the places of those above it."""

    @staticmethod
    def _read(text: str) -> Iterator[tuple[str, int]]:
        """Each token but blanks and comments, with its line."""
        line = 1
        for match in _TOKEN.finditer(text):
            token = match.group()
            if token == "\n":
                yield token, line
                line += 1
            elif not token.isspace() and token[0] != "#":
                yield token, line
                line += token.count("\n") if token[0] in "\"'" else 0

    def _next(self, *, over_lines: bool = False) -> bool:
        """Go to the next token; whether there is one."""
        for token, line in self._tokens:
            if not (over_lines and token == "\n"):
                self._token, self._line = token, line
                return True
        self._token = ""
        return False

    def places(self) -> Iterator[tuple[Path, int]]:
        """Every table, key and entry of a list."""
        while self._next(over_lines=True):
            if self._token == "[":
                yield self._header()
            else:
                yield from self._pair(self._table, ("\n",))

    def _header(self) -> tuple[Path, int]:
        """`[a.b]` or `[[a.b]]`, the first bracket being read."""
        line = self._line
        self._next()
        is_list = self._token == "["
        if is_list:
            self._next()
        names = self._names("]")
        while self._token not in ("\n", "") and self._next():
            pass
        self._table = self._path(names, is_list)
        return self._table, line

    def _path(self, names: list[str], is_list: bool) -> Path:
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            if path in self._entries:
                path = (*path, self._entries[path] - 1)
        path = (*path, *names[-1:])
        if is_list:
            self._entries[path] += 1
            path = (*path, self._entries[path] - 1)
        return path

    def _names(self, *ends: str) -> list[str]:
        """The parts of a dotted key up to one of the tokens that end it."""
        names: list[str] = []
        while self._token not in (*ends, "\n", ""):
            if self._token[0] in "\"'":
                names.append(self._token[1:-1])
            else:
                names += [part for part in self._token.split(".") if part]
            self._next()
        return names

    def _pair(self, above: Path, ends: tuple[str, ...]) -> Iterator[tuple[Path, int]]:
        """`key = value`, the first token of the key being read; ends on one of `ends`."""
        line = self._line
        path = (*above, *self._names("=", *ends))
        yield path, line
        if self._token == "=" and self._next():
            yield from self._value(path, ends)

    def _value(self, path: Path, ends: tuple[str, ...]) -> Iterator[tuple[Path, int]]:
        """A value whose first token is read, up to one of the tokens that end it."""
        while self._token not in (*ends, ""):
            if self._token == "[":
                yield from self._list(path)
            elif self._token == "{":
                yield from self._inline(path)
            self._next()

    def _list(self, path: Path) -> Iterator[tuple[Path, int]]:
        place = 0
        while self._next(over_lines=True) and self._token != "]":
            if self._token == ",":
                continue
            yield (*path, place), self._line
            yield from self._value((*path, place), (",", "]"))
            place += 1
            if self._token == "]":
                return

    def _inline(self, path: Path) -> Iterator[tuple[Path, int]]:
        while self._next(over_lines=True) and self._token != "}":
            if self._token == ",":
                continue
            yield from self._pair(path, (",", "}"))
            if self._token == "}":
                return
