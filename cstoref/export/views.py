"""Views as JSON values, in the order in which they show what is in them.

Conflicts and citations have the form that they have in an export.
"""

from __future__ import annotations

from . import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cstoref.fact_pairs import FactPair
    from cstoref.store.changes_between import ChangesFound
    from cstoref.store.comparison import Comparison, FieldPair
    from cstoref.store.conflict_detail import ConflictDetail, Side
    from cstoref.store.matrix import Cell, Matrix, Member
    from cstoref.store.timeline import Point, Timeline


def timeline_json(timeline: Timeline) -> dict[str, Any]:
    """Points with how surely each is dated, then the terms of office."""
    return {
        "record": timeline.record.id if timeline.record else None,
        "from": timeline.since,
        "to": timeline.until,
        "as_of": timeline.day,
        "points": [_point(point) for point in timeline.points],
        "undated": [_point(point) for point in timeline.undated],
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
            for row in timeline.tenures
        ],
    }


def matrix_json(matrix: Matrix, cells: list[list[Cell]]) -> dict[str, Any]:
    """Columns in the order of time, each with a cell for each member, in the order of the members."""
    return {
        "mode": matrix.mode.id,
        "as_of": matrix.as_of,
        "members": [
            {"record": member.id, "name": member.name, "code": member.code, **total._asdict()}
            for member, total in zip(matrix.members, matrix.totals, strict=True)
        ],
        "columns": [
            {
                "record": column.id,
                "name": column.name,
                "type": column.type,
                "when": column.when,
                "place": column.place,
                **matrix.total_of(column)._asdict(),
                "cells": [_cell(member, cell) for member, cell in zip(matrix.members, of, strict=True)],
            }
            for column, of in zip(matrix.columns, cells, strict=True)
        ],
    }


def _cell(member: Member, cell: Cell) -> dict[str, Any]:
    return {
        "member": member.id,
        "state": cell.state,
        "was_member": cell.was_member,
        "beside": list(cell.beside),
        "steps": list(cell.steps),
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


def collision_json(detail: ConflictDetail) -> dict[str, Any]:
    """A conflict's line and its sides, each passage with what stands around it."""
    return {**lines.conflict(detail.conflict), "sides": [_side(side) for side in detail.sides]}


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


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The ids of the statements that stand beside each other."""
    return {
        "left": comparison.left.record.id,
        "right": comparison.right.record.id,
        "as_of": comparison.left.as_of,
        "shared": [
            {
                "record": shared.record.id,
                "name": shared.record.name,
                "when": shared.record.when,
                "left": [entry.statement.id for entry in shared.left],
                "right": [entry.statement.id for entry in shared.right],
            }
            for shared in comparison.shared
        ],
        "fields": [_field(field) for field in comparison.fields],
        "only_left": [_field(field) for field in comparison.only_left],
        "only_right": [_field(field) for field in comparison.only_right],
        "facts": [_fact_pair(pair) for pair in comparison.facts],
    }


def _fact_pair(pair: FactPair) -> dict[str, Any]:
    return {
        "label": pair.label,
        "differs": pair.differs,
        "left": lines.fact(pair.left) if pair.left else None,
        "right": lines.fact(pair.right) if pair.right else None,
    }


def _field(field: FieldPair) -> dict[str, Any]:
    return {
        "group": field.group,
        "label": field.label,
        "left": [entry.statement.id for entry in field.left],
        "right": [entry.statement.id for entry in field.right],
    }


def changes_json(found: ChangesFound) -> list[dict[str, Any]]:
    """What changed between two days, the newest first: of each change its day, what it was, its time as EDTF
    and its statement."""
    return [
        {
            "day": turn.day,
            "what": turn.what,
            "when": turn.when,
            "statement": lines.statement(found.statements[turn.number]),
        }
        for turn in found.turns
    ]
