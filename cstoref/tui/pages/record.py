"""A record's page as lines: what it is, its names, and its statements in blocks of columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cstoref import dates, visible
from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, pad, width, wrap
from cstoref.store.pages import Entry, Page
from cstoref.tui.line import Line, Piece, blank, paragraph, plain

from .arranging import Block

WHEN = 17
"""Cells of the column of times."""


def record_lines(page: Page, cells: int, blocks: Sequence[Block]) -> list[Line]:
    """A record's page: what it is, its names, and its statements in blocks of columns."""
    lines = [*_title(page, cells), *_names(page, cells)]
    numbers: dict[tuple[object, ...], int] = {}
    for block in blocks:
        count = str(len(block.entries)) if block.entries else ""
        lines += [blank(), Line((Piece(visible.line(block.title), "heading"), Piece(f"  {count}", "dim")))]
        if not block.entries:
            lines.append(plain("   the sources do not say", "dim"))
        for entry in block.entries:
            lines += _entry_lines(entry, page.names, numbers, cells)
    if not any(block.entries for block in blocks):
        day = f" as of {dates.spoken(page.as_of)}" if page.as_of else ""
        lines += [blank(), plain(f"The sources do not say anything of it{day}.", "dim")]
    return lines


def _title(page: Page, cells: int) -> list[Line]:
    record = page.record
    facts = record.kind if record.type in ("state", "person") else record.type
    right = " · ".join([facts, *(v for k, v in record.identifiers if k == "iso3166")])
    room = cells - width(right) - 2
    lines = [
        Line(
            (
                Piece(pad(clip(record.name, room), cells - width(right) - 1), "title"),
                Piece(right, "dim"),
            )
        )
    ]
    described = [page.headline]
    if record.blurb and record.blurb != page.headline:
        described.append(record.blurb)
    if record.when and record.kind in ("event", "agreement"):
        described.insert(0, dates.spoken(record.when))
    return lines + paragraph(" · ".join(part for part in described if part), cells - 1, "dim")


def _names(page: Page, cells: int) -> list[Line]:
    """Other names and identifiers, folded into one line each."""
    record = page.record
    names = [name.text for name in record.names if name.text != record.name]
    lines: list[Line] = []
    if names:
        lines.append(plain(clip(f"also {', '.join(names)}", cells - 1), "dim"))
    codes = " · ".join(f"{scheme} {value}" for scheme, value in record.identifiers)
    if codes:
        lines.append(plain(clip(codes, cells - 1), "dim"))
    return lines


def _entry_lines(
    entry: Entry, names: Mapping[str, str], numbers: dict[tuple[object, ...], int], cells: int
) -> list[Line]:
    """One statement: its sentence, its time, its marks; who says so and how surely after the sentence."""
    statement = entry.statement
    marks = entry_marks(entry, numbers)
    conflict = f" {MARKS.conflict}" if entry.conflicts else ""
    right = width(marks) + width(conflict) + 1
    when_cells = WHEN if cells >= 70 else 0
    room = max(16, cells - 4 - when_cells - max(9, right))
    text = statement.text.rstrip(".")
    when = said.when(statement)
    if not when_cells and when and when.lstrip("≈") not in text:
        text = f"{text} · {when}"
    if entry.held == dates.POSSIBLY:
        text = f"possibly: {text}"
    note = said.speaker(statement, names)
    body = wrap(text, room)
    style = "dim" if statement.rank == "deprecated" else "text"
    lines: list[Line] = []
    for at, part in enumerate(body):
        pieces = [Piece("   ", "dim"), Piece(pad(part, room), style)]
        if at == 0:
            if when_cells:
                pieces.append(Piece(pad(" " + clip(when, WHEN - 2), WHEN), "dim"))
            pieces += [Piece(f" {marks}", "mark"), Piece(conflict, "conflict")]
        lines.append(Line(tuple(pieces), statement.id))
    for part in wrap(note, room) if note else ():
        lines.append(Line((Piece(f"   {part}", "dim"),), statement.id))
    return lines


def entry_marks(entry: Entry, numbers: dict[tuple[object, ...], int]) -> str:
    """An entry's marks with the numbers of its passages: `“2 ◇3 !`."""
    parts = [] if entry.statement.citations else [MARKS.inferred]
    for citation in entry.statement.citations[:2]:
        mark = MARKS.quoted if citation.quote else MARKS.referenced
        number = numbers.setdefault((citation.source, citation.start, citation.end), len(numbers) + 1)
        parts.append(f"{mark}{number}")
    if len(entry.statement.citations) > 2:
        parts.append(MARKS.more)
    return " ".join(parts)
