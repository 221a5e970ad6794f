"""The first screen: what this is, what is in it, how far it can be trusted, where to begin."""

from __future__ import annotations

from collections.abc import Mapping

from cstoref import dates
from cstoref.model import Edition
from cstoref.render.text import UNICODE as MARKS
from cstoref.tui.line import READING, Line, blank, paragraph, plain


def home_lines(edition: Edition, counts: Mapping[str, int], cells: int) -> list[Line]:
    """The first screen: what this is, what is in it, how far it can be trusted, where to begin."""
    room = min(READING, cells - 1)

    def said_in(title: str, *parts: str) -> list[Line]:
        lines = [blank(), plain(title, "heading")]
        for part in parts:
            lines += paragraph(part, room, indent=2)
        return lines

    return [
        *paragraph(edition.title, room, "title"),
        *paragraph(edition.description, room),
        *said_in(
            "What it rests on",
            f"{counts['statements']:,} statements from {counts['sources']:,} sources; "
            f"{counts['quotes']:,} quotes that stand in their texts word for word; "
            f"{counts['conflicts']:,} conflicts among them.",
            f"Edition {edition.edition}, checked until {dates.spoken(edition.checked_until)}. "
            f"{edition.licence}.",
        ),
        *said_in(
            "Where to begin",
            "Type a name, a country, a role or a few words: belarus, лукашенко, kazakh defence "
            "minister, dairy ban. Enter opens what is marked. F1 shows every key.",
        ),
        *said_in(
            "Marks",
            f"{MARKS.quoted} quoted: the passage is here",
            f"{MARKS.referenced} referenced: a document elsewhere",
            f"{MARKS.inferred} found or inferred by us",
            f"{MARKS.conflict} sources collide",
        ),
    ]
