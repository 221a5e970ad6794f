"""The door to stdout and stderr: stdout is data, stderr is talk, and both get safe text only."""

from __future__ import annotations

import os
import sys

from cstoref import paths, sanitize
from cstoref.errors import UserError
from cstoref.namedtuples import NamedTuple
from cstoref.render.text import ASCII, COLOURS, END, LINK, UNICODE, Style, is_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import Any, TextIO

    from cstoref.errors import AmbiguousError
    from cstoref.store.queries import Store

NARROWEST, WIDEST = 40, 100
LINKLESS = ("dumb", "linux", "screen", "vt")
"""What `TERM` begins with where a link would show as the signs that make it."""
_LINKED: set[str] = set()
"""The addresses that were linked to: a link to any other came from a text, and is shown as one."""
CLEAR_LINE = "\r\x1b[K"
"""What a terminal does before a line is drawn in place of another."""
NO_DATA = "no data in this range"
WHOLE = 200
"""Columns that a view fills, which is looked at more than read."""


class Common(NamedTuple):
    """The options that every reading command takes."""

    packs: tuple[str, ...] = ()
    """What was typed for packs, the lowest first; empty for the active ones."""
    as_of: str | None = None
    json: bool = False
    color: str = "auto"
    width: int | None = None
    all: bool = False
    quoted_only: bool = False
    dated: bool = True
    """Whether the command answers for a day."""
    plain: bool = False
    """Whether a card is wanted as sentences."""
    ids: bool = False
    """Whether the ids of statements are wanted on a card or in an answer."""

    def store(self) -> Store:
        """The pack that was asked for, compiled if need be. Says so where the system date is not used."""
        named = self.named
        try:
            store = compiled_store(named)
        except UserError:
            if named and not self.packs:
                say("packs of your own are in use: cstoref pack list; without them: --pack csto")
            raise
        if self.dated and not self.as_of and store.clock_is_behind:
            day = store.default_day
            say(f"the system date is before this edition; answering as of {day} (see --as-of)")
        return store

    @property
    def named(self) -> tuple[str, ...]:
        """The folders of the packs in use, the lowest first: those that were typed, else the active ones;
        none for the built-in pack. What they extend is not among them."""
        return paths.named_packs(self.packs or paths.active_packs())

    @property
    def folders(self) -> list[Path]:
        """The same for what reads the files of packs: the built-in one where there is no other."""
        from pathlib import Path

        return [Path(folder) for folder in self.named or (paths.builtin_pack(),)]

    def style(self, widest: int = WIDEST) -> Style:
        """How to write on this stdout: on a terminal in at most `widest` columns, unless asked for more."""
        # In a pipe always 80 columns: the output of a script must not depend on the window that it runs in.
        terminal = sys.stdout.isatty()
        colour = self.color == "always" or (
            self.color == "auto"
            and terminal
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
        )
        encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
        # cp65001 is the name that Windows gives to UTF-8.
        marks = UNICODE if encoding.startswith(("utf", "cp65001")) else ASCII
        width = self.width or (min(widest, _terminal_width()) if terminal else 80)
        return Style(max(NARROWEST, width), marks, colour, ids=self.ids)

    def linked_style(self, store: Store, sources: Iterable[str]) -> Style:
        """How to write here, with links to where the sources are published if a terminal will take them."""
        style = self.style()
        kind = os.environ.get("TERM", "")
        takes = sys.stdout.isatty() and kind and not kind.startswith(LINKLESS)
        if not takes:
            return style
        links = store.addresses(sources)
        _LINKED.update(filter(is_address, links.values()))
        return style._replace(links=links)


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


def compiled_store(packs: Sequence[str]) -> Store:
    """The store of some packs, compiled if need be, which is shown on a terminal. Raises as `open_store`."""
    from cstoref.store.cache import open_store, ready_store

    if not sys.stderr.isatty():
        return open_store(packs)
    if ready := ready_store(packs):
        return ready
    from .progress_bar import ProgressBar

    bar = ProgressBar("compiling", redraw)

    def begin(folder: str) -> ProgressBar:
        say(f"compiling {folder} …")
        return bar

    try:
        return open_store(packs, begin)
    finally:
        bar.close()


def lines(text: Iterable[str]) -> None:
    """Print lines that were made by `render`: its own colours are sent, every other control is shown."""
    shown = _isolated if sys.stdout.isatty() else _safe
    _write("".join(f"{shown(line)}\n" for line in text))


def _safe(line: str) -> str:
    if line.isprintable():
        return line
    first, *links = line.split(LINK)
    # Links come in pairs, an address and then an empty one. Only a pair that `Style` has made is sent: a text
    # from a pack could hold the same bytes.
    shown, open_ = _coloured(first), False
    for part in links:
        # An address where none is open, and none where one is; whatever else comes from a text.
        address, end, after = part.partition(END)
        ours = end and (not address if open_ else address in _LINKED)
        shown += LINK + address + END + _coloured(after) if ours else sanitize.line(LINK + part)
        open_ = bool(ours and address) or (open_ and not ours)
    return shown


def _coloured(line: str) -> str:
    if line.isprintable():
        return line
    first, *rest = line.split("\x1b[")
    parts = [sanitize.line(first)]
    for part in rest:
        code, end, after = part.partition("m")
        # Any other code could move the cursor or rename the window.
        coloured = end and code in COLOURS
        parts += ["\x1b[", code, "m", sanitize.line(after)] if coloured else [sanitize.line("\x1b[" + part)]
    return "".join(parts)


def _isolated(line: str) -> str:
    return sanitize.isolated(_safe(line))


def typed_lines() -> Iterator[str]:
    """The lines of stdin, in which bytes that are no text stand as surrogates, as in the names of files.

    Before waiting, what was printed is seen.
    """
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="surrogateescape")
    sys.stdout.flush()
    while line := sys.stdin.readline():
        yield line.rstrip("\n")
        sys.stdout.flush()


def say(text: str) -> None:
    """Tell the person something, on stderr, that is not the answer."""
    safe = "\n".join(sanitize.line(line) for line in text.split("\n"))
    _write(f"cstoref: {safe}\n", sys.stderr)


def redraw(text: str) -> None:
    """Put a line on the terminal of stderr in place of what stands on it; an empty one takes it away."""
    _write(f"{CLEAR_LINE}{sanitize.line(text)}", sys.stderr)
    sys.stderr.flush()


def say_traceback(error: BaseException) -> None:
    """Print on stderr where an error was raised; of a fault of the explorer, where that was."""
    from traceback import format_exception

    details = getattr(error, "details", "")
    _write(sanitize.block(f"{details}\n" if details else "".join(format_exception(error))), sys.stderr)


def show_candidates(ambiguous: AmbiguousError, as_json: bool) -> None:
    """Print the records that a name may mean: what an ambiguous argument answers."""
    if as_json:
        hits = [{"record": id, "kind": kind, "name": name} for id, kind, name in ambiguous.candidates]
        json_value({"query": ambiguous.name, "status": "ambiguous", "hits": hits})
        return
    cells = max(len(id) for id, _, _ in ambiguous.candidates)
    lines(f"{id:<{cells}}  {kind:<12}{name}" for id, kind, name in ambiguous.candidates)


def json_value(value: Any) -> None:
    """Print one JSON value, an object or a list of objects, with the version of its form."""
    _write(versioned_text(value))


def versioned_text(value: Any) -> str:
    """One JSON value as text, with the version of its form."""
    from cstoref.export.lines import versioned

    return json_text(versioned(value))


def json_text(value: Any) -> str:
    """One JSON value as text: indented on a terminal, for a program on one line, which is a tenth of the
    work. JSON has its own escapes for controls; the rest stays readable."""
    import json

    indent = 1 if sys.stdout.isatty() else None
    return sanitize.json(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


def stream() -> TextIO:
    """Stdout for what writes a whole export: UTF-8, whatever the terminal says of itself."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def conversation() -> tuple[TextIO, TextIO]:
    """Stdin and stdout for a program at the other end: both UTF-8, whatever the locale says."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")
    if sys.stdin.isatty():
        say("waiting for the messages of a program; Ctrl+D ends it")
    return sys.stdin, stream()


def _write(text: str, out: TextIO | None = None) -> None:
    out = out or sys.stdout
    try:
        out.write(text)
    except UnicodeEncodeError:
        encoding = getattr(out, "encoding", None) or "utf-8"
        # A terminal without the letter gets its number: better than an error after half of the answer.
        out.write(text.encode(encoding, "backslashreplace").decode(encoding))
