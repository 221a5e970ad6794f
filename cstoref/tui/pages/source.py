"""A source as lines: its text at a reading width with its gutter, or what is known of one without a text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from cstoref import dates, sanitize
from cstoref.model import Citation, Source
from cstoref.provenance import published_by
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, width, wrap
from cstoref.store.queries import Sentence
from cstoref.tui.line import READING, Line, Piece, blank, columns, plain

LIT_BAR = "▌"
"""Stands before a line of the lit passage, so that it is not told by colour alone."""
Span = tuple[int, int]
Marked = tuple[Sequence[Span], Span | None, Sequence[Span]]
"""What stands out in a text: the cited passages, the lit one, and what is sought."""


def source_head(source: Source, cells: int) -> list[Line]:
    """Title and date, pinned above the text."""
    return [
        Line((Piece(clip(source.title, cells - 1), "title"),)),
        Line(
            (
                Piece(
                    clip(f"{source.short} · {published_by(source.publisher, source.copy_of)}", cells - 1),
                    "dim",
                ),
            )
        ),
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
        near = _near(marked[0], sentence), marked[1], _near(marked[2], sentence)
        for left, right in _broken(text, sentence.start, sentence.end, room):
            lit = marked[1] is not None and left < marked[1][1] and right > marked[1][0]
            gutter = Piece(f"{count if first else '':>3}", "mark" if sentence.statements else "dim")
            bar = Piece(LIT_BAR if lit else " ", "mark")
            first = False
            lines.append(Line((gutter, bar, *_styled(text, left, right, near)), sentence.number))
    return lines


def _near(spans: Sequence[Span], sentence: Sentence) -> list[Span]:
    """The spans that touch a sentence."""
    return [span for span in spans if span[0] < sentence.end and span[1] > sentence.start]


def _broken(text: str, start: int, end: int, room: int) -> list[tuple[int, int]]:
    """Where lines of at most `room` cells begin and end, so that offsets stay those of the text."""
    spans: list[tuple[int, int]] = []
    left = at = start
    used = 0
    last_blank = -1
    while at < end:
        cells = width(sanitize.line(text[at]))
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
        pieces.append(Piece(sanitize.line(text[start:end]), style))
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
        "publisher": published_by(source.publisher, source.copy_of),
        "issued": dates.spoken(source.issued),
        "known by": source.issued_basis,
        "type": source.type,
        "address": source.url,
        "read": dates.spoken(source.read),
        "note": source.note,
        "says": citation.says if citation else None,
        "at": citation.note if citation else None,
    }
    for label, value in facts.items():
        for at, part in enumerate(wrap(value or "", max(10, min(READING, cells - 13)))):
            lines.append(columns([(" " + label if at == 0 else "", 12, "dim"), (part, cells - 13, "text")]))
    return lines
