"""Records as the classes of Popolo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cstoref.export import plain_dates
from cstoref.export.pack_index import PackIndex, who
from cstoref.model import Record

from . import links

Object = dict[str, Any]
POSTS = ("office", "rank")
"""The types of institutions that people hold."""
AREAS = ("place", "member")
"""The kinds of records that are areas. A state is an organization too, under the same id."""
_KNOWN_SCHEMES = ("iso3166", "wikidata")


def _person(record: Record, index: PackIndex) -> Object:
    died = index.date_of(record.id, "died")
    return {
        "summary": record.blurb,
        "death_date": plain_dates.single(died),
        "death_date_edtf": died,
    }


def _organization(record: Record, index: PackIndex) -> Object:
    founded = index.date_of(record.id, "founded")
    return {
        "classification": record.type,
        "abstract": record.blurb,
        "parent_id": _of_class("organizations", index.linked(record.id, "part_of"), index),
        "area_id": record.id if record.kind in AREAS else index.linked(record.id, "seat") or record.place,
        "founding_date": plain_dates.single(founded),
        "founding_date_edtf": founded,
    }


def _post(record: Record, index: PackIndex) -> Object:
    return {
        "label": record.name,
        "other_label": [name.text for name in record.names],
        "role": record.type,
        "organization_id": _of_class("organizations", index.linked(record.id, "office_of"), index),
    }


def _event(record: Record, index: PackIndex) -> Object:
    dates = plain_dates.of_occurrence(record.when)
    convened = (id for one in index.related(record.id, "convened") for id in who(one))
    attended = dict.fromkeys(id for one in index.related(record.id, "attended") for id in who(one))
    place = index.records.get(record.place or "")
    return {
        "classification": record.type,
        "description": record.blurb,
        "start_date": dates.start,
        "end_date": dates.end,
        "edtf": record.when,
        "location": place.name if place else None,
        "area_id": record.place,
        "parent_id": _of_class("events", index.linked(record.id, "part_of"), index),
        "organization_id": next((id for id in convened if _of_class("organizations", id, index)), None),
        # Popolo has people here; the states that attended are in `statements`.
        "attendees": [
            {"id": id, "name": index.records[id].name}
            for id in attended
            if class_of(index.records[id]) == "persons"
        ],
    }


def _area(record: Record, index: PackIndex) -> Object:
    identifiers = dict(record.identifiers)
    return {
        "classification": record.type,
        # Popolo has one identifier here; the one that most others know comes first.
        "identifier": next(
            (identifiers[one] for one in (*_KNOWN_SCHEMES, *identifiers) if one in identifiers), None
        ),
        "description": record.blurb,
        "parent_id": record.place,
    }


CLASSES = {
    "persons": _person,
    "organizations": _organization,
    "posts": _post,
    "events": _event,
    "areas": _area,
}
"""The lists of Popolo that hold records, in the order of the file, and what only their objects have."""
_OF_KINDS = {
    "leader": "persons",
    "member": "organizations",
    "institution": "organizations",
    "event": "events",
    "place": "areas",
}


def class_of(record: Record) -> str | None:
    """The list of Popolo for a record; None for agreements and the kinds that a pack declares."""
    if record.kind == "institution" and record.type in POSTS:
        return "posts"
    return _OF_KINDS.get(record.kind)


def of_class(name: str, index: PackIndex) -> Iterator[Object]:
    """The objects of one list."""
    for record in index.records.values():
        if class_of(record) == name or (name == "areas" and record.kind in AREAS):
            yield {**_common(record), **CLASSES[name](record, index), **_grounds(record, index)}


def without_class(index: PackIndex) -> Iterator[Record]:
    """The records that Popolo has no class for."""
    return (record for record in index.records.values() if class_of(record) is None)


def _common(record: Record) -> Object:
    names = [{"name": name.text, "note": name.note, "lang": name.lang} for name in record.names]
    identifiers = [{"scheme": scheme, "identifier": value} for scheme, value in record.identifiers]
    return {
        "id": record.id,
        "name": record.name,
        "other_names": names,
        "identifiers": identifiers,
        "layer": record.layer,
    }


def _grounds(record: Record, index: PackIndex) -> Object:
    """The documents that statements on a record cite, and the ids of all statements that concern it."""
    pack = index.pack.edition.id
    return {
        "sources": [links.document(source, pack) for source in index.cited_for(record.id)],
        "statements": index.concerning(record.id),
    }


def _of_class(name: str, id: str | None, index: PackIndex) -> str | None:
    """An id if it is that of an object in a list."""
    record = index.records.get(id or "")
    return id if record and class_of(record) == name else None
