"""The first screen as lines: the commonest answers, the sections, what was opened, and questions to try."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cstoref.render.text import clip, pad, width, wrap
from cstoref.session.index import HEAD
from cstoref.session.sections import Section
from cstoref.session.start_lists import (
    ABOUT,
    ANSWERS,
    BACK,
    MEMBERS,
    QUERY,
    SECTIONS,
    VIEW,
    StartList,
    StartRow,
)
from cstoref.session.views import VIEWS
from cstoref.tui.line import Line, Piece, blank, plain

LABEL = 12
"""Cells of the label of an answer, and at least of the name of a member, so that both have one column."""
BETWEEN = 1
"""Cells between names that stand beside each other, beside the two before each."""
LEAST = 14
"""Cells below which a column says too little to be shown."""


def start_lines(lists: Sequence[StartList], sections: Sequence[Section], cells: int) -> list[Line]:
    """Every list that has rows, one below the other."""
    lines: list[Line] = []
    for start in lists:
        if start.id == SECTIONS:
            lines += [blank(), *_beside(_section_words(sections), cells), *_beside(_view_words(), cells)]
        elif start.rows:
            lines += [blank(), plain(f"  {start.title}", "heading")] if start.title else []
            lines += DRAWN.get(start.id, _named)(start.rows, cells)
    return lines


def _about(rows: Sequence[StartRow], cells: int) -> list[Line]:
    """What the pack is about, how far it can be trusted, and a blank line."""
    title = [
        Line((Piece(f"  {part}", "title"),), row.key) for row in rows for part in wrap(row.name, cells - 3)
    ]
    trust = [Line((Piece(f"  {part}", "dim"),)) for row in rows for part in wrap(row.what, cells - 3)]
    return [*title, *trust, blank()]


def _members(rows: Sequence[StartRow], cells: int) -> list[Line]:
    """A state, what it is since when, and who leads it. Where there is no room, the office of who leads it
    gives way first (a state that froze its part must not look like the others), then what it is."""
    name = max(LABEL, min(max(width(row.name) for row in rows), max(LEAST, cells // 3)) + 2)
    longest = max(width(row.right) for row in rows)
    what = max(width(row.what) for row in rows) + 2
    if cells - name - what - 3 < min(longest, LEAST):
        what = 0
    right = min(longest, cells - name - what - 3)
    leaders = {row.key: row.right if longest <= right else row.right.partition(",")[0] for row in rows}
    lines = []
    for row in rows:
        pieces = [Piece("  " + pad(clip(row.name, name - 1), name))]
        if what:
            pieces.append(Piece(pad(row.what, what), "dim"))
        lines.append(Line((*pieces, Piece(clip(leaders[row.key], right))), row.key))
    return lines


def _answers(rows: Sequence[StartRow], cells: int) -> list[Line]:
    """A label and its answer."""
    room = max(LEAST, cells - LABEL - 3)
    return [
        Line((Piece("  " + pad(clip("" if at else row.name, LABEL - 1), LABEL), "dim"), Piece(part)), row.key)
        for row in rows
        for at, part in enumerate(wrap(row.what, room))
    ]


def _named(rows: Sequence[StartRow], cells: int) -> list[Line]:
    """A name, and its kind where there is room."""
    lines = []
    for row in rows:
        right = row.right if width(row.name) + width(row.right) + 8 <= cells else ""
        room = max(4, cells - width(right) - 6)
        style = "link" if row.key and row.key.startswith((BACK, QUERY)) else "text"
        name = f"⏎ back to {row.name}" if row.key == BACK else row.name
        indent = "  " if row.key == BACK else "    "
        lines.append(
            Line((Piece(indent + pad(clip(name, room - 1), room), style), Piece(right, "dim")), row.key)
        )
    return lines


def _section_words(sections: Sequence[Section]) -> list[tuple[str, str]]:
    """The key of every section, and its name with its count."""
    return [(f"{HEAD}{section.id}", f"{section.label} {section.total:,}") for section in sections]


def _view_words() -> list[tuple[str, str]]:
    """The key of every view that the first screen offers, and its name."""
    return [(f"{VIEW}{id}", entry.menu.partition(":")[0]) for id, entry in VIEWS.items() if entry.menu]


def _beside(items: Sequence[tuple[str, str]], cells: int) -> list[Line]:
    """Items beside each other, as many in a line as there is room for."""
    lines: list[list[Piece]] = []
    used = cells
    for key, words in items:
        piece = Piece(clip(f"  {words}", cells - 1) + " " * BETWEEN, "heading", key)
        if used + width(piece.text) - BETWEEN >= cells:
            lines.append([])
            used = 0
        lines[-1].append(piece)
        used += width(piece.text)
    return [Line(tuple(pieces)) for pieces in lines]


DRAWN: dict[str, Callable[[Sequence[StartRow], int], list[Line]]] = {
    ABOUT: _about,
    MEMBERS: _members,
    ANSWERS: _answers,
}
"""How the lists that are not mere names are drawn."""
