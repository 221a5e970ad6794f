"""About the pack: what it is, what is in it, how far it can be trusted, how to search. It stands beside the
first screen where no row shows a page."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref import dates
from cstoref.render.text import READING
from cstoref.render.text import UNICODE as MARKS
from cstoref.store.queries import Store
from cstoref.tui.line import Line, Piece, blank, paragraph, plain

LEGEND = (
    (MARKS.quoted, "quoted: the passage is here"),
    (MARKS.referenced, "referenced: a document elsewhere"),
    (MARKS.inferred, "dated or inferred by the editors"),
    (MARKS.conflict, "sources conflict"),
)
HOW = (
    "Type a name, a country, a role or a few words: belarus, лукашенко, kazakh defence minister, dairy ban. "
    "Enter opens the selected line. F1 shows all keys."
)


def home_lines(store: Store, cells: int) -> list[Line]:
    """All of it, for a pane of its own."""
    room = min(READING, cells - 1)
    return [
        *paragraph(store.edition.title, room, "title"),
        *paragraph(store.edition.description, room),
        *_under("Contents", contents(store), room),
        *_under("How to start", [HOW], room),
        blank(),
        plain("Marks", "heading"),
        *(Line((Piece(f"  {mark} ", "mark"), Piece(words))) for mark, words in LEGEND),
    ]


def contents(store: Store) -> list[str]:
    """What the pack holds, and how current it is, in two sentences."""
    counts = {what: store.count(what) for what in ("statements", "sources", "conflicts", "quotes")}
    edition = store.edition
    return [
        f"{counts['statements']:,} statements from {counts['sources']:,} sources · "
        f"quotes verified: {counts['quotes']:,} · conflicts: {counts['conflicts']:,}.",
        f"Edition {edition.edition}, checked up to {dates.spoken(edition.checked_until)}. {edition.licence}.",
    ]


def _under(title: str, parts: Sequence[str], room: int) -> list[Line]:
    lines = [blank(), plain(title, "heading")]
    for part in parts:
        lines += paragraph(part, room, indent=2)
    return lines
