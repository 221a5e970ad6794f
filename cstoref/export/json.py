"""The objects of `jsonl` in one JSON object, gathered by type."""

from __future__ import annotations

import json
from typing import Any, TextIO

from cstoref import sanitize

from .jsonl import objects
from .source import PackReader


def write(pack: PackReader, out: TextIO, texts: bool = False) -> None:
    """Write `{"pack": …, "sources": […], "records": […], "statements": […], "conflicts": […], …}`."""
    # All in memory, unlike `jsonl`: an object by type cannot be written before the last one is known.
    first, *rest = objects(pack, texts)
    gathered: dict[str, Any] = {"pack": first}
    for kind in ("source", "record", "statement", "conflict", "silence", "exception", "retired_id"):
        gathered[f"{kind}s"] = [value for value in rest if value["type"] == kind]
    out.write(sanitize.json(json.dumps(gathered, ensure_ascii=False, indent=1)) + "\n")
