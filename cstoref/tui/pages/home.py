"""The first screen: what this is, what is in it, how far it can be trusted, where to begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cstoref import dates
from cstoref.model import Edition
from cstoref.render.text import UNICODE as MARKS
from cstoref.tui.line import READING, Line, Piece, blank, paragraph, plain

LEGEND = (
    (MARKS.quoted, "quoted: the passage is here"),
    (MARKS.referenced, "referenced: a document elsewhere"),
    (MARKS.inferred, "found or inferred by us"),
    (MARKS.conflict, "sources collide"),
)


def home_lines(edition: Edition, counts: Mapping[str, int], cells: int) -> list[Line]:
    """The whole of it, for a pane of its own."""
    room = min(READING, cells - 1)
    return [
        *paragraph(edition.title, room, "title"),
        *paragraph(edition.description, room),
        *_under("What it rests on", _trust(edition, counts), room),
        *_under(
            "Where to begin",
            [
                "Type a name, a country, a role or a few words: belarus, лукашенко, kazakh defence "
                "minister, dairy ban. Enter opens what is marked. F1 shows every key."
            ],
            room,
        ),
        blank(),
        plain("Marks", "heading"),
        *(Line((Piece(f"  {mark} ", "mark"), Piece(words))) for mark, words in LEGEND),
    ]


def brief_lines(edition: Edition, counts: Mapping[str, int], cells: int) -> list[Line]:
    """What matters most of it, for where it stands below the sections."""
    lines: list[Line] = [blank(), *paragraph(edition.title, cells - 3, "title", 2)]
    for part in _trust(edition, counts):
        lines += paragraph(part, cells - 3, "dim", 2)
    return lines


def _trust(edition: Edition, counts: Mapping[str, int]) -> list[str]:
    return [
        f"{counts['statements']:,} statements from {counts['sources']:,} sources; "
        f"{counts['quotes']:,} quotes stand in their texts word for word; "
        f"{counts['conflicts']:,} conflicts among them.",
        f"Edition {edition.edition}, checked until {dates.spoken(edition.checked_until)}. {edition.licence}.",
    ]


def _under(title: str, parts: Sequence[str], room: int) -> list[Line]:
    lines = [blank(), plain(title, "heading")]
    for part in parts:
        lines += paragraph(part, room, indent=2)
    return lines
