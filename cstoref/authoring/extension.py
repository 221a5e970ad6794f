"""A table with `extend = true`: what a layer adds to a record of a pack below it.

It adds names, identifiers and statements. Whatever else the record says of itself is said below, and stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cstoref.model import Name, Record

from .below import Below
from .declared import KindRule
from .problems import Problems, Spot, did_you_mean
from .schema import AuthoredExtension, AuthoredRecord
from .validation import validated

SAID_BELOW = tuple(set(AuthoredRecord.model_fields) - set(AuthoredExtension.model_fields))
"""Keys of a record that an extension must not have."""


def extension(
    table: Mapping[str, Any], rule: KindRule, below: Below, spot: Spot, problems: Problems
) -> AuthoredExtension | None:
    """What a table adds to a record below, or None with every problem noted."""
    if not below:
        message = 'this pack extends no other; write `extends = "csto"` into data/pack.toml, or leave it out'
        problems.add(spot.at("extend"), message)
        return None
    said = [key for key in table if key in SAID_BELOW]
    for key in said:
        problems.add(
            spot.at(key), "leave it out: the record below has it, and a layer adds names, identifiers and "
            "statements only",
        )  # fmt: skip
    written = validated(
        AuthoredExtension, {key: part for key, part in table.items() if key not in said}, spot, problems
    )
    return written if written and _is_there(written.id, rule, below, spot, problems) else None


def _is_there(id: str, rule: KindRule, below: Below, spot: Spot, problems: Problems) -> bool:
    record = below.records.get(id)
    if record is None or not below.sees(record.layer):
        near = below.absent(id) or did_you_mean(id, below.records)
        problems.add(spot.at("id"), f'no record "{id}" below this layer{near}')
        return False
    if record.kind != rule.kind.id:
        kind = below.declared.kinds[record.kind].kind
        problems.add(spot, f'"{id}" is a {kind.id}; write [[{kind.id}]] into data/{kind.plural}.toml')
        return False
    return True


def extended_record(
    record: Record, written: AuthoredExtension, layer: str | None, spot: Spot, problems: Problems
) -> Record:
    """The record with the names and identifiers that a layer adds. One that it has already stays as it is."""
    there = {name.text for name in record.names} | {record.name}
    names = (Name(name.text, name.lang, name.note, layer) for name in written.names if name.text not in there)
    known = dict(record.identifiers)
    for scheme, value in written.identifiers.items():
        if known.get(scheme, value) != value:
            message = f'it is "{known[scheme]}" below; a layer adds to it and never changes it'
            problems.add(spot.at(f"identifiers.{scheme}", "identifiers", scheme), message)
    return record._replace(
        names=(*record.names, *names), identifiers=tuple((dict(written.identifiers) | known).items())
    )
