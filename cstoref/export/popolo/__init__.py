"""The pack as Popolo: persons, organizations, posts, memberships, events and areas in one JSON object.

Popolo has no place for who says something and how surely. A membership or an attendance stands only where a
statement says so plainly (neither denied, nor planned, nor shown to be wrong). Beside the lists of Popolo
stand `statements`, `conflicts` and `documents`, and in `records` what Popolo has no class for, all as in
JSON Lines; each object of Popolo has the ids of its statements. Readers of Popolo pass over what they do not
know.
"""

from __future__ import annotations

from typing import Any, TextIO

from cstoref.export import lines, usage
from cstoref.export.json_document import write_object
from cstoref.export.pack_index import PackIndex
from cstoref.export.source import PackReader

from . import classes, memberships


def write(pack: PackReader, out: TextIO) -> None:
    """Write `{"meta": …, "persons": […], "organizations": […], …}`."""
    index = PackIndex(pack)
    of_popolo = {name: classes.of_class(name, index) for name in classes.CLASSES}
    lists: dict[str, Any] = {
        **of_popolo,
        "memberships": memberships.memberships(index),
        "records": (lines.record(one) for one in classes.without_class(index)),
        "documents": map(lines.source, index.sources.values()),
        "statements": map(lines.statement, pack.all_statements()),
        "conflicts": map(lines.conflict, pack.conflicts()),
    }
    write_object({"meta": _meta(pack)}, lists, out)


def _meta(pack: PackReader) -> dict[str, Any]:
    edition = pack.edition
    return {
        "id": edition.id,
        "title": edition.title,
        "edition": edition.edition,
        "checked_until": edition.checked_until,
        "schema": lines.SCHEMA,
        "license": edition.licence,
        "usage": usage.terms(edition),
    }
