"""Answers as JSON. Records, statements and conflicts have the form they have in an export."""

from __future__ import annotations

from typing import Any

from cstoref.export import lines
from cstoref.store.pages import Page


def page_json(page: Page) -> dict[str, Any]:
    """A record's line and the lines of its statements, in one object."""
    return {
        "record": lines.record(page.record),
        "headline": page.headline,
        "as_of": page.as_of,
        "statements": [
            {
                **lines.statement(entry.statement),
                "held": entry.held or None,
                "part": entry.part,
                "conflicts": entry.conflicts,
            }
            for entry in page.entries
        ],
    }
