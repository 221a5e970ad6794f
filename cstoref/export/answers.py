"""Answers as JSON values.

Records and statements have the form that they have in an export; views have theirs in `cstoref.export.views`.
"""

from __future__ import annotations

from cstoref.export import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from cstoref.store.office_coverage import OfficeCoverage
    from cstoref.store.pages import Page
    from cstoref.store.queries import StatementRow
    from cstoref.store.search.exact import Hit
    from cstoref.store.search.outcome import Outcome
    from cstoref.store.search.results import SearchResult


def found_json(found: SearchResult) -> dict[str, Any]:
    """What came of a search; `spans` are the parts of `name` that match, as start and end."""
    return {
        "query": found.query,
        "status": found.status,
        "hits": [_hit(rank, hit) for rank, hit in enumerate(found.hits, 1)],
        "suggestions": [_suggestion(hit) for hit in found.suggestions],
    }


def reading_json(read: Outcome) -> dict[str, Any]:
    """How a look-up was understood; `why` says why it is not certain."""
    return {
        "query": read.query,
        "status": read.status,
        "read_as": read.read_as or None,
        "certain": read.certain,
        "why": read.why or None,
        "left_out": list(read.unknown),
    }


def answer_json(read: Outcome, rows: Mapping[int, StatementRow]) -> dict[str, Any]:
    """An answer: its message, and the records with the statements that answer, the best first."""
    answer = read.answer
    assert answer is not None
    return {
        **reading_json(read),
        "hits": [],
        "answered": answer.complete,
        "message": answer.message or None,
        "answers": [
            {
                "rank": rank,
                "record": item.record,
                "note": item.note or None,
                "summary": item.summary or None,
                "statements": [
                    {**lines.statement(rows[number].statement), "conflicts": rows[number].conflicts}
                    for number in item.statements
                ],
            }
            for rank, item in enumerate(answer.items, 1)
        ],
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
        "facts": [lines.fact(fact) for fact in page.facts],
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
