"""The statements as a table: one row each, lists joined with `; `, the first citation in full.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, and controls are shown: the
table has no escapes for them. What must be exact to the last character is in `jsonl`.
"""

from __future__ import annotations

import csv
from typing import Any, TextIO

from cstoref import sanitize

from . import lines
from .source import PackReader

COLUMNS = (
    "id", "subject", "field", "text", "value", "unit", "about", "when", "said_by", "said_by_text",
    "stance", "hedge", "negated", "rank", "grounding", "source", "start", "end", "quote", "layer",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(pack: PackReader, out: TextIO) -> None:
    """Write the header and a row for each statement."""
    # The default is CRLF; every other export has plain line feeds.
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for statement in pack.all_statements():
        line = lines.statement(statement)
        first = line["citations"][0] if line["citations"] else {}
        table.writerow([_cell(line.get(name, first.get(name))) for name in COLUMNS])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(value)
    text = str(value).lower() if isinstance(value, bool) else sanitize.block(str(value))
    # A negative number begins with `-` and is a number all the same.
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, (int, float)) else text
