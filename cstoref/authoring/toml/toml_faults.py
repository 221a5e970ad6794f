"""What can be wrong with a TOML file of a pack, and in which line."""

from __future__ import annotations

import re
import unicodedata

from cstoref.authoring import limits
from cstoref.authoring.problems import Spot


def syntax_problem(spot: Spot, message: str, text: str) -> tuple[Spot, str]:
    """A complaint of the parser with its line, which it says at the end."""
    match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if match is None:
        return spot, f"not TOML: {message}"
    line = int(match[1]) if match[1] else text.rstrip().count("\n") + 1
    where = f" (column {match[2]})" if match[2] else " (at the end of the file)"
    return spot._replace(line=line), f"not TOML: {message[: match.start()]}{where}"


def first_odd_line(text: str) -> int:
    """The number of the first line that is not in form NFC."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", line)), 1)


def is_nfc(raw: bytes) -> bool:
    # `isascii` is told from the bytes alone, and what is ASCII is in every form.
    return raw.isascii() or unicodedata.is_normalized("NFC", raw.decode("utf-8"))


def has_long_line(raw: bytes) -> bool:
    start = 0
    while len(raw) - start > limits.LINE.most:
        start = raw.rfind(b"\n", start, start + limits.LINE.most + 1) + 1
        if start == 0:
            return True
    return False
