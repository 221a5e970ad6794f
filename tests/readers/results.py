"""Which format was opened with which reader, and what came of it, as a table."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from cstoref.export import FORMATS

START, END = "<!-- readers: written by make readers-table -->", "<!-- end of readers -->"


class Read(NamedTuple):
    """One test: a format opened with a reader, under the name of its package."""

    format: str
    reader: str
    size: int
    """Of the file or folder, in bytes."""
    passed: bool
    round_trip: bool = False
    """Whether what is read is written again and has to be the same."""


def size(path: Path) -> int:
    """The bytes of a file, or of the files in a folder."""
    return sum(one.stat().st_size for one in (path.iterdir() if path.is_dir() else [path]))


def table(read: list[Read]) -> str:
    """A row for each format and reader, in the order of the formats, as Markdown."""
    rows = ["| format | size | reader | tests | result | round trip |", "|---|--:|---|--:|---|---|"]
    for format in FORMATS:
        of_format = [one for one in read if one.format == format]
        back = "yes" if any(one.round_trip and one.passed for one in of_format) else "no"
        for reader in dict.fromkeys(one.reader for one in of_format):
            own = [one for one in of_format if one.reader == reader]
            failed = sum(not one.passed for one in own)
            megabytes = max(one.size for one in own) / 1e6
            result = f"{failed} failed" if failed else "accepted"
            cells = (
                f"`{format}`", f"{megabytes:.1f} MB", f"{reader} {version(reader)}", str(len(own)), result,
                back,
            )  # fmt: skip
            rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def write_table(text: str, page: Path) -> None:
    """Replace what stands between the two marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    if not rest or not after:
        raise ValueError(f"{page} has no place for the table: {START} … {END}")
    page.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")
