"""What goes between the server and the process of an explorer, by Textual's protocol for drivers of pages:
one byte for the sort of a packet, four for its length, and the packet.
"""

from __future__ import annotations

import json
from asyncio import IncompleteReadError, StreamReader
from collections.abc import AsyncIterator

DATA, META = b"D", b"M"
"""Bytes of the terminal; a message to the other side itself, as JSON."""
BEGIN = b"__GANGLION__\n"
"""The line before the first packet of an explorer."""
LARGEST_SIDE = 1_000
"""Columns, and rows, of a page."""
FOCUS = {"blur": "blur", "focus": "focus"}


def packet(sort: bytes, payload: bytes) -> bytes:
    """A packet as it is sent."""
    return b"%s%s%s" % (sort, len(payload).to_bytes(4, "big"), payload)


def message(**values: object) -> bytes:
    """A message to an explorer, as it is sent."""
    return packet(META, json.dumps(values).encode())


async def drawn(reader: StreamReader) -> AsyncIterator[bytes]:
    """What an explorer draws, until it ends. Its other packets are left out: they would have the browser
    open an address or load a file, and the explorer does neither."""
    try:
        if await reader.readline() != BEGIN:
            return
        while True:
            head = await reader.readexactly(5)
            payload = await reader.readexactly(int.from_bytes(head[1:], "big"))
            if head[:1] == DATA:
                yield payload
    except (IncompleteReadError, ConnectionError, ValueError):
        return


def from_page(text: str) -> bytes:
    """The packet for a message of the page; empty for one that says nothing to the explorer, or nothing at
    all."""
    try:
        sort, *values = json.loads(text)
        if sort == "stdin":
            # Half a pair of surrogates is no text.
            return packet(DATA, values[0].encode("utf-8", "replace"))
        if sort == "resize":
            columns, rows = size(values[0]["width"], values[0]["height"])
            return message(type="resize", width=columns, height=rows)
        return message(type=FOCUS[sort]) if sort in FOCUS else b""
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return b""


def size(columns: object, rows: object) -> tuple[int, int]:
    """The columns and rows that a page reports, within what a page can have. Raises ValueError."""
    sides = [int(str(side)) for side in (columns, rows)]
    return max(1, min(LARGEST_SIDE, sides[0])), max(1, min(LARGEST_SIDE, sides[1]))
