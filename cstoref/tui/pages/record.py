"""A record's page as lines: what it is, its facts, its names, and its statements in blocks of columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest

from cstoref import dates, sanitize
from cstoref.model import Fact, of_layer
from cstoref.namedtuples import NamedTuple
from cstoref.render import date_column
from cstoref.render import statements as said
from cstoref.render.page_parts import cited_passages, described, other_names, passage_key
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, listed, pad, width, wrap
from cstoref.session.arrangement import Block
from cstoref.session.here import fact_key
from cstoref.store.pages import Entry, Page
from cstoref.tui.line import Line, Piece, blank, paragraph, paragraphs, plain, titled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.render.page_parts import PassageKey

BOOKMARK, NOTE, PIN = "★", "✎", "✓"
LEFT = date_column.CELLS + 2
"""Cells before a sentence: one for the pointer, its time, a blank. The labels of facts are there too."""
INDENT = 3
"""Cells before a sentence where there is no room for a column of times."""
MOST_OF_FOLDED = 4
"""Passages that are named for a line into which several statements are merged."""
ROOMY, ROOMIER = 52, 90
"""Cells from which on times have a column of their own, and from which on two passages are named."""
FACT_LABEL = 14
"""Cells of the labels of facts where there is no column of times."""


class Saved(NamedTuple):
    """What a person saved, as far as a page shows it: ids with a bookmark or a pin, and notes by id."""

    bookmarks: Collection[str] = ()
    notes: Mapping[str, str] = {}
    pins: Collection[str] = ()


class _Columns(NamedTuple):
    """Cells of each column of a page; `left` is that of times, or an indent where they stand after the
    sentences."""

    left: int
    text: int
    marks: int
    most: int
    """How many passages of a statement are numbered there."""


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
) -> list[Line]:
    """A record's page below its name: what it is, its facts, its names, and its statements in blocks.
    `unmatched` is what to say where none of them passes the filter."""
    numbers = _numbered(page, facts, blocks)
    lines = [*_described(page, cells, saved), *_facts(page, cells, facts, numbers), *_names(page, cells)]
    columns = _columns(blocks, numbers, cells)
    for block in blocks:
        labels = list(dict.fromkeys(entry.label for entry in block.entries)) if block.labelled else []
        lines += [blank(), _heading(block, labels)]
        if not block.entries:
            lines.append(plain(" " * columns.left + "the sources do not say", "dim"))
        label = ""
        for entry in block.entries:
            if len(labels) > 1 and entry.label != label:
                label = entry.label
                lines.append(plain(f" {MARKS.dot} {label}", "dim"))
            lines += _entry_lines(entry, page.names, numbers, columns, saved)
    if not any(block.entries for block in blocks):
        nothing = unmatched if page.entries else _nothing(page)
        lines += [blank(), *paragraph(nothing, cells - 1, "dim")]
    return lines


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
    """Other names and identifiers, folded into one line; a command lists them."""
    names, codes = other_names(page)
    if not names and not codes:
        return []
    said = f"also {listed(names, cells - 7)}" if names else ""
    line = " · ".join(part for part in (said, *codes) if part)
    return [plain(" " + clip(line if width(line) < cells - 1 else said or line, cells - 2), "dim")]


def _columns(blocks: Sequence[Block], numbers: Mapping[PassageKey, int], cells: int) -> _Columns:
    entries = [entry for block in blocks for entry in block.entries]
    most = 2 if cells >= ROOMIER else 1
    marks = max((width(entry_marks(entry, numbers, most)) for entry in entries), default=0)
    left = LEFT if cells >= ROOMY else INDENT
    conflict = 2
    return _Columns(left, max(16, cells - left - 1 - marks - conflict - 1), marks, most)


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
    number = numbers[passage_key(cited)]
    more = "+" if len(fact.statements) > 1 else ""
    return f"{MARKS.quoted if cited.quote else MARKS.referenced}{number}{more} "


def _numbered(page: Page, facts: Sequence[Fact], blocks: Sequence[Block]) -> dict[PassageKey, int]:
    """The number of each passage, in the order in which the page comes to them."""
    passages = cited_passages(page, facts, (entry for block in blocks for entry in block.entries))
    return {key: number for number, key in enumerate(passages, 1)}


def _entry_lines(
    entry: Entry, names: Mapping[str, str], numbers: Mapping[PassageKey, int], columns: _Columns, saved: Saved
) -> Iterator[Line]:
    """One statement: its time, its sentence, its marks; who says so and how surely below the sentence."""
    statement = entry.statement
    times = date_column.column(statement) if columns.left == LEFT else []
    text = _sentence(entry, columns)
    style = "dim" if statement.rank == "deprecated" else "text"
    kept = ((BOOKMARK, saved.bookmarks), (PIN, saved.pins))
    mark = "".join(f"{mark} " for mark, ids in kept if statement.id in ids)
    for at, (part, time) in enumerate(zip_longest(wrap(f"{mark}{text}", columns.text), times, fillvalue="")):
        first = at == 0
        own = part[: len(mark)] if first else ""
        pieces = [
            Piece(pad(f" {time}", columns.left), "dim"),
            Piece(own, "accent"),
            Piece(pad(part[len(own) :], columns.text - width(own)), style),
        ]
        if first:
            pieces.append(Piece(" " + pad(entry_marks(entry, numbers, columns.most), columns.marks), "mark"))
            pieces.append(Piece(f" {MARKS.conflict}" if entry.conflicts else "", "conflict"))
        yield Line(tuple(pieces), statement.id)
    room = columns.text + columns.left
    yield from paragraph(said.speaker(statement, names), room, "dim", columns.left, statement.id)
    if note := saved.notes.get(statement.id):
        yield from paragraphs(f"{NOTE} {note}", room, "accent", columns.left, statement.id)


def _sentence(entry: Entry, columns: _Columns) -> str:
    """The sentence of a line. Its time is beside it and not in it; without a column for it, after it, unless
    the sentence has it already."""
    statement = entry.statement
    if columns.left == LEFT:
        return date_column.sentence_beside(statement, entry.held)
    text = statement.text.rstrip(".")
    if (when := said.when(statement)) and not date_column.has_date(text, when):
        text = f"{text} · {when}"
    return of_layer(said.on_day(text, entry.held, statement.confirmed), statement.layer)


def entry_marks(entry: Entry, numbers: Mapping[PassageKey, int], most: int) -> str:
    """An entry's marks with the numbers of its passages: `“2 ◇3 +1`, of which `most` are named. Where there
    is room for two, each statement that it was folded from has one, up to four in all."""
    citations = entry.statement.citations
    named = citations[:most]
    if entry.also and most > 1:
        # One passage for each merged statement: two of one statement would say nothing of the others.
        each = (citations[0], *(one.citations[0] for one in entry.also if one.citations))
        named = tuple(dict.fromkeys(each))[:MOST_OF_FOLDED]
    parts = [] if citations else [MARKS.inferred]
    for citation in named:
        mark = MARKS.quoted if citation.quote else MARKS.referenced
        parts.append(f"{mark}{numbers[passage_key(citation)]}")
    if len(citations) > len(named):
        parts.append(f"+{len(citations) - len(named)}")
    return " ".join(parts)
