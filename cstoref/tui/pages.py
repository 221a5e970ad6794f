"""Values of the store as lines of a pane. Pure: a page and a width in, lines out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from cstoref import dates, visible
from cstoref.model import Citation, Edition, Source
from cstoref.render import statements as said
from cstoref.render.text import UNICODE, clip, pad, width, wrap
from cstoref.store.finding import Found
from cstoref.store.naming import STATEMENT
from cstoref.store.pages import Entry, Page
from cstoref.store.queries import Listed, Named, Sentence

from .arranging import Block
from .indexing import IndexRow
from .line import Line, Piece, blank, columns, paragraph, plain

Span = tuple[int, int]
Marked = tuple[Sequence[Span], Span | None, Sequence[Span]]
"""What stands out in a text: the cited passages, the lit one, and what is sought."""

MARKS = UNICODE
WHEN = 17
READING = 72
"""Cells of the longest line of a text: what reads well."""


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


def index_lines(
    sections: Sequence[tuple[str, str, int]],
    open_section: str,
    rows: Sequence[IndexRow],
    cells: int,
    filtered: str = "",
) -> list[Line]:
    """The sections with their counts; below the open one its rows under their headings."""
    lines: list[Line] = []
    for number, (id, label, count) in enumerate(sections, 1):
        mark = "▾" if id == open_section else "▸"
        right = f"{count:,}"
        left = pad(f"{mark} {label}", cells - width(right) - 3)
        lines.append(
            Line(
                (Piece(left, "heading"), Piece(right, "dim"), Piece(f" {number}", "dim")),
                f"section:{id}",
            )
        )
        if id == open_section:
            lines += _rows(rows, cells, filtered)
    return lines


def _rows(rows: Sequence[IndexRow], cells: int, filtered: str) -> list[Line]:
    lines: list[Line] = []
    if filtered:
        lines.append(plain(f"   with “{filtered}”: {len(rows)}", "accent"))
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append(plain(clip(f"  {group}", cells), "dim"))
        room = cells - width(row.right) - 4
        lines.append(
            Line((Piece("   " + pad(clip(row.name, room), room)), Piece(row.right + " ", "dim")), row.key)
        )
    return lines


def found_lines(found: Found, names: Mapping[str, str], cells: int) -> list[Line]:
    """What a search came to, as items: hits keyed by their rank, with the reason of each below it."""
    if not found.hits:
        return _no_lines(found, cells)
    lines: list[Line] = []
    for at, hit in enumerate(found.hits):
        if hit.tier < STATEMENT:
            kind = hit.kind or ""
            room = max(8, cells - width(kind) - 3)
            lines.append(Line((Piece(" " + pad(clip(hit.name, room), room)), Piece(kind + " ", "dim")), at))
        else:
            about = names.get(hit.record or "", "source text")
            lines.append(Line((Piece(" " + clip(about, cells - 2), "accent"),), at))
            lines += [Line((Piece(f"   {part}"),), at) for part in wrap(hit.name, max(10, cells - 5))[:3]]
        lines.append(Line((Piece("   " + clip(hit.why, cells - 5), "dim"),), at))
    return lines


def _no_lines(found: Found, cells: int) -> list[Line]:
    word = {
        "silent": "The sources do not say.",
        "outside": "Outside this reference.",
        "not_found": "Nothing is found.",
    }[found.status]
    lines = [plain(" " + word, "accent")]
    for at, hit in enumerate(found.suggestions):
        lines.append(Line((Piece(" " + clip(hit.name, cells - 2), "link"),), -1 - at))
        lines += [Line((Piece(f"   {part}", "dim"),), -1 - at) for part in wrap(hit.why, max(10, cells - 5))]
    return lines


def source_head(source: Source, cells: int) -> list[Line]:
    """Title and date, pinned above the text."""
    return [
        Line((Piece(clip(source.title, cells - 1), "title"),)),
        Line((Piece(clip(f"{source.short} · {source.publisher}", cells - 1), "dim"),)),
    ]


def source_lines(
    text: str,
    sentences: Sequence[Sentence],
    passages: Sequence[tuple[int, int]],
    lit: tuple[int, int] | None,
    cells: int,
    found: Sequence[tuple[int, int]] = (),
) -> list[Line]:
    """The text at a reading width with its gutter; each sentence is an item, its number the key.

    The gutter counts the statements that rest on each sentence. The lit passage stands out; the rest of what
    is cited is marked faintly.
    """
    room = max(10, min(READING, cells - 5))
    lines: list[Line] = []
    for _start, _end, numbered in _paragraphs(text, sentences):
        if lines:
            lines.append(blank())
        lines += _flow(text, numbered, (passages, lit, found), room)
    return lines


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int, list[Sentence]]]:
    """The sentences of each line of the text that is not empty."""
    groups: list[tuple[int, int, list[Sentence]]] = []
    for sentence in sentences:
        if groups and "\n" not in text[groups[-1][1] : sentence.start]:
            start, _, numbered = groups[-1]
            groups[-1] = (start, sentence.end, [*numbered, sentence])
        else:
            groups.append((sentence.start, sentence.end, [sentence]))
    return groups


def _flow(text: str, numbered: list[Sentence], marked: Marked, room: int) -> list[Line]:
    """A paragraph, sentence after sentence, each beginning on a line of its own so that its count shows."""
    lines: list[Line] = []
    for sentence in numbered:
        count = str(min(99, sentence.statements)) if sentence.statements else "·"
        first = True
        for left, right in _broken(text, sentence.start, sentence.end, room):
            gutter = Piece(f"{count if first else '':>3} ", "mark" if sentence.statements else "dim")
            first = False
            lines.append(Line((gutter, *_styled(text, left, right, marked)), sentence.number))
    return lines


def _broken(text: str, start: int, end: int, room: int) -> list[tuple[int, int]]:
    """Where lines of at most `room` cells begin and end, so that offsets stay those of the text."""
    spans: list[tuple[int, int]] = []
    left = at = start
    used = 0
    last_blank = -1
    while at < end:
        cells = width(visible.line(text[at]))
        if text[at].isspace():
            last_blank = at
        if used + cells > room and at > left:
            cut = last_blank if last_blank > left else at
            spans.append((left, cut))
            left = cut + 1 if cut == last_blank else cut
            at, used, last_blank = left, 0, -1
            continue
        used += cells
        at += 1
    if left < end:
        spans.append((left, end))
    return spans


def _styled(text: str, left: int, right: int, marked: Marked) -> list[Piece]:
    """The part of the text between two offsets, cut where its style changes."""
    passages, lit, found = marked
    cuts = {left, right}
    for span in (*passages, *found, *((lit,) if lit else ())):
        cuts |= {at for at in span if left < at < right}
    ordered = sorted(cuts)
    pieces: list[Piece] = []
    for start, end in itertools.pairwise(ordered):
        if any(a <= start < b for a, b in found):
            style = "found"
        elif lit and lit[0] <= start < lit[1]:
            style = "lit"
        else:
            style = "text" if any(a <= start < b for a, b in passages) else "dim"
        pieces.append(Piece(visible.line(text[start:end]), style))
    return pieces


def hits_in(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of the words in the text, in any case, whatever white space is between them."""
    parts = [re.escape(part) for part in words.split()]
    return [match.span() for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)] if parts else []


def reference_lines(source: Source, citation: Citation | None, cells: int) -> list[Line]:
    """A source without a text in the pack: what it is and where it is to be found."""
    lines: list[Line] = [
        blank(),
        plain(f"{MARKS.referenced} referenced: the pack holds no text of it.", "accent"),
        blank(),
    ]
    facts = {
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "issued": dates.spoken(source.issued),
        "known by": source.issued_basis,
        "type": source.type,
        "address": source.url,
        "note": source.note,
        "at": citation.note if citation else None,
    }
    for label, value in facts.items():
        for at, part in enumerate(wrap(value or "", max(10, min(READING, cells - 13)))):
            lines.append(columns([(" " + label if at == 0 else "", 12, "dim"), (part, cells - 13, "text")]))
    return lines


def inferred_lines(rule: str | None, basis: Sequence[Listed], cells: int) -> list[Line]:
    """What an inferred statement follows from, and by which rule."""
    lines: list[Line] = [blank(), plain(f"{MARKS.inferred} inferred by us.", "accent"), blank()]
    lines += paragraph(rule or "", min(READING, cells - 2), indent=1)
    for item in basis:
        lines += [
            blank(),
            *paragraph(f"{MARKS.dot} {item.statement.text}", min(READING, cells - 2), "text", 1),
        ]
        for citation in item.statement.citations:
            if citation.quote:
                lines += paragraph(f"“{citation.quote}”", min(READING, cells - 4), "dim", 3)
    return lines


def detail_lines(entry: Entry, names: Mapping[str, str], cells: int) -> list[Line]:
    """What a statement says of itself beyond its line: how its date was found, notes, conditions."""
    statement = entry.statement
    facts = [
        ("dated", statement.when_basis),
        ("in the source", statement.when_text),
        ("rank", statement.rank_reason),
        ("note", statement.note),
        *((role.role, role.words) for role in statement.roles if role.words),
    ]
    lines: list[Line] = []
    for label, words in facts:
        if words:
            lines += paragraph(f"{label}: {words}", min(READING, cells - 1), "dim")
    return lines


def linked_lines(ids: Sequence[str], named: Mapping[str, Named], cells: int) -> list[Line]:
    """Records as items of a list, with their kinds."""
    room = max(8, cells - 14)
    return [columns([(f" {named[id].name}", room, "link"), (named[id].kind, 13, "dim")], id) for id in ids]


def use_lines(items: Sequence[Listed], names: Mapping[str, str], cells: int) -> list[Line]:
    """Statements as items of a list: the record of each, then its sentence."""
    lines: list[Line] = []
    for item in items:
        statement = item.statement
        about = clip(names.get(statement.subject, statement.subject), cells - 2)
        lines.append(Line((Piece(f" {about}", "accent"),), statement.id))
        lines += [
            Line((Piece(f"   {part}"),), statement.id)
            for part in wrap(said.sentence(statement, names), max(10, cells - 5))
        ]
    return lines
