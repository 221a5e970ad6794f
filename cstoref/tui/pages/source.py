"""A text as lines, at a reading width with its gutter. A source without one is in `grounds`."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from cstoref import sanitize
from cstoref.model import Source
from cstoref.namedtuples import NamedTuple
from cstoref.provenance import publisher_of
from cstoref.render.text import READING, clip, fitting, is_narrow, width
from cstoref.session.source_text import NameSpan, SourceText, Span
from cstoref.store.source_reader import Sentence
from cstoref.tui.line import KNOWN, UNKNOWN, Line, Piece, blank, titled
from cstoref.tui.widgets.grid_items import MadeLines
from cstoref.tui.widgets.items import Items

GUTTER = 4
"""Cells before the words: the count and the bar."""
LIT_BAR = "▌"
"""Stands before a line of the lit passage, so that it does not stand out by colour only."""
COUNTED = "  statements rest on the sentence"
"""What stands beside a count in the gutter, above the text."""
COUNTED_BRIEFLY = "  statements rest on it"
"""The same where it shares its line with what the lines below names mean."""
NAMED = (("  has a record", KNOWN), ("  has none: R", UNKNOWN))
"""What the lines below names mean, above the text."""
Spans = tuple[Sequence[Span], Span | None, Sequence[Span], Sequence[NameSpan]]
"""What stands out in a text: the cited passages, the lit one, the search hits, and the names."""


def source_head(source: Source, cells: int, named: bool = False) -> list[Line]:
    """Title, date, and what the numbers count, with what the lines below names mean where they are `named`;
    pinned above the text."""
    publisher = publisher_of(source)
    return [
        *titled(source.title, cells),
        Line((Piece(fitting((source.short, publisher), cells - 1), "dim"),)),
        Line((Piece(f"{'n':>3}", "mark"), *_legend(cells - 4, named))),
    ]


def _legend(cells: int, named: bool) -> list[Piece]:
    """What count and lines mean, as far as there is room."""
    counted = COUNTED_BRIEFLY if named else COUNTED
    pieces = [Piece(clip(counted, cells), "dim")]
    room = cells - width(counted)
    for words, under in NAMED if named else ():
        if width(words) <= room:
            pieces += [Piece("  ", "dim"), Piece(words.strip(), "dim", under=under)]
            room -= width(words)
    return pieces


class TextLine(NamedTuple):
    """One line of a text as it is broken: offsets in the text, and whether a sentence begins here."""

    start: int
    end: int
    sentence: Sentence
    first: bool


class BrokenText(NamedTuple):
    """A text broken into lines for a width, drawn without a search or a lit passage.

    This is what takes time, and it stays as it is while the cursor moves.
    """

    breaks: tuple[TextLine | None, ...]
    """None is a blank line between paragraphs."""
    lines: MadeLines
    starts: tuple[int, ...]
    """Where each line begins, in order; a blank line where the one before it ends."""


def broken_text(text: SourceText, cells: int) -> BrokenText:
    """The text at a reading width with its gutter; each sentence is an item, its number the key.

    The gutter counts the statements that rest on each sentence. Sentences begin on a line of their own, so
    that the count shows; what is cited is marked faintly.
    """
    room = max(10, min(READING, cells - 5))
    breaks: list[TextLine | None] = []
    end = 0
    for sentence in text.sentences:
        if breaks and "\n" in text.text[end : sentence.start]:
            breaks.append(None)
        spans = _break_sentence(text.text, sentence.start, sentence.end, room)
        breaks += [TextLine(left, right, sentence, n == 0) for n, (left, right) in enumerate(spans)]
        end = sentence.end
    starts, at = [], 0
    for line in breaks:
        at = line.start if line else at
        starts.append(at)
    items = Items((), [line.sentence.number if line else None for line in breaks])
    lines = MadeLines(breaks, lambda line: _styled_line(line, text, None, ()) if line else blank(), items)
    return BrokenText(tuple(breaks), lines, tuple(starts))


def source_lines(
    broken: BrokenText, text: SourceText, lit: Span | None, hits: Sequence[Span] = ()
) -> MadeLines:
    """The lines of a text with its lit passage and search hits standing out."""
    # A search or a lit passage touches a few lines of a text of hundreds: only these are styled anew.
    touched = {n for span in (*hits, *((lit,) if lit else ())) for n in _touching(broken, span)}

    def made(n: int) -> Line:
        line = broken.breaks[n]
        return _styled_line(line, text, lit, hits) if line and n in touched else broken.lines[n]

    return MadeLines(range(len(broken.breaks)), made, broken.lines.items)


def _touching(broken: BrokenText, span: Span) -> range:
    """The lines that a span touches."""
    # From the last line that begins at or before the span to the last one that begins before its end. A blank
    # line counts as beginning where the line above it does.
    begins = broken.starts[max(0, bisect_right(broken.starts, span[0]) - 1)]
    return range(bisect_left(broken.starts, begins), bisect_left(broken.starts, span[1]))


def _styled_line(line: TextLine, text: SourceText, lit: Span | None, hits: Sequence[Span]) -> Line:
    """One line: the count, the bar of a lit passage, and the words in their styles."""
    sentence = line.sentence
    # The gutter has two digits.
    count = str(min(99, sentence.statements)) if sentence.statements else "·"
    gutter = Piece(f"{count if line.first else '':>3}", "mark" if sentence.statements else "dim")
    is_lit = lit is not None and line.start < lit[1] and line.end > lit[0]
    bar = Piece(LIT_BAR if is_lit else " ", "mark")
    found = _near(hits, line.start, line.end)
    cited = _near(text.passages, line.start, line.end) if sentence.statements else ()
    names = _named(text.names, line.start, line.end)
    styled = _styled(text.text, line.start, line.end, (cited, lit, found, names))
    return Line((gutter, bar, *styled), sentence.number)


def _near(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans that touch a stretch of the text."""
    return [span for span in spans if span[0] < end and span[1] > start]


def _named(names: Sequence[NameSpan], start: int, end: int) -> Sequence[NameSpan]:
    """The names that touch a stretch of the text; they are in order and lie apart."""
    first = bisect_right(names, start, key=lambda name: name.end)
    return names[first : bisect_left(names, end, key=lambda name: name.start)]


def _break_sentence(text: str, start: int, end: int, room: int) -> list[Span]:
    """Where lines of at most `room` cells begin and end, so that offsets stay those of the text."""
    sentence = text[start:end]
    # Nearly every sentence: no character has to be looked at.
    narrow = sentence.isprintable() and is_narrow(sentence)
    return (break_narrow if narrow else break_measured)(text, start, end, room)


def break_narrow(text: str, start: int, end: int, room: int) -> list[Span]:
    """The lines of a sentence in which every character takes one cell."""
    spans: list[Span] = []
    left = start
    while end - left > room:
        # A word longer than the line is broken where the line ends. The blank at a break is not drawn, but
        # counts as a code point of the text.
        blank = text.rfind(" ", left + 1, left + room + 1)
        cut = blank if blank > 0 else left + room
        spans.append((left, cut))
        left = cut + 1 if cut == blank else cut
    return [*spans, (left, end)] if left < end else spans


def break_measured(text: str, start: int, end: int, room: int) -> list[Span]:
    """The lines of any sentence."""
    spans: list[Span] = []
    left = at = start
    used = 0
    last_blank = -1
    while at < end:
        char = text[at]
        # A control is drawn as a picture or a number of several cells, thus it is measured as it is drawn.
        cells = 1 if char.isascii() and char.isprintable() else width(sanitize.line(char))
        if char.isspace():
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


def _styled(text: str, left: int, right: int, spans: Spans) -> list[Piece]:
    """The part of the text between two offsets, cut where its style changes."""
    passages, lit, hits, names = spans
    cuts = {left, right}
    for span in (*passages, *hits, *((lit,) if lit else ()), *(name[:2] for name in names)):
        cuts |= {cut for cut in span if left < cut < right}
    pieces: list[Piece] = []
    for start, end in itertools.pairwise(sorted(cuts)):
        # A search hit shows above the lit passage: it is what was asked for last.
        if any(a <= start < b for a, b in hits):
            style = "found"
        elif lit and lit[0] <= start < lit[1]:
            style = "lit"
        else:
            style = "text" if any(a <= start < b for a, b in passages) else "dim"
        under = next(
            (KNOWN if name.known else UNKNOWN for name in names if name.start <= start < name.end), ""
        )
        pieces.append(Piece(sanitize.line(text[start:end]), style, under=under))
    return pieces
