"""A record's page as lines: what it is, its names, and its statements in blocks of columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from cstoref import dates, sanitize
from cstoref.model import Fact, of_layer
from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, pad, width, wrap
from cstoref.session.arrangement import Block
from cstoref.session.here import fact_key
from cstoref.store.pages import Entry, Page
from cstoref.tui.line import Line, Piece, blank, paragraph, paragraphs, plain

BOOKMARK, NOTE = "★", "✎"
INDENT = 3
FACT_LABEL = 14
MOST_OF_FOLDED = 4
"""Passages that are named for a line into which several statements are merged."""
ROOMY, ROOMIER = 66, 90
"""Cells from which on times have a column of their own, and a broad one."""


_MONTHS = tuple((month, month[:3]) for month in (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
    "December",
))  # fmt: skip
"""Months that `dates.spoken` shortens."""


class Saved(NamedTuple):
    """What a person saved, as far as a page shows it: ids with a bookmark, and notes by id."""

    bookmarks: Collection[str] = ()
    notes: Mapping[str, str] = {}


class _Columns(NamedTuple):
    """Cells of each column of a page; `when` is 0 where times stand after the sentences."""

    text: int
    when: int
    marks: int
    most: int
    """How many passages of a statement are numbered there."""


def record_lines(
    page: Page,
    cells: int,
    blocks: Sequence[Block],
    saved: Saved = Saved(),
    facts: Sequence[Fact] = (),
) -> list[Line]:
    """A record's page: what it is, its facts, its names, and its statements in blocks of columns."""
    numbers = _numbered(page, facts, blocks)
    lines = [*_title(page, cells, saved), *_facts(page, cells, facts, numbers), *_names(page, cells)]
    columns = _columns(blocks, numbers, cells)
    for block in blocks:
        lines += [blank(), _heading(block)]
        if not block.entries:
            lines.append(plain(" " * INDENT + "the sources do not say", "dim"))
        label = ""
        for entry in block.entries:
            if block.labelled and entry.label != label:
                label = entry.label
                lines.append(plain(f" {MARKS.dot} {label}", "dim"))
            lines += _entry_lines(entry, page.names, numbers, columns, saved)
    if not any(block.entries for block in blocks):
        lines += [blank(), *paragraph(_nothing(page), cells - 1, "dim")]
    return lines


def _nothing(page: Page) -> str:
    """Why there is no statement: there is none at all, or none matches the filter."""
    if page.entries:
        return "No statement matches the filter."
    day = f" as of {dates.spoken(page.as_of)}" if page.as_of else ""
    return f"The sources do not mention it{day}."


def _heading(block: Block) -> Line:
    count = str(len(block.entries)) if block.entries else ""
    return Line((Piece(sanitize.line(block.title), "heading"), Piece(f"  {count}", "dim")))


def _title(page: Page, cells: int, saved: Saved) -> list[Line]:
    record = page.record
    what = of_layer(page.what.replace("-", " "), record.layer)
    right = " · ".join([what, *(v for k, v in record.identifiers if k == "iso3166")])
    mark = f" {BOOKMARK}" if record.id in saved.bookmarks else ""
    room = cells - width(right) - 2
    name = clip(record.name, room - width(mark)) + mark
    lines = [Line((Piece(pad(name, room + 1), "title"), Piece(sanitize.line(right), "dim")))]
    described = [page.headline]
    told = page.headline.startswith((record.blurb or "").rstrip(".")) or any(f.head for f in page.facts)
    if record.blurb and not told:
        described.append(record.blurb)
    if record.when and record.kind in ("event", "agreement"):
        described.insert(0, dates.spoken(record.when))
    lines += paragraph(" · ".join(part for part in described if part), cells - 1, "dim")
    if note := saved.notes.get(record.id):
        lines += paragraphs(f"{NOTE} {note}", cells - 1, "accent")
    return lines


def _names(page: Page, cells: int) -> list[Line]:
    """Other names and identifiers, folded into one line; a command lists them."""
    record = page.record
    names = [name.text for name in record.names if name.text != record.name]
    codes = [f"{scheme} {value}" for scheme, value in record.identifiers]
    if not names and not codes:
        return []
    said = f"also {', '.join(names)}" if names else ""
    return [plain(clip(" · ".join(part for part in (said, *codes) if part), cells - 1), "dim")]


def _columns(blocks: Sequence[Block], numbers: Mapping[object, int], cells: int) -> _Columns:
    entries = [entry for block in blocks for entry in block.entries]
    most = 2 if cells >= ROOMIER else 1
    marks = max((width(entry_marks(entry, numbers, most)) for entry in entries), default=0)
    when = 0
    if cells >= ROOMY:
        widest = max((width(said.when(entry.statement)) for entry in entries), default=0)
        when = min(widest, 22 if cells >= ROOMIER else 17) + 2
    conflict = 2
    return _Columns(max(16, cells - INDENT - when - 1 - marks - conflict - 1), when, marks, most)


def _facts(page: Page, cells: int, facts: Sequence[Fact], numbers: Mapping[object, int]) -> Iterator[Line]:
    """The facts: label, words, and the mark of the first passage behind them."""
    for fact in facts:
        mark = _fact_mark(page, fact, numbers)
        room = max(16, cells - FACT_LABEL - width(mark) - 2)
        key = fact_key(fact) if fact.statements else None
        for at, part in enumerate(wrap(of_layer(fact.text, fact.layer), room)):
            label = clip(fact.label, FACT_LABEL - 2) if at == 0 else ""
            style = "dim" if fact.missing else "text"
            pieces = [Piece(pad(f" {label}", FACT_LABEL), "dim"), Piece(pad(part, room), style)]
            if at == 0:
                pieces.append(Piece(f" {mark}", "mark"))
                pieces.append(Piece(MARKS.conflict if fact.conflicts else "", "conflict"))
            yield Line(tuple(pieces), key)


def _fact_mark(page: Page, fact: Fact, numbers: Mapping[object, int]) -> str:
    if not fact.statements:
        return ""
    cited = page.cited.get(fact.statements[0])
    if cited is None:
        return MARKS.inferred
    number = numbers[cited.source, cited.start, cited.end]
    more = "+" if len(fact.statements) > 1 else ""
    return f"{MARKS.quoted if cited.quote else MARKS.referenced}{number}{more} "


def _numbered(page: Page, facts: Sequence[Fact], blocks: Sequence[Block]) -> dict[object, int]:
    """The number of each passage, in the order in which the page comes to them."""
    numbers: dict[object, int] = {}
    for fact in facts:
        if fact.statements and (cited := page.cited.get(fact.statements[0])):
            numbers.setdefault((cited.source, cited.start, cited.end), len(numbers) + 1)
    for block in blocks:
        for entry in block.entries:
            for citation in entry.statement.citations:
                numbers.setdefault((citation.source, citation.start, citation.end), len(numbers) + 1)
    return numbers


def _entry_lines(
    entry: Entry, names: Mapping[str, str], numbers: Mapping[object, int], columns: _Columns, saved: Saved
) -> Iterator[Line]:
    """One statement: its sentence, its time, its marks; who says so and how surely after the sentence."""
    statement = entry.statement
    text, when = statement.text.rstrip("."), said.when(statement)
    # In a narrow pane the time follows the sentence, unless the sentence has it already.
    if not columns.when and when and not _tells(text, when):
        text = f"{text} · {when}"
    text = of_layer(said.on_day(text, entry.held, statement.confirmed), statement.layer)
    style = "dim" if statement.rank == "deprecated" else "text"
    mark = BOOKMARK if statement.id in saved.bookmarks else ""
    times = wrap(when, columns.when - 2) if columns.when else []
    for at, (part, time) in enumerate(zip_longest(wrap(text, columns.text), times, fillvalue="")):
        first = at == 0
        pieces = [
            Piece(pad(f" {mark}" if first else "", INDENT), "accent"),
            Piece(pad(part, columns.text), style),
            Piece(pad(f"  {time}", columns.when) if columns.when else "", "dim"),
        ]
        if first:
            pieces.append(Piece(" " + pad(entry_marks(entry, numbers, columns.most), columns.marks), "mark"))
            pieces.append(Piece(f" {MARKS.conflict}" if entry.conflicts else "", "conflict"))
        yield Line(tuple(pieces), statement.id)
    speaker = said.speaker(statement, names)
    yield from paragraph(speaker, columns.text + INDENT, "dim", INDENT, statement.id)
    if note := saved.notes.get(statement.id):
        yield from paragraphs(f"{NOTE} {note}", columns.text + INDENT, "accent", INDENT, statement.id)


def _tells(text: str, when: str) -> bool:
    """Whether a sentence names the days of a time itself."""
    for month, short in _MONTHS:
        text = text.replace(month, short)
    days = when.removeprefix("since ").removeprefix("until ").split(" – ")
    return all(day.lstrip("≈") in text for day in days)


def entry_marks(entry: Entry, numbers: Mapping[object, int], most: int) -> str:
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
        parts.append(f"{mark}{numbers[citation.source, citation.start, citation.end]}")
    if len(citations) > len(named):
        parts.append(f"+{len(citations) - len(named)}")
    return " ".join(parts)
