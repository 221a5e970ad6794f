"""The ids that a pack uses, read without checking the pack: it may have faults while it is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .files import Files
from .load import load_vocabulary
from .problems import Problems


def source_tables(root: Path) -> list[dict[str, Any]]:
    """The tables of `data/sources.toml`, in order. Raises PackError where the file cannot be read."""
    return list(_tables(root, "sources.toml", "source"))


def known_ids(root: Path) -> Iterator[str]:
    """The ids of all sources and records. Raises PackError where a file cannot be read."""
    files = {"sources.toml": "source"}
    for kind in load_vocabulary(root).kinds.values():
        files[f"{kind.kind.plural}.toml"] = kind.kind.id
    for name, key in files.items():
        for table in _tables(root, name, key):
            if isinstance(table.get("id"), str):
                yield table["id"]


def _tables(root: Path, name: str, key: str) -> Iterator[dict[str, Any]]:
    problems = Problems(root)
    files = Files(root, problems)
    content = files.toml(name) if files.has(name) else {}
    problems.raise_if_any()
    tables = content.get(key, []) if content else []
    for table in tables if isinstance(tables, list) else []:
        yield table if isinstance(table, dict) else {}
