"""The same entities in the statement form of FollowTheMoney: one value of one property a line.

`origin` is the id of the statement, record, source or conflict of the pack that the value comes from.
"""

from __future__ import annotations

from typing import TextIO

from cstoref.export.json_document import json_of
from cstoref.export.source import PackReader

from .entities import entities


def write(pack: PackReader, out: TextIO) -> None:
    """Write every value on a line of its own, those of an entity together."""
    for entity in entities(pack):
        for name, values in entity.properties.items():
            for value in values:
                # Keys that are the same in every line, and those that readers work out, are left out.
                line = {
                    "canonical_id": entity.id,
                    "entity_id": entity.id,
                    "prop": name,
                    "schema": entity.schema,
                    "value": value,
                    "dataset": entity.dataset,
                    "origin": entity.origin,
                }
                out.write(json_of(line) + "\n")
