"""What an object of Popolo may have, by <https://www.popoloproject.com/specs/>, as JSON Schemas.

Written for this test after the specification. Stricter than its own schemas in one point: a property must be
one of Popolo's or one of ours, so that a misspelt one is found. `POPOLO_SCHEMAS=FOLDER` has the test also use
the specification's own schemas from a folder (`schemas/` of its repository).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft3Validator, Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

Schema = dict[str, Any]
TEXT: Schema = {"type": ["string", "null"]}
DAY: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}


def _object(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


TEXTS = _list({"type": "string"})
ADDRESS: Schema = {"type": "string", "pattern": r"^[a-z]+:\S+$"}
OTHER_NAMES = _list(_object(("name",), name={"type": "string"}, note=TEXT, lang=TEXT))
IDENTIFIERS = _list(_object(("identifier",), identifier={"type": "string"}, scheme=TEXT))
OFFSET: Schema = {"type": ["integer", "null"]}
LINKS = _list(
    _object(
        ("url",), url=ADDRESS, note=TEXT, document=TEXT, quote=TEXT, start=OFFSET, end=OFFSET, says=TEXT,
        remark=TEXT, confirms=TEXT,
    )
)  # fmt: skip
PERSON = _object(("id", "name"), id={"type": "string"}, name=TEXT)
ORGANIZATION = _object(("id", "name"), **{"id": {"type": "string"}, "name": TEXT, "@type": TEXT})
COMMON = {
    "id": {"type": "string"},
    "name": TEXT,
    "other_names": OTHER_NAMES,
    "identifiers": IDENTIFIERS,
    "sources": LINKS,
    "statements": TEXTS,
    "layer": TEXT,
}
SHAPES: dict[str, Schema] = {
    "persons": _object(("id", "name"), **COMMON, summary=TEXT, death_date=DAY, death_date_edtf=TEXT),
    "organizations": _object(
        ("id", "name"), **COMMON, classification=TEXT, abstract=TEXT, parent_id=TEXT, area_id=TEXT,
        founding_date=DAY, founding_date_edtf=TEXT,
    ),
    "posts": _object(
        ("id", "label"), **COMMON, label=TEXT, other_label=TEXTS, role=TEXT, organization_id=TEXT,
    ),
    "memberships": _object(
        ("id", "organization_id"), id={"type": "string"}, label=TEXT, role=TEXT, person_id=TEXT,
        member=ORGANIZATION, organization_id=TEXT, post_id=TEXT, start_date=DAY, end_date=DAY, attested=DAY,
        edtf=TEXT, confirmed=TEXT, stance=TEXT, hedge=TEXT, grounding=TEXT, grade=TEXT, layer=TEXT,
        conflicts=TEXTS, sources=LINKS,
    ),
    "events": _object(
        ("id", "name"), **COMMON, classification=TEXT, description=TEXT, start_date=DAY, end_date=DAY,
        edtf=TEXT, location=TEXT, area_id=TEXT, parent_id=TEXT, organization_id=TEXT,
        attendees=_list(PERSON),
    ),
    "areas": _object(
        ("id", "name"), **COMMON, classification=TEXT, identifier=TEXT, description=TEXT, parent_id=TEXT,
    ),
}  # fmt: skip
"""The lists of the file with what their objects may have."""
_OWN = {
    "persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership",
    "events": "event", "areas": "area",
}  # fmt: skip


def faults(name: str, objects: list[Any]) -> Iterator[str]:
    """What is wrong with the objects of one list."""
    validators: list[Any] = [Draft202012Validator(SHAPES[name])]
    folder = os.environ.get("POPOLO_SCHEMAS")
    if folder:
        validators.append(_original(Path(folder), _OWN[name]))
    for validator in validators:
        for one in objects:
            yield from (f"{one['id']}: {error.message}" for error in validator.iter_errors(one))


def _original(folder: Path, name: str) -> Any:
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    registry: Any = Registry().with_resources(
        (address, Resource(contents=schema, specification=DRAFT3))
        for schema in schemas
        for address in (schema["id"], schema["id"].rstrip("#"))
    )
    [schema] = [one for one in schemas if one["id"].endswith(f"/{name}.json#")]
    return Draft3Validator(schema, registry=registry)
