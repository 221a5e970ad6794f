"""Reads one table as people and spreadsheets write it: rows with the cells of named columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cstoref.authoring import limits
from cstoref.errors import PackError, UsageError
from cstoref.paths import shown

SEPARATORS = ",;\t"
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"PK": "a spreadsheet"}
"""How files begin that are no text in UTF-8, and what they are."""


class SheetColumns(NamedTuple):
    """What a person says of the columns of a table."""

    named: Mapping[str, str]
    """A column of the table to the one that is meant; to nothing if it is to be left out."""
    fixed: Mapping[str, str]
    """A column that the table does not have to what it holds in every row."""


class SheetRow(NamedTuple):
    """One row: its place, and its cells by column; empty ones too."""

    place: str
    cells: dict[str, str]


def columns_of(named: list[str], fixed: list[str]) -> SheetColumns:
    """From `THEIRS=OURS` and `COLUMN=VALUE`. Raises UsageError."""
    pairs = []
    for option, words in (("--map", named), ("--set", fixed)):
        pairs.append(dict(_pair(option, word) for word in words))
    return SheetColumns(pairs[0], {_name(key): value for key, value in pairs[1].items()})


def _pair(option: str, word: str) -> tuple[str, str]:
    theirs, sign, ours = word.rpartition("=") if option == "--map" else word.partition("=")
    if not sign or not theirs.strip():
        raise UsageError(f"write {option} COLUMN=…, not “{word}”")
    return (_name(theirs), _name(ours)) if option == "--map" else (theirs, ours.strip())


def rows_of(name: str, raw: bytes, columns: SheetColumns) -> list[SheetRow]:
    """The rows of a table in CSV. Raises PackError with what is wrong."""
    text = _text(name, raw)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        return list(_rows(shown(name), reader, columns))
    except csv.Error as error:
        why = "it is longer than a cell may be" if "limit" in str(error) else str(error)
        raise PackError([f"{shown(name)}:{reader.line_num}: not CSV: {why}"]) from None


def _text(name: str, raw: bytes) -> str:
    kind = next((kind for start, kind in MARKS.items() if raw.startswith(start)), "")
    if kind:
        raise PackError([f"{shown(name)}: {kind}; save it as CSV in UTF-8"])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackError([f"{shown(name)}:{line}: not UTF-8; save it as CSV in UTF-8"]) from None


def _separator(text: str) -> str:
    """What stands between the cells of the first line, outside of quotes."""
    first = re.sub(r'"(?:[^"]|"")*"', "", text.lstrip().partition("\n")[0])
    return max(SEPARATORS, key=first.count)


def _name(header: str) -> str:
    """A header as it is compared: small letters, with low lines between words."""
    return re.sub(r"[\s-]+", "_", header.strip().lower())


def _rows(name: str, reader: Iterator[list[str]], columns: SheetColumns) -> Iterator[SheetRow]:
    header: list[str] = []
    before = 0
    for cells in reader:
        number, before = before + 1, reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        place = f"{name}:{number}"
        if not header:
            header = _header(place, cells, columns)
            continue
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            raise PackError([f"{place}: has {len(cells)} cells, the table has {len(header)} columns"])
        padded = [*cells, *([""] * (len(header) - len(cells)))]
        given = {column: _plain(cell) for column, cell in zip(header, padded, strict=False) if column}
        yield SheetRow(place, {**dict(columns.fixed), **given})
    if not header:
        raise PackError([f"{name}: has no rows; its first line names the columns"])


def _header(place: str, cells: list[str], columns: SheetColumns) -> list[str]:
    header = [columns.named.get(_name(cell), _name(cell)) for cell in cells]
    twice = next((one for at, one in enumerate(header) if one and one in header[:at]), None)
    if twice:
        raise PackError([f'{place}: two columns are "{twice}"; leave one out with --map "COLUMN="'])
    return header


def _plain(cell: str) -> str:
    """A cell without blanks around it, and without the apostrophe that an export puts before a formula."""
    cell = cell if "\n" in cell else cell.strip()  # whole files keep their last line end
    if cell.startswith("'") and cell.lstrip("'").startswith(("=", "+", "-", "@")):
        return cell[1:]
    return cell


def parts_of(cell: str) -> list[str]:
    """The parts of a cell that holds several: between semicolons or bars."""
    return [part.strip() for part in re.split(r"[;|]", cell) if part.strip()]


MOST_CELL = limits.FIELD.most
