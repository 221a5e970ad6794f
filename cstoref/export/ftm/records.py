"""Records as people, bodies, positions, events, documents and places."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref.export import plain_dates
from cstoref.export.pack_index import PackIndex, who
from cstoref.model import Record

from .entity import RECORD, Entity, EntityMaker, Given

PERSON, POSITION, ORGANIZATION, PUBLIC_BODY = "Person", "Position", "Organization", "PublicBody"
BODIES = (ORGANIZATION, PUBLIC_BODY)
LEGAL_ENTITIES = (PERSON, *BODIES)
_OF_KINDS = {
    "leader": PERSON,
    "member": PUBLIC_BODY,
    "institution": PUBLIC_BODY,
    "event": "Event",
    "agreement": "Document",
    "place": "Address",
}
_OF_TYPES = {
    "office": POSITION, "rank": POSITION, "organization": ORGANIZATION, "bloc": ORGANIZATION,
    "coalition": ORGANIZATION, "media": ORGANIZATION, "research": ORGANIZATION, "system": ORGANIZATION,
    "city": "Territory", "region": "Territory", "country": "Territory",
}  # fmt: skip
_LEVELS = {"city": "locality", "region": "adm1", "country": "country"}
_COUNTRY_CODE = "iso3166"
_WIKIDATA = "wikidata"


def schema_of(record: Record) -> str:
    """The schema for a record; a note with a name, if its kind is one of a pack's own."""
    kind = _OF_KINDS.get(record.kind)
    return "Note" if kind is None else _OF_TYPES.get(record.type, kind)


def entity(record: Record, index: PackIndex, names: EntityMaker) -> Entity:
    """One record."""
    identifiers = dict(record.identifiers)
    schema = schema_of(record)
    return names.entity(
        RECORD,
        record.id,
        schema,
        name=record.name,
        # The names are all ways to find a record, demonyms among them: they must not match entities.
        weakAlias=[name.text for name in record.names],
        summary=record.blurb,
        keywords=(record.kind, record.type),
        country=list(_countries(record, index)),
        wikidataId=identifiers.pop(_WIKIDATA, None),
        notes=[
            *(f"{scheme}: {value}" for scheme, value in identifiers.items()),
            *(f"when: {edtf}" for edtf in (record.when,) if edtf),
            *(f"layer: {layer}" for layer in (record.layer,) if layer),
        ],
        **_of_schema(schema, record, index, names),
    )


def _of_schema(schema: str, record: Record, index: PackIndex, names: EntityMaker) -> dict[str, Given]:
    """What only entities of a schema have."""
    if schema == "Event":
        return _event(record, index, names)
    if schema == PERSON:
        return {
            "position": [index.records[id].name for id in _held(record, index)],
            "deathDate": plain_dates.single(index.date_of(record.id, "died")),
        }
    if schema in BODIES:
        founded = plain_dates.single(index.date_of(record.id, "founded"))
        return {"classification": record.type, "incorporationDate": founded}
    if schema == POSITION:
        body = index.linked(record.id, "office_of")
        return {"organization": names.id(RECORD, body) if body and _is(body, BODIES, index) else None}
    if schema == "Document":
        return {"title": record.name, "date": plain_dates.single(record.when)}
    if schema == "Territory":
        return {"level": _LEVELS[record.type]}
    return {"full": record.name} if schema == "Address" else {}


def _event(record: Record, index: PackIndex, names: EntityMaker) -> dict[str, Given]:
    dates = plain_dates.of_occurrence(record.when)
    place = index.records.get(record.place or "")

    def taking_part(field: str) -> list[str]:
        ids = (id for one in index.related(record.id, field) for id in who(one))
        return names.ids(RECORD, (id for id in ids if _is(id, LEGAL_ENTITIES, index)))

    return {
        "startDate": dates.start,
        "endDate": dates.end,
        "date": plain_dates.single(record.when),
        "location": place.name if place else None,
        "involved": taking_part("attended"),
        "organizer": taking_part("convened"),
    }


def _countries(record: Record, index: PackIndex) -> Iterator[str]:
    """The codes of the states that a record is, lies in, belongs to or held office in."""
    code = dict(record.identifiers).get(_COUNTRY_CODE)
    if code:
        yield code.lower()
    beyond = [record.place, index.linked(record.id, "office_of"), *_held(record, index)]
    for id in dict.fromkeys(beyond):
        if id and id in index.records and id != record.id:
            yield from _countries(index.records[id], index)


def _held(record: Record, index: PackIndex) -> list[str]:
    """The offices of a person."""
    values = (one.value.text for one in index.related(record.id, "office") if one.value)
    return list(dict.fromkeys(id for id in values if id in index.records))


def _is(id: str, schemata: tuple[str, ...], index: PackIndex) -> bool:
    return schema_of(index.records[id]) in schemata
