"""The words by which citations find their passages, as they are written: quotes, and what is around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .files import Files
from .problems import Problems

KEYS = ("quote", "before", "after")


def cited_words(root: Path) -> Iterator[tuple[str, str]]:
    """Each source that the pack in `root` cites, with words that must be found in its text. Raises PackError
    where a file cannot be read."""
    problems = Problems(root)
    files = Files(root, problems)
    for name in files.names():
        content = files.toml(name)
        problems.raise_if_any()
        yield from _cited(content)


def _cited(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for part in value:
            yield from _cited(part)
    elif isinstance(value, dict):
        source = value.get("source")
        yield from ((source, value[key]) for key in KEYS if isinstance(source, str) and key in value)
        for part in value.values():
            yield from _cited(part)
