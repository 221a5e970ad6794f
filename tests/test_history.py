"""Every id that was ever published still opens: the history of `data/` is walked, and each id is looked up.

Skipped where there is no history (an sdist, a shallow clone). The slow part is parsing: a version of a file
is cut into its tables, and each table is parsed once, in however many versions it stood.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
import tomli

from cstoref.authoring.ids import statement_id
from cstoref.authoring.load import load_vocabulary
from cstoref.store.queries import Store
from cstoref.store.references import resolve

ROOT = Path(__file__).parent.parent
DECLARED = load_vocabulary(ROOT)
KIND_OF_FILE = {f"{rule.kind.plural}.toml": rule.kind.id for rule in DECLARED.kinds.values()}
OTHERS = {"sources.toml": "source", "conflicts.toml": "conflict"}
"""The files whose tables have ids and no statements."""


def git(*words: str, given: str = "") -> bytes:
    return subprocess.run(
        ["git", "-C", str(ROOT), *words], input=given.encode(), capture_output=True, check=True
    ).stdout


def has_history() -> bool:
    try:
        top = git("rev-parse", "--show-toplevel").decode().strip()
        shallow = git("rev-parse", "--is-shallow-repository").decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return False
    return Path(top).resolve() == ROOT.resolve() and shallow == "false"


def versions() -> Iterator[tuple[str, str]]:
    """The name and the blob of every version of a file of `data/` in the history of HEAD."""
    seen = set()
    for commit in git("log", "--format=%H", "HEAD", "--", "data").decode().split():
        for entry in git("ls-tree", commit, "data/").decode().splitlines():
            about, _, path = entry.partition("\t")
            version = (Path(path).name, about.split()[2])
            if version not in seen:
                seen.add(version)
                yield version


def contents(blobs: Sequence[str]) -> Iterator[str]:
    """The text of each blob, in the order given."""
    out = git("cat-file", "--batch", given="\n".join(blobs) + "\n")
    at = 0
    for _ in blobs:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[2])
        yield out[end + 1 : end + 1 + size].decode()
        at = end + 1 + size + 1


def ids_in(name: str, text: str) -> set[str]:
    """Every id that a version of a file gave to something."""
    kind = KIND_OF_FILE.get(name) or OTHERS.get(name)
    if not kind:
        return set()
    head, *tables = re.split(rf"^(?=\[\[{kind}\]\])", text, flags=re.MULTILINE)
    assert f"[[{kind}" not in head
    return {id for table in tables for id in ids_of_table(kind, table)}


@cache
def ids_of_table(kind: str, text: str) -> frozenset[str]:
    """The ids in one table, with its statements."""
    [table] = tomli.loads(text)[kind]
    return frozenset((table["id"], *statement_ids(table)))


def statement_ids(table: dict[str, object]) -> Iterator[str]:
    """The ids of the statements of a record, as they are made when a pack is loaded."""
    statements = table.get("statement", [])
    assert isinstance(statements, list)
    for one in statements:
        who = one.get("who", [])
        who = [who] if isinstance(who, str) else who
        rule = DECLARED.fields.get(one["field"])
        value = one.get("value") if rule and rule.field.value == "record" else None
        for each in [[id] for id in who] if "{who}" in one["text"] else [who]:
            yield statement_id(
                str(table["id"]),
                one["field"],
                each,
                value if isinstance(value, str) else None,
                one.get("key"),
            )


def published() -> set[str]:
    found = list(versions())
    texts = contents([blob for _, blob in found])
    return {id for (name, _), text in zip(found, texts, strict=True) for id in ids_in(name, text)}


def test_ids_are_made_here_as_they_are_made_by_the_loader(builtin: Store) -> None:
    data = ROOT / "data"
    here = {
        id
        for name in (*KIND_OF_FILE, *OTHERS)
        for id in ids_in(name, (data / name).read_text(encoding="utf-8"))
    }
    loaded = {record.id for record in builtin.records()} | {s.id for s in builtin.all_statements()}
    loaded |= {source.id for source in builtin.sources()} | {c.id for c in builtin.conflicts()}
    assert here == loaded


@pytest.mark.slow
@pytest.mark.skipif(not has_history(), reason="no git history here: an sdist, or a shallow clone")
def test_every_id_that_was_ever_published_still_opens(builtin: Store) -> None:
    ids = published()
    assert len(ids) >= builtin.count("statements")
    assert [id for id in sorted(ids) if not resolve(builtin, id).sort] == []
