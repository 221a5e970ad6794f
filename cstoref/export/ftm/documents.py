"""Sources, and the pack itself, as documents."""

from __future__ import annotations

from cstoref.export import plain_dates, usage
from cstoref.export.lines import SCHEMA
from cstoref.model import Edition, Source

from .entity import DOCUMENT, PACK, Entity, EntityMaker
from .languages import three_letters

_ARTICLES = ("agency", "press", "copy")
"""The classes of sources that are pieces of media."""


def pack(edition: Edition, names: EntityMaker) -> Entity:
    """What the file is and how it may be used."""
    return names.entity(
        PACK,
        "",
        "Document",
        name=edition.title,
        title=edition.title,
        summary=edition.description,
        language=three_letters(edition.language),
        notes=(
            usage.terms(edition),
            f"edition: {edition.edition}",
            f"checked_until: {edition.checked_until}",
            f"schema: {SCHEMA}",
        ),
    )


def document(source: Source, names: EntityMaker) -> Entity:
    """One source, without its text."""
    return names.entity(
        DOCUMENT,
        source.id,
        "Article" if source.type in _ARTICLES else "Document",
        name=source.title,
        title=source.title,
        author=[author.name for author in source.authors],
        publisher=source.publisher,
        publishedAt=plain_dates.single(source.issued),
        retrievedAt=source.read,
        language=three_letters(source.language),
        sourceUrl=source.url,
        keywords=source.type,
        notes=list(_notes(source)),
    )


def _notes(source: Source) -> list[str]:
    """What documents have no property for."""
    told = {
        "issued": source.issued,
        "issued_basis": source.issued_basis,
        "container": source.container,
        "volume": source.volume,
        "issue": source.issue,
        "copy_of": source.copy_of,
        "language": source.language,
        "sha256": source.sha256,
        "note": source.note,
        "layer": source.layer,
    }
    return [f"{name}: {value}" for name, value in told.items() if value]
