"""The pack as entities of FollowTheMoney, one JSON object a line, in the model of its version 4.

Every record, source, statement, conflict and citation is one entity. A plain statement on a membership or an
office is a `Membership` or `Occupancy`; every other one is a `Note` on the records that it concerns. Each
citation is a `Documentation` between the document and what is stated. What the model has no property for
stands as `key: value` in `notes` or `description`: stance, hedge, EDTF, who says it, conflicts.
"""

from __future__ import annotations

from typing import Any, TextIO

from cstoref.export.json_document import json_of
from cstoref.export.source import PackReader

from .entities import entities


def write(pack: PackReader, out: TextIO) -> None:
    """Write every entity on a line of its own, the pack first."""
    for entity in entities(pack):
        line: dict[str, Any] = {
            "id": entity.id,
            "schema": entity.schema,
            "properties": entity.properties,
            "datasets": [entity.dataset],
        }
        out.write(json_of(line) + "\n")
