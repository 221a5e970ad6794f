"""The ids that a pack uses, read without checking the pack: it may have faults while it is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .files import Files
from .problems import Problems
from .stack import members


def source_tables(root: Path) -> list[dict[str, Any]]:
    """The tables of `data/sources.toml`, in order. Raises PackError where the file cannot be read."""
    return list(_tables(root, "sources.toml", "source"))


def record_tables(root: Path, plural: str, kind: str) -> list[dict[str, Any]]:
    """The tables of the records of a kind, in order. Raises PackError where the file cannot be read."""
    return list(_tables(root, f"{plural}.toml", kind))


def known_ids(root: Path) -> Iterator[str]:
    """The ids of everything in a pack and in those that it extends. Raises PackError where a file cannot be
    read."""
    for member in members([root]):
        files = Files(member.folder, problems := Problems(member.folder))
        for name in files.names():
            content = files.toml(name) or {}
            problems.raise_if_any()
            for tables in content.values():
                yield from (one["id"] for one in _dicts(tables) if isinstance(one.get("id"), str))


def _tables(root: Path, name: str, key: str) -> Iterator[dict[str, Any]]:
    problems = Problems(root)
    files = Files(root, problems)
    content = files.toml(name) if files.has(name) else {}
    problems.raise_if_any()
    yield from _dicts(content.get(key) if content else None)


def _dicts(tables: object) -> Iterator[dict[str, Any]]:
    """The tables of a list, of which what is no table counts as an empty one."""
    for table in tables if isinstance(tables, list) else []:
        yield table if isinstance(table, dict) else {}
