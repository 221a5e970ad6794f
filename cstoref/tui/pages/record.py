"""A record's page as lines: what it is, its facts, its names, and its statements in blocks of columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cstoref import dates, sanitize
from cstoref.model import Fact, of_layer
from cstoref.render.page_parts import cited_passages, described, other_names
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, listed, pad, width, wrap
from cstoref.session.arrangement import Block
from cstoref.session.here import fact_key
from cstoref.store.pages import Entry, Page
from cstoref.tui.line import Line, Piece, blank, paragraph, paragraphs, plain, titled
from cstoref.tui.widgets.grid_items import MadeLines
from cstoref.tui.widgets.items import Items

from .entry_text import BOOKMARK, LEFT, NOTE, ROOMY, EntryText, Saved, columns_for, entry_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.render.page_parts import PassageKey

FACT_LABEL = 14
"""Cells of the labels of facts where there is no column of times."""


def record_head(page: Page, cells: int, saved: Saved = Saved()) -> list[Line]:
    """What stays above: the name, and what it is where there is room beside it."""
    record = page.record
    what = of_layer(page.what.replace("-", " "), record.layer)
    right = f"{what} · {page.code}" if page.code else what
    mark = f" {BOOKMARK}" if record.id in saved.bookmarks else ""
    return titled(f"{record.name}{mark}", cells, clip(right, max(8, cells // 2)))


def record_lines(
    page: Page,
    cells: int,
    blocks: Sequence[Block],
    saved: Saved = Saved(),
    facts: Sequence[Fact] = (),
    unmatched: str = "",
) -> Sequence[Line]:
    """A record's page below its name: what it is, its facts, its names, and its statements in blocks.
    `unmatched` is what to say where none of them passes the filter."""
    entries = [entry for block in blocks for entry in block.entries]
    numbers = _numbered(page, facts, entries)
    columns = columns_for(entries, numbers, cells)
    rows: list[Line | tuple[EntryText, int]] = [
        *_described(page, cells, saved), *_facts(page, cells, facts, numbers), *_names(page, cells)
    ]  # fmt: skip
    for block in blocks:
        labels = list(dict.fromkeys(entry.label for entry in block.entries)) if block.labelled else []
        rows += [blank(), _heading(block, labels)]
        if not block.entries:
            rows.append(plain(" " * columns.left + "the sources do not say", "dim"))
        label = ""
        for entry in block.entries:
            if len(labels) > 1 and entry.label != label:
                label = entry.label
                rows.append(plain(f" {MARKS.dot} {label}", "dim"))
            text = entry_text(entry, page.names, columns, saved)
            rows += [(text, at) for at in range(text.height)]
    if not entries:
        nothing = unmatched if page.entries else _nothing(page)
        rows += [blank(), *paragraph(nothing, cells - 1, "dim")]

    def made(row: Line | tuple[EntryText, int]) -> Line:
        return row if isinstance(row, Line) else row[0].line(row[1], columns, numbers)

    keys = [row.key if isinstance(row, Line) else row[0].entry.statement.id for row in rows]
    return MadeLines(rows, made, Items((), keys))


def _nothing(page: Page) -> str:
    """Why a page has no statement."""
    day = f" as of {dates.spoken(page.as_of)}" if page.as_of else ""
    return f"The sources do not mention it{day}."


def _heading(block: Block, labels: Sequence[str]) -> Line:
    """The title of a block with its count; where all its statements are of one field also its label."""
    count = f"  {len(block.entries)}" if block.entries else ""
    label = f" {MARKS.dot} {labels[0]}" if len(labels) == 1 and labels[0] != block.title.lower() else ""
    return Line(
        (Piece(sanitize.line(block.title), "heading"), Piece(f"{count}{sanitize.line(label)}", "dim"))
    )


def _described(page: Page, cells: int, saved: Saved) -> list[Line]:
    """What it is in a line, and the note on it."""
    lines = paragraph(" · ".join(described(page)), cells - 1, "text", 1)
    if note := saved.notes.get(page.record.id):
        lines += paragraphs(f"{NOTE} {note}", cells - 1, "accent", 1)
    return lines


def _names(page: Page, cells: int) -> list[Line]:
    """Other names, as many as fit in a line; a command lists them all, and identifiers."""
    names = other_names(page)
    return [plain(clip(f" also {listed(names, cells - 7)}", cells - 1), "dim")] if names else []


def _facts(
    page: Page, cells: int, facts: Sequence[Fact], numbers: Mapping[PassageKey, int]
) -> Iterator[Line]:
    """The facts: label, words, and the mark of the first passage behind them."""
    left = LEFT if cells >= ROOMY else FACT_LABEL
    for fact in facts:
        mark = _fact_mark(page, fact, numbers)
        room = max(16, cells - left - width(mark) - 2)
        key = fact_key(fact) if fact.leads_on else None
        for at, part in enumerate(wrap(of_layer(fact.text, fact.layer), room)):
            label = clip(fact.label, left - 2) if at == 0 else ""
            style = "dim" if fact.missing else "text"
            pieces = [Piece(pad(f" {label}", left), "dim"), Piece(pad(part, room), style)]
            if at == 0:
                pieces.append(Piece(f" {mark}", "mark"))
                pieces.append(Piece(MARKS.conflict if fact.conflicts else "", "conflict"))
            yield Line(tuple(pieces), key)


def _fact_mark(page: Page, fact: Fact, numbers: Mapping[PassageKey, int]) -> str:
    if not fact.statements:
        return ""
    cited = page.cited.get(fact.statements[0])
    if cited is None:
        return MARKS.inferred
    number = numbers[cited.place]
    more = "+" if len(fact.statements) > 1 else ""
    return f"{MARKS.quoted if cited.quote else MARKS.referenced}{number}{more} "


def _numbered(page: Page, facts: Sequence[Fact], entries: Sequence[Entry]) -> dict[PassageKey, int]:
    """The number of each passage, in the order in which the page comes to them."""
    passages = cited_passages(page, facts, entries)
    return {key: number for number, key in enumerate(passages, 1)}
