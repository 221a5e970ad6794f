"""Views as JSON, in the order in which they show what is in them."""

from __future__ import annotations

from typing import Any

from cstoref.store.timeline import Point, Timeline


def timeline_json(found: Timeline) -> dict[str, Any]:
    """Points with how surely each is dated, then the terms of office."""
    return {
        "record": found.record.id if found.record else None,
        "from": found.since,
        "to": found.until,
        "as_of": found.day,
        "points": [_point(point) for point in found.points],
        "undated": [_point(point) for point in found.undated],
        "tenures": [
            {
                "of": row.of,
                "label": row.label,
                "terms": [
                    {
                        "holder": term.holder,
                        "name": term.name,
                        "office": term.office,
                        "when": term.when,
                        "statements": list(term.statements),
                    }
                    for term in row.terms
                ],
            }
            for row in found.tenures
        ],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "record": point.id,
        "kind": point.kind,
        "type": point.type,
        "name": point.name,
        "when": point.when,
        "date": point.sureness or None,
        "place": point.place,
        "statements": point.statements,
    }
