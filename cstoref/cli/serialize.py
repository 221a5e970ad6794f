"""Answers as JSON values.

Records, statements and conflicts have the form that they have in an export; a view keeps its own order.
"""

from __future__ import annotations

from cstoref.export import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from cstoref.store.comparison import Comparison, FieldPair
    from cstoref.store.conflict_detail import ConflictDetail, Side
    from cstoref.store.matrix import Cell, Matrix, Member
    from cstoref.store.office_coverage import OfficeCoverage
    from cstoref.store.pages import Page
    from cstoref.store.search.exact import Hit
    from cstoref.store.search.results import SearchResult
    from cstoref.store.timeline import Point, Timeline


def found_json(found: SearchResult) -> dict[str, Any]:
    """What came of a search; `spans` are the parts of `name` that match, as start and end."""
    return {
        "query": found.query,
        "status": found.status,
        "hits": [_hit(rank, hit) for rank, hit in enumerate(found.hits, 1)],
        "suggestions": [_suggestion(hit) for hit in found.suggestions],
    }


def _hit(rank: int, hit: Hit) -> dict[str, Any]:
    return {
        "rank": rank,
        "record": hit.record,
        "kind": hit.kind,
        "name": hit.name,
        "why": hit.why,
        "matched": hit.matched,
        "statement": hit.statement,
        "source": hit.source,
        "start": hit.start,
        "end": hit.end,
        "spans": [list(span) for span in hit.spans],
    }


def _suggestion(hit: Hit) -> dict[str, Any]:
    return {"record": hit.record, "name": hit.name, "why": hit.why, "statement": hit.statement}


def page_json(page: Page, conflicts: Mapping[str, list[str]]) -> dict[str, Any]:
    """A record's line, its facts and the lines of its statements, in one object; `conflicts` are the ids of
    the conflicts that name each statement."""
    return {
        "record": lines.record(page.record),
        "headline": page.headline,
        "as_of": page.as_of,
        "membership": page.membership or None,
        "facts": [
            {
                "id": fact.id,
                "label": fact.label,
                "text": fact.text,
                "statements": list(fact.statements),
                "in_conflict": bool(fact.conflicts),
                "known": not fact.missing,
            }
            for fact in page.facts
        ],
        "statements": [
            {
                **lines.statement(entry.statement),
                "held": entry.held or None,
                "part": entry.part,
                "in_conflict": bool(entry.conflicts),
                "conflicts": conflicts.get(entry.statement.id, []),
            }
            for entry in page.entries
        ],
    }


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


def matrix_json(found: Matrix, cells: list[list[Cell]]) -> dict[str, Any]:
    """Columns in the order of time, each with a cell for each member, in the order of the members."""
    return {
        "mode": found.mode.id,
        "as_of": found.as_of,
        "members": [
            {"record": member.id, "name": member.name, "code": member.code, **total._asdict()}
            for member, total in zip(found.members, found.totals, strict=True)
        ],
        "columns": [
            {
                "record": column.id,
                "name": column.name,
                "type": column.type,
                "when": column.when,
                "place": column.place,
                **found.total_of(column)._asdict(),
                "cells": [_cell(member, cell) for member, cell in zip(found.members, of, strict=True)],
            }
            for column, of in zip(found.columns, cells, strict=True)
        ],
    }


def _cell(member: Member, cell: Cell) -> dict[str, Any]:
    return {
        "member": member.id,
        "state": cell.state,
        "was_member": cell.was_member,
        "beside": list(cell.beside),
        "steps": ["signed" if step else "refused" for step in cell.steps],
        "values": [value._asdict() for value in cell.values],
        "statements": list(cell.statements),
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


def collision_json(found: ConflictDetail) -> dict[str, Any]:
    """A conflict's line and its sides, each passage with what stands around it."""
    return {**lines.conflict(found.conflict), "sides": [_side(side) for side in found.sides]}


def _side(side: Side) -> dict[str, Any]:
    return {
        "title": side.title,
        "citation": lines.citation(side.citation) if side.citation else None,
        "before": side.before,
        "passage": side.passage,
        "after": side.after,
        "statements": [statement.id for statement in side.statements],
        "record": side.record,
    }


def comparison_json(found: Comparison) -> dict[str, Any]:
    """The ids of the statements that stand beside each other."""
    return {
        "left": found.left.record.id,
        "right": found.right.record.id,
        "as_of": found.left.as_of,
        "shared": [
            {
                "record": shared.record.id,
                "name": shared.record.name,
                "when": shared.record.when,
                "left": [entry.statement.id for entry in shared.left],
                "right": [entry.statement.id for entry in shared.right],
            }
            for shared in found.shared
        ],
        "fields": [_field(field) for field in found.fields],
        "only_left": [_field(field) for field in found.only_left],
        "only_right": [_field(field) for field in found.only_right],
    }


def _field(field: FieldPair) -> dict[str, Any]:
    return {
        "group": field.group,
        "label": field.label,
        "left": [entry.statement.id for entry in field.left],
        "right": [entry.statement.id for entry in field.right],
    }


def office_coverage_json(found: OfficeCoverage) -> dict[str, Any]:
    """For every state and office each year: `known` is whole, part, last-known, nothing or outside."""
    return {
        "years": [found.first, found.last] if found.rows else [],
        "rows": [
            {
                "state": row.state,
                "name": row.name,
                "post": row.post,
                "label": row.label,
                "offices": list(row.offices),
                "cells": [
                    {"year": cell.year, "known": cell.known, "statements": list(cell.statements)}
                    for cell in row.cells
                ],
            }
            for row in found.rows
        ],
        "shares": [share._asdict() for share in found.shares],
    }
