"""Gives texts of a pack what a program can give them: the hash that is missing, and plain line feeds.

A text whose words were changed is never accepted: that its hash does not fit says so, and a person decides.
`data/sources.toml` is edited, not written anew: its comments, order and blanks stay.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from cstoref import output_file
from cstoref.authoring.toml.file_lines import lines_of
from cstoref.authoring.toml.toml_edit import with_keys

from .files import Files
from .problems import Problems
from .text_faults import document
from .value_types import ID

FILE = "data/sources.toml"


def accept_texts(root: Path) -> list[str]:
    """Add missing hashes and restore line endings; a sentence for each text that was changed or hashed.

    Raises PackError where `data/sources.toml` cannot be read, and UserError where a file cannot be written.
    """
    problems = Problems(root)
    content = Files(root, problems).toml("sources.toml")
    problems.raise_if_any()
    path = root / FILE
    before = path.read_bytes().decode("utf-8")
    written, done = before, []
    for number, table in enumerate(_tables(content)):
        raw = _text_of(root, table)
        if raw is None:
            continue
        plain = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        sha256, name = hashlib.sha256(plain).hexdigest(), f"corpus/{table['id']}.txt"
        old = table.get("sha256")
        if old not in (None, sha256, hashlib.sha256(raw).hexdigest()):
            continue  # its words were changed
        if plain != raw:
            _write(root / name, plain.decode())
            done.append(f"{name}: saved with plain line feeds")
        if old != sha256:
            written = _with_hash(written, number, old, sha256)
            done.append(f"{FILE}: the hash of {name} was {'added' if old is None else 'replaced'}")
    if written != before:
        _write(path, written)
    return done


def _write(path: Path, text: str) -> None:
    output_file.write(str(path), lambda out: out.write(text), force=True)


def _tables(content: Any) -> list[dict[str, Any]]:
    tables = content.get("source", []) if content else []
    return [table if isinstance(table, dict) else {} for table in tables] if isinstance(tables, list) else []


def _text_of(root: Path, table: dict[str, Any]) -> bytes | None:
    """The bytes of the text of a source, if it has one that may be accepted."""
    id = table.get("id")
    path = root / "corpus" / f"{id}.txt"
    if not isinstance(id, str) or not re.match(ID, id) or not path.is_file() or path.is_symlink():
        return None
    raw = path.read_bytes()
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if document(raw) or b"\0" in raw else raw


def _with_hash(text: str, number: int, old: str | None, sha256: str) -> str:
    """The text of `sources.toml` with the hash of one source. What else is in it stays letter for letter."""
    if old is None:
        return with_keys(text, "source", number, {"sha256": sha256}, FILE).text
    lines = text.split("\n")
    place = lines_of(text, [("source", number, "sha256")])["source", number, "sha256"] - 1
    lines[place] = lines[place].replace(old, sha256)
    return "\n".join(lines)
