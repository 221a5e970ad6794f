"""A long file of tables as parts that are parsed one by one, so that it is never in memory as a whole.

A file is cut where a line begins a table, `[[member]]`. Such a line within a text of several lines is no
table: the part before it then is not TOML by itself, and the rest of the file is taken as one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST = 2**20
"""Bytes of a part, roughly."""
_ONLY_REMARKS = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*")


def cuts(raw: bytes, key: str, most: int = MOST) -> Iterator[int]:
    """Where each part begins, but for the first. Nothing is cut in a file that begins with something else
    than a table: what stands there may be part of all."""
    header = b"\n[[%s]]" % key.encode()
    begin = _ONLY_REMARKS.match(raw)
    assert begin is not None
    if len(raw) <= most or not raw.startswith(header[1:], begin.end()):
        return
    at = 0
    while len(raw) - at > most:
        cut = raw.rfind(header, at + 1, at + most)
        if cut < 0:
            cut = raw.find(header, at + most - len(header))
        if cut < 0:
            return
        at = cut + 1
        yield at
