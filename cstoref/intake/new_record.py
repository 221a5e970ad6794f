"""Makes a record of a name that stands in a text, or adds the name to a record that is there.

The whole pack is checked with it before anything is written, as for a statement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from cstoref.authoring.findings import Finding
from cstoref.authoring.known_ids import record_tables
from cstoref.authoring.load import load_vocabulary
from cstoref.authoring.problems import did_you_mean
from cstoref.authoring.toml.toml_change import with_changes
from cstoref.authoring.toml.toml_edit import with_table
from cstoref.model import Kind, Record
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

from .change import Addition, NewFile, PackChange, text_of, write
from .draft import FormEntry, Wrong, record_id
from .source_entry import slug
from .statement import checked

ENTRIES = (
    FormEntry("same", "same as", "a record here that the name is another name of; empty: a new record"),
    FormEntry("name", "name", "as readers are to see it", True),
    FormEntry("type", "type", "what it is: person, organization, city …", True),
    FormEntry("names", "also", "other names and spellings, with ; between"),
    FormEntry("blurb", "blurb", "in a few words what it is; nothing that needs a source"),
    FormEntry("id", "id", "small letters, digits and hyphens, for ever; empty: made of the name"),
)
"""The form, in the order in which it is filled in."""
SEPARATOR = ";"


class Made(NamedTuple):
    """A record that was made, or got a name."""

    id: str
    file: str
    line: int
    findings: tuple[Finding, ...]
    """What `verify` will list about it for a person to look at."""


class PreparedRecord(NamedTuple):
    """A record that is checked and can be written."""

    id: str
    change: PackChange
    findings: tuple[Finding, ...]


def types_of(folders: Sequence[Path]) -> dict[str, tuple[Kind, str]]:
    """Every type of record by what is typed for it: its name, or `event decision` where two kinds have it;
    with its kind and its name."""
    rules = load_vocabulary(*folders).kinds.values()
    every = [(rule.kind, type) for rule in rules for type in rule.types]
    names = [type for _, type in every]
    return {type if names.count(type) == 1 else f"{kind.id} {type}": (kind, type) for kind, type in every}


def make(store: Store, folders: Sequence[Path], values: Mapping[str, str], user: UserData) -> Made:
    """Check a record and write it into the topmost pack. Raises UserError with what is wrong; then nothing is
    written."""
    prepared = prepare(store, folders, values)
    write(folders[-1], prepared.change, user)
    ((file, text),) = prepared.change.overlay.items()
    added = prepared.change.added
    place = added[0].steps[-1].start + 1 if added else 0
    line = text.count("\n", 0, max(place, text.find("[[", place))) + 1
    return Made(prepared.id, file, line, prepared.findings)


def prepare(store: Store, folders: Sequence[Path], values: Mapping[str, str]) -> PreparedRecord:
    """Check a record as `verify` would, without writing it. Raises UserError with what is wrong."""
    # A keyboard may send a letter and its mark apart; files have them together.
    given = {key: " ".join(normalize("NFC", value).split()) for key, value in values.items() if value.strip()}
    if "name" not in given:
        raise Wrong("name", "is missing")
    if "same" in given:
        id, change = _named_too(store, folders[-1], given)
    else:
        id, change = _new(store, folders, given)
    return PreparedRecord(id, change, checked(folders, change, {id}))


def _new(store: Store, folders: Sequence[Path], given: Mapping[str, str]) -> tuple[str, PackChange]:
    """A record of its own, at the end of the file of its kind."""
    kind, type = _type(folders, given.get("type", ""))
    id = given.get("id") or _free_id(store, given["name"], kind.id)
    table = {
        "id": id,
        "name": given["name"],
        "type": type,
        "names": _listed(given.get("names", "")) or None,
        "blurb": given.get("blurb"),
    }
    file = f"data/{kind.plural}.toml"
    before = text_of(folders[-1], file)
    step = with_table(before, kind.id, {key: value for key, value in table.items() if value}, file)
    what = f"made the record {id}"
    if not before:
        return id, PackChange(what, made=(NewFile(file, step.text.lstrip("\n")),))
    return id, PackChange(what, added=(Addition(file, before, (step,)),))


def _named_too(store: Store, root: Path, given: Mapping[str, str]) -> tuple[str, PackChange]:
    """A record that is there with one more name: its own table, or one that extends it."""
    id = record_id(store, "same", given["same"])
    record = store.record(id)
    assert record is not None
    names = [name for name in (given["name"], *_listed(given.get("names", ""))) if not _has(record, name)]
    if not names:
        raise Wrong("name", f"{id} has this name already")
    kind = store.kinds[record.kind]
    file = f"data/{kind.plural}.toml"
    before = text_of(root, file)
    tables = record_tables(root, kind.plural, kind.id)
    number = next((at for at, one in enumerate(tables) if one.get("id") == id), -1)
    what = f"named {id} “{names[0]}” too"
    if number >= 0:
        there = tables[number].get("names", [])
        changes = {"names": [*(there if isinstance(there, list) else ()), *names]}
        steps = tuple(with_changes(before, (kind.id, number), changes, file))
        if any("#" in step.removed for step in steps):
            raise Wrong("same", f"the names of {id} in {file} have comments between; add it there by hand")
        return id, PackChange(what, added=(Addition(file, before, steps),))
    step = with_table(before, kind.id, {"id": id, "extend": True, "names": names}, file)
    if not before:
        return id, PackChange(what, made=(NewFile(file, step.text.lstrip("\n")),))
    return id, PackChange(what, added=(Addition(file, before, (step,)),))


def _type(folders: Sequence[Path], typed: str) -> tuple[Kind, str]:
    """The kind and the type that were typed. Raises Wrong."""
    if not typed:
        raise Wrong("type", "is missing")
    known = types_of(folders)
    if typed in known:
        return known[typed]
    near = [one for one in known if typed.casefold() in one.casefold()]
    if len(near) == 1 and near[0].casefold() == typed.casefold():
        return known[near[0]]
    there = f"; there is {', '.join(near[:8])}" if near else did_you_mean(typed, known)
    raise Wrong("type", f"there is no type “{typed}”{there or '; write one of ' + ', '.join(known)}")


def _free_id(store: Store, name: str, kind: str) -> str:
    """An id made of a name that nothing has yet."""
    words = slug(name) or kind
    gone = store.retired_ids()
    number, id = 1, words
    while id in gone or store.record(id) or store.source(id):
        number += 1
        id = f"{words}-{number}"
    return id


def _listed(names: str) -> list[str]:
    """Names with semicolons between, each once."""
    return list(dict.fromkeys(name.strip() for name in names.split(SEPARATOR) if name.strip()))


def _has(record: Record, name: str) -> bool:
    return name in (record.name, *(other.text for other in record.names))
