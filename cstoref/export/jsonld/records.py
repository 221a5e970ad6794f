"""Records as things of schema.org, with what plain statements say of them in its own properties."""

from __future__ import annotations

import re

from cstoref.export import iris, plain_dates
from cstoref.export.pack_index import PackIndex, who
from cstoref.model import Name, Record, Statement

from .documents import address
from .nodes import Node, all_named, known, named

_CLASSES: dict[str, str | list[str]] = {
    "leader": "Person",
    # A state is a place, and it joins and attends as a body does.
    "member": ["Country", "Organization"],
    "institution": "Organization",
    "event": "Event",
    "agreement": "Legislation",
    "place": "Place",
}
_OF_TYPES = {
    "office": "Occupation", "rank": "Occupation", "media": "NewsMediaOrganization",
    "research": "ResearchOrganization", "government": "GovernmentOrganization",
    "plan": "CreativeWork", "programme": "CreativeWork", "proposal": "CreativeWork", "project": "Project",
    "city": "City", "region": "AdministrativeArea", "country": "Country",
}  # fmt: skip
"""Types of records that have a closer class than their kind."""
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")


def node(record: Record, index: PackIndex) -> Node:
    """One record."""
    return known(
        {
            "@id": named(iris.RECORD, record.id),
            "@type": class_of(record),
            "kind": record.kind,
            "recordType": record.type,
            "name": record.name,
            "alternateName": [_name(name) for name in record.names],
            "description": record.blurb,
            "identifier": [
                {"@type": "PropertyValue", "propertyID": scheme, "value": value}
                for scheme, value in record.identifiers
            ],
            "sameAs": [
                address(f"{url}{value}")
                for scheme, value in record.identifiers
                if (url := index.pack.schemes[scheme].url)
            ],
            "when": record.when,
            "location": _one(record.place or index.linked(record.id, "seat")),
            "layer": record.layer,
            **_of_class(record, index),
            "memberOf": [
                _role(one, index, "OrganizationRole", "memberOf")
                for field in ("membership", "observer")
                for one in index.related(record.id, field)
                if _has_value(one, index)
            ],
            "hasOccupation": [
                _role(one, index, "Role", "hasOccupation")
                for one in index.related(record.id, "office")
                if _has_value(one, index)
            ],
        }
    )


def class_of(record: Record) -> str | list[str]:
    """The class of schema.org for a record; a thing, if its kind is one of a pack's own."""
    kind = _CLASSES.get(record.kind)
    return "Thing" if kind is None else _OF_TYPES.get(record.type, kind)


def _of_class(record: Record, index: PackIndex) -> Node:
    """What only an event, an agreement, a person or a body has."""
    parent = _one(index.linked(record.id, "part_of"))
    if record.kind == "event":
        dates = plain_dates.of_occurrence(record.when)
        attended = (id for one in index.related(record.id, "attended") for id in who(one))
        convened = (id for one in index.related(record.id, "convened") for id in who(one))
        return {
            "startDate": dates.start,
            "endDate": dates.end,
            "superEvent": parent,
            "attendee": all_named(iris.RECORD, dict.fromkeys(attended)),
            "organizer": all_named(iris.RECORD, dict.fromkeys(convened)),
        }
    if record.kind == "agreement":
        return {"dateCreated": plain_dates.single(record.when)}
    died, founded = (index.date_of(record.id, field) for field in ("died", "founded"))
    return {
        "deathDate": plain_dates.single(died),
        "deathWhen": died,
        "foundingDate": plain_dates.single(founded),
        "foundingWhen": founded,
        "parentOrganization": parent if record.kind == "institution" else None,
    }


def _name(name: Name) -> str | Node:
    if name.lang and _LANGUAGE.fullmatch(name.lang):
        return {"@language": name.lang, "@value": name.text}
    return name.text


def _one(id: str | None) -> str | None:
    return named(iris.RECORD, id) if id else None


def _has_value(statement: Statement, index: PackIndex) -> bool:
    return bool(statement.value and statement.value.text in index.records)


def _role(statement: Statement, index: PackIndex, role: str, of: str) -> Node:
    """A membership or term of office: in schema.org a role stands between the two, with the same property."""
    assert statement.value and statement.value.text
    dates = plain_dates.of_state(statement.when)
    return known(
        {
            "@type": role,
            of: named(iris.RECORD, statement.value.text),
            "roleName": index.pack.fields[statement.field].label,
            "startDate": dates.start,
            "endDate": dates.end,
            "when": statement.when,
            "confirmed": statement.confirmed,
            "subjectOf": named(iris.STATEMENT, statement.id),
        }
    )
