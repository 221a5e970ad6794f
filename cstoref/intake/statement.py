"""Writes a statement into a pack, below its record, once the pack with it has passed what `verify` checks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cstoref.authoring.findings import Finding
from cstoref.authoring.ids import statement_id
from cstoref.authoring.known_ids import record_tables
from cstoref.authoring.lint import review
from cstoref.authoring.load import load_stack
from cstoref.authoring.problems import LocatedPackError, Problem
from cstoref.authoring.toml.toml_edit import Insertion, with_subtable, with_table
from cstoref.model import Record
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

from .change import Addition, NewFile, PackChange, text_of, write
from .draft import Draft, Wrong, written

WHO = "{who}"


class WrittenStatement(NamedTuple):
    """A statement that was written."""

    ids: tuple[str, ...]
    file: str
    line: int
    findings: tuple[Finding, ...]
    """What `verify` will list about it for a person to look at."""


class PreparedStatement(NamedTuple):
    """A statement that is checked and can be written."""

    ids: tuple[str, ...]
    change: PackChange
    findings: tuple[Finding, ...]


def state(store: Store, folders: Sequence[Path], draft: Draft, user: UserData) -> WrittenStatement:
    """Check a statement and write it into the topmost pack. Raises UserError with what is wrong; then nothing
    is written."""
    prepared = prepare(store, folders, draft)
    write(folders[-1], prepared.change, user)
    ((file, text),) = prepared.change.overlay.items()
    # What was added ends with the table; in a new file nothing else follows it.
    end = len(text)
    for addition in prepared.change.added:
        end = addition.steps[-1].start + len(addition.steps[-1].added)
    line = text.count("\n", 0, text.rindex("\n[[", 0, end) + 1) + 1
    return WrittenStatement(prepared.ids, file, line, prepared.findings)


def prepare(store: Store, folders: Sequence[Path], draft: Draft) -> PreparedStatement:
    """Check a statement as `verify` would, without writing it. Raises UserError with what is wrong."""
    subject, table = written(store, draft)
    record = store.record(subject)
    assert record is not None
    if "key" not in table and any(store.statement(id) for id in _ids(store, subject, table)):
        table = _with_key(table, _free_key(store, subject, table, draft))
    ids = _ids(store, subject, table)
    change = _change(folders[-1], store, record, table, ids)
    findings = checked(folders, change, set(ids))
    return PreparedStatement(ids, change, findings)


def _with_key(table: dict[str, Any], key: str) -> dict[str, Any]:
    """The table with a key, behind the field, where people write it."""
    return {"field": table["field"], "key": key, **{k: v for k, v in table.items() if k != "field"}}


def _ids(store: Store, subject: str, table: dict[str, Any]) -> tuple[str, ...]:
    """The ids of the statements that a table makes: one for each who where {who} stands in the text."""
    who = table.get("who", [])
    who = [who] if isinstance(who, str) else who
    value = table.get("value") if store.fields[table["field"]].value == "record" else None
    each = [[one] for one in who] if WHO in table["text"] and who else [who]
    return tuple(statement_id(subject, table["field"], one, value, table.get("key")) for one in each)


def _free_key(store: Store, subject: str, table: dict[str, Any], draft: Draft) -> str:
    """A key that tells a statement from those of the same words: the source, and a number where need be."""
    number, key = 1, draft.passage.source
    while any(store.statement(id) for id in _ids(store, subject, {**table, "key": key})):
        number += 1
        key = f"{draft.passage.source}-{number}"
    return key


def _change(
    root: Path, store: Store, record: Record, table: dict[str, Any], ids: tuple[str, ...]
) -> PackChange:
    """What is to be written: the statement below its record, or below an extension of one that another pack
    has."""
    kind = store.kinds[record.kind]
    file = f"data/{kind.plural}.toml"
    before = text_of(root, file)
    numbers = [
        at for at, one in enumerate(record_tables(root, kind.plural, kind.id)) if one.get("id") == record.id
    ]
    steps: list[Insertion] = []
    number = numbers[0] if numbers else -1
    if not numbers:
        number = len(record_tables(root, kind.plural, kind.id))
        steps.append(with_table(before, kind.id, {"id": record.id, "extend": True}, file))
    text = steps[-1].text if steps else before
    steps.append(with_subtable(text, (kind.id, number, "statement"), table, file))
    what = f"stated {', '.join(ids)}"
    if not before:
        return PackChange(what, made=(NewFile(file, steps[-1].text.lstrip("\n")),))
    return PackChange(what, added=(Addition(file, before, tuple(steps)),))


def checked(folders: Sequence[Path], change: PackChange, ids: set[str]) -> tuple[Finding, ...]:
    """What `verify` would list about new statements or records. Raises Wrong with the problems that it would
    have and has not now, PackError where the pack has problems already."""
    try:
        pack = load_stack(folders, change.overlay).pack
    except LocatedPackError as error:
        known = _problems_now(folders)
        new = [problem for problem in error.located if _of(problem) not in known]
        if not new:
            raise
        messages = dict.fromkeys(problem.message for problem in new)
        raise Wrong(*_first(new[0].spot.path, "; ".join(messages))) from None
    findings = review(pack, ids)
    return tuple(f for f in findings if f.about in ids or ids.intersection(f.statements))


def _problems_now(folders: Sequence[Path]) -> set[tuple[str, str, str]]:
    """The problems of the pack as it is."""
    try:
        load_stack(folders)
    except LocatedPackError as error:
        return set(map(_of, error.located))
    return set()


def _of(problem: Problem) -> tuple[str, str, str]:
    """What tells a problem from others, whatever line it is in by now."""
    return problem.spot.file, problem.spot.record, problem.message


def _first(path: tuple[str | int, ...], message: str) -> tuple[str, str]:
    """The entry that a problem is about."""
    keys = [part for part in path if isinstance(part, str)]
    return ("quote" if "cite" in keys else keys[-1] if keys else "text"), message
