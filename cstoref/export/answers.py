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
    from cstoref.store.search.answers import Answer
    from cstoref.store.search.exact import Hit
    from cstoref.store.search.outcome import Outcome
    from cstoref.store.search.results import SearchResult
    from cstoref.store.statement_reader import StatementRow

CARD = "card"
WITH_HITS = (CARD, "ambiguous", "found")
"""What words come to where records are listed; else these are the closest names."""
NO_CARD: dict[str, Any] = {
    "record": None,
    "headline": None,
    "as_of": None,
    "membership": None,
    "facts": [],
    "statements": [],
}
"""The keys of a card, where the words of a look-up come to none."""


def found_json(found: SearchResult) -> dict[str, Any]:
    """What came of a search; `spans` are the parts of `name` that match, as start and end."""
    return {
        "query": found.query,
        "status": found.status,
        "hits": [_hit(rank, hit) for rank, hit in enumerate(found.hits, 1)],
        "suggestions": [_suggestion(hit) for hit in found.suggestions],
    }


def look_up_json(
    read: Outcome, rows: Mapping[int, StatementRow], card: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What the words of a look-up come to. Every key is there, whatever it is: those of a card are null or
    empty where there is none. `rows` are the statements of an answer, `card` is that of `page_json`."""
    shown = read.status in WITH_HITS
    return {
        **answer_json(read, rows),
        "hits": [_hit(rank, hit) for rank, hit in enumerate(read.hits, 1)] if shown else [],
        "suggestions": [] if shown else [_suggestion(hit) for hit in read.hits],
        **(card or NO_CARD),
    }


def answer_json(read: Outcome, rows: Mapping[int, StatementRow]) -> dict[str, Any]:
    """How a look-up was understood, and its answer: a message, and the records with the statements that
    answer, the best first."""
    answer = read.answer
    return {
        **reading_json(read),
        "answered": read.status == CARD or bool(answer and answer.complete),
        "message": (answer.message if answer else None) or None,
        "answers": _answers(answer, rows) if answer and read.status != CARD else [],
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


def _answers(answer: Answer, rows: Mapping[int, StatementRow]) -> list[dict[str, Any]]:
    """The records with the statements that answer, the best first."""
    return [
        {
            "rank": rank,
            "record": item.record,
            "note": item.note or None,
            "summary": item.summary or None,
            "facts": [lines.fact(fact) for fact in item.facts],
            "statements": [
                {**lines.statement(rows[number].statement), "conflicts": rows[number].conflicts}
                for number in item.statements
                if number in rows
            ],
        }
        for rank, item in enumerate(answer.items, 1)
    ]


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
