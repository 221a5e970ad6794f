"""What is under the cursor as JSON: one object, as the export writes it."""

from __future__ import annotations

import json

from cstoref import sanitize
from cstoref.export import lines
from cstoref.store.queries import Store

from .target import Target


def json_of(store: Store, target: Target) -> str:
    """A record, statement, source or conflict as indented JSON, safe to print."""
    line: object = None
    if listed := store.statement(target.of):
        line = lines.statement(listed.statement)
    elif record := store.record(target.of):
        line = lines.record(record)
    elif source := store.source(target.of):
        line = lines.source(source)
    elif conflict := store.conflict(target.of):
        line = lines.conflict(conflict)
    return sanitize.json(json.dumps(line, ensure_ascii=False, indent=1))
